import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.ts';
import { ListCategories } from './list-categories.ts';

@Module({ controllers: [CatalogueController], providers: [ListCategories], exports: [ListCategories] })
export class CatalogueModule {}
