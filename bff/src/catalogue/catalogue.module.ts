import { Module } from '@nestjs/common';
import { CatalogueController } from './http/catalogue.controller.ts';

@Module({ controllers: [CatalogueController] })
export class CatalogueModule {}
