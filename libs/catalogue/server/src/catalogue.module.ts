import { Module } from '@nestjs/common';
import { CatalogueController, MappingsController } from './catalogue.controller.ts';
import { CorrectMappings } from './correct-mappings.ts';
import { ListCategories } from './list-categories.ts';
import { ListItems } from './list-items.ts';
import { ListCorrections, ListMappings } from './list-mappings.ts';
import { ListProducts } from './list-products.ts';
import { TellItems } from './tell-items.ts';

@Module({
  controllers: [CatalogueController, MappingsController],
  providers: [ListCategories, ListProducts, ListItems, ListMappings, ListCorrections, CorrectMappings, TellItems],
  exports: [ListCategories],
})
export class CatalogueModule {}
