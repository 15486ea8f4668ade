import { endpoints } from '@anju/shared/contract';
import type { CatalogueItemReply, CatalogueReply } from '@anju/shared/contract';
import { catalogueItem, catalogueItems } from '@anju/shared/catalogue';
import { guideOf } from '@anju/shared/catalogue-guides';
import { Controller, Param } from '@nestjs/common';
import { Refusal, Serves } from '../../platform/index.ts';
import { ItemParamsDto } from './catalogue.dto.ts';

/** The items and their guides, straight from shared: there is nothing to decide here. */
@Controller()
export class CatalogueController {
  @Serves(endpoints.listCatalogue)
  listCatalogue(): CatalogueReply {
    return { items: catalogueItems };
  }

  @Serves(endpoints.showCatalogueItem)
  showCatalogueItem(@Param() params: ItemParamsDto): CatalogueItemReply {
    const item = catalogueItem(params.item);
    const guide = item === undefined ? undefined : guideOf(item.item);
    if (item === undefined || guide === undefined) throw new Refusal('request.not-found');
    return { ...item, guide };
  }
}
