import { endpoints } from '@anju/shared/contract';
import type { CatalogueItem, CatalogueItemReply, CatalogueReply } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { catalogueItem, catalogueItems } from '@anju/shared/catalogue';
import { guideOf } from '@anju/shared/catalogue-guides';
import { packOf } from '@anju/shared/policy/packs';
import { isWithdrawalRoute, servedByAt } from '@anju/shared/withdrawal';
import { Controller, Param } from '@nestjs/common';
import { Config } from '../../config.ts';
import { Clock, Refusal, Serves } from '../../platform/index.ts';
import { ItemParamsDto } from './catalogue.dto.ts';

/** The items and their guides from shared; how a withdrawal is served is what the centre's pack says today. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Serves(endpoints.listCatalogue)
  listCatalogue(): CatalogueReply {
    return { items: catalogueItems.map((item) => this.served(item)) };
  }

  @Serves(endpoints.showCatalogueItem)
  showCatalogueItem(@Param() params: ItemParamsDto): CatalogueItemReply {
    const item = catalogueItem(params.item);
    const guide = item === undefined ? undefined : guideOf(item.item);
    if (item === undefined || guide === undefined) throw new Refusal('request.not-found');
    return { ...this.served(item), guide };
  }

  /** A centre without rules narrows nothing. */
  private served(item: CatalogueItem): CatalogueItem {
    const pack = packOf(this.config.centre);
    if (pack === null || item.route === undefined || !isWithdrawalRoute(item.route)) return item;
    return { ...item, servedBy: servedByAt(item.route, pack, chinaDateOf(this.clock.now())) };
  }
}
