import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import {
  CategoryDto,
  ItemsRequest,
  ItemsQuery,
  ClassifiedItemsDto,
  ProductDto,
  ClassifiedItemDto,
} from './catalogue.dto.ts';
import { CorrectMappings } from './correct-mappings.ts';
import { ListCategories, type Category } from './list-categories.ts';
import { ListItems } from './list-items.ts';
import { ListMappingCorrections, ListMappings } from './list-mappings.ts';
import { ListProductGroups, type ProductGroup } from './list-products.ts';
import * as mapping from './mapping.dto.ts';
import { ClassifyItems } from './classify-items.ts';

@ApiTags('catalogue')
@Controller('categories')
export class CatalogueController {
  constructor(
    private readonly list: ListCategories,
    private readonly listProducts: ListProductGroups,
    private readonly listItems: ListItems,
    private readonly tell: ClassifyItems,
  ) {}

  @Get()
  @Permission('category.read')
  @ApiOkResponse({ type: [CategoryDto] })
  categories(): Promise<Category[]> {
    return this.list.run();
  }

  @Get('products')
  @Permission('category.read')
  @ApiOkResponse({ type: [ProductDto] })
  products(): Promise<ProductGroup[]> {
    return this.listProducts.run();
  }

  @Get('items')
  @Permission('item.read')
  @ApiOkResponse({ type: [ClassifiedItemDto] })
  items(@Query() { unsure, text, after }: ItemsQuery) {
    return this.listItems.run({ unsure: unsure === 'true', text: text ?? null, after: after ?? null });
  }

  @Post('items')
  @Permission('item.classify')
  @ApiCreatedResponse({ type: ClassifiedItemsDto })
  tellItems(@Body() { items, product, reason }: ItemsRequest) {
    return this.tell.run({ items, product: product ?? null, reason });
  }
}

@ApiTags('catalogue')
@Controller('categories')
export class MappingsController {
  constructor(
    private readonly list: ListMappings,
    private readonly listCorrections: ListMappingCorrections,
    private readonly correction: CorrectMappings,
  ) {}

  @Get('mappings')
  @Permission('item.read')
  @ApiOkResponse({ type: [mapping.MappingDto] })
  mappings(@Query() { system, category, text, below, after }: mapping.MappingsQuery) {
    return this.list.run({
      system,
      category: category ?? null,
      text: text ?? null,
      below: below ?? null,
      after: after ?? null,
    });
  }

  @Get('corrections')
  @Permission('item.read')
  @ApiOkResponse({ type: [mapping.MappingCorrectionDto] })
  corrections() {
    return this.listCorrections.run();
  }

  @Post('corrections')
  @Permission('item.classify')
  @ApiCreatedResponse({ type: mapping.CorrectedDto })
  correct(@Body() { system, codes, category, product, reason }: mapping.MappingCorrectionRequest) {
    return this.correction.run({ system, codes, category: category ?? null, product: product ?? null, reason });
  }

  @Post('corrections/:correctionId/undo')
  @Permission('item.classify')
  @ApiCreatedResponse({ type: mapping.CorrectedDto })
  undo(@Param('correctionId', ParseUUIDPipe) correctionId: string, @Body() { reason }: mapping.UndoRequest) {
    return this.correction.revoke(correctionId, reason);
  }
}
