import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CategoryShape, ItemsBody, ItemsQuery, ItemsToldShape, ProductShape, ToldItemShape } from './catalogue.shape.ts';
import { ListCategories, type Category } from './list-categories.ts';
import { ListItems } from './list-items.ts';
import { ListProducts, type Product } from './list-products.ts';
import { TellItems } from './tell-items.ts';

@ApiTags('catalogue')
@Controller('categories')
export class CatalogueController {
  constructor(
    private readonly list: ListCategories,
    private readonly listProducts: ListProducts,
    private readonly listItems: ListItems,
    private readonly tell: TellItems,
  ) {}

  @Get()
  @Permission('category.read')
  @ApiOkResponse({ type: [CategoryShape] })
  categories(): Promise<Category[]> {
    return this.list.run();
  }

  @Get('products')
  @Permission('category.read')
  @ApiOkResponse({ type: [ProductShape] })
  products(): Promise<Product[]> {
    return this.listProducts.run();
  }

  @Get('items')
  @Permission('item.read')
  @ApiOkResponse({ type: [ToldItemShape] })
  items(@Query() { unsure, text, after }: ItemsQuery) {
    return this.listItems.run({ unsure: unsure === 'true', text: text ?? null, after: after ?? null });
  }

  @Post('items')
  @Permission('item.tell')
  @ApiCreatedResponse({ type: ItemsToldShape })
  tellItems(@Body() { items, product, reason }: ItemsBody) {
    return this.tell.run({ items, product: product ?? null, reason });
  }
}
