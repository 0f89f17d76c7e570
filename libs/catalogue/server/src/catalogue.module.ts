import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.ts';
import { ListCategories } from './list-categories.ts';
import { ListItems } from './list-items.ts';
import { ListProducts } from './list-products.ts';
import { TellItems } from './tell-items.ts';

@Module({ controllers: [CatalogueController], providers: [ListCategories, ListProducts, ListItems, TellItems], exports: [ListCategories] })
export class CatalogueModule {}
