import { Module } from '@nestjs/common';
import { CatalogueController, MappingsController } from './catalogue.controller.ts';
import { CorrectMappings } from './correct-mappings.ts';
import { ListCategories } from './list-categories.ts';
import { ListItems } from './list-items.ts';
import { ListMappingCorrections, ListMappings } from './list-mappings.ts';
import { ListProductGroups } from './list-products.ts';
import { ClassifyItems } from './classify-items.ts';

@Module({
  controllers: [CatalogueController, MappingsController],
  providers: [
    ListCategories,
    ListProductGroups,
    ListItems,
    ListMappings,
    ListMappingCorrections,
    CorrectMappings,
    ClassifyItems,
  ],
  exports: [ListCategories],
})
export class CatalogueModule {}
