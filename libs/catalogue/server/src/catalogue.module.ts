import { Module } from '@nestjs/common';
import {
  CategoriesController,
  ProductGroupsController,
  CatalogueItemsController,
  CategoryMappingsController,
  MappingCorrectionsController,
} from './catalogue.controller.ts';
import { CorrectMappings } from './correct-mappings.ts';
import { ListCategories } from './list-categories.ts';
import { ListItems } from './list-items.ts';
import { ListMappingCorrections, ListMappings } from './list-mappings.ts';
import { ListProductGroups } from './list-products.ts';
import { ClassifyItems } from './classify-items.ts';

@Module({
  controllers: [
    CategoriesController,
    ProductGroupsController,
    CatalogueItemsController,
    CategoryMappingsController,
    MappingCorrectionsController,
  ],
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
