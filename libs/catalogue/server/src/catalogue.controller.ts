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
export class CategoriesController {
  constructor(private readonly listCategories: ListCategories) {}

  @Get()
  @Permission('category.read')
  @ApiOkResponse({ type: [CategoryDto] })
  list(): Promise<Category[]> {
    return this.listCategories.run();
  }
}

@ApiTags('catalogue')
@Controller('product-groups')
export class ProductGroupsController {
  constructor(private readonly listProducts: ListProductGroups) {}

  @Get()
  @Permission('category.read')
  @ApiOkResponse({ type: [ProductDto] })
  list(): Promise<ProductGroup[]> {
    return this.listProducts.run();
  }
}

@ApiTags('catalogue')
@Controller('items')
export class CatalogueItemsController {
  constructor(
    private readonly listItems: ListItems,
    private readonly tell: ClassifyItems,
  ) {}

  @Get()
  @Permission('item.read')
  @ApiOkResponse({ type: [ClassifiedItemDto] })
  list(@Query() { unsure, text, after }: ItemsQuery) {
    return this.listItems.run({ unsure: unsure === 'true', text: text ?? null, after: after ?? null });
  }

  @Post('classify')
  @Permission('item.classify')
  @ApiCreatedResponse({ type: ClassifiedItemsDto })
  classify(@Body() { items, product, reason }: ItemsRequest) {
    return this.tell.run({ items, product: product ?? null, reason });
  }
}

@ApiTags('catalogue')
@Controller('category-mappings')
export class CategoryMappingsController {
  constructor(private readonly listMappings: ListMappings) {}

  @Get()
  @Permission('item.read')
  @ApiOkResponse({ type: [mapping.MappingDto] })
  list(@Query() { system, category, text, below, after }: mapping.MappingsQuery) {
    return this.listMappings.run({
      system,
      category: category ?? null,
      text: text ?? null,
      below: below ?? null,
      after: after ?? null,
    });
  }
}

@ApiTags('catalogue')
@Controller('mapping-corrections')
export class MappingCorrectionsController {
  constructor(
    private readonly listCorrections: ListMappingCorrections,
    private readonly correction: CorrectMappings,
  ) {}

  @Get()
  @Permission('item.read')
  @ApiOkResponse({ type: [mapping.MappingCorrectionDto] })
  list() {
    return this.listCorrections.run();
  }

  @Post()
  @Permission('item.classify')
  @ApiCreatedResponse({ type: mapping.CorrectedDto })
  create(@Body() { system, codes, category, product, reason }: mapping.MappingCorrectionRequest) {
    return this.correction.run({ system, codes, category: category ?? null, product: product ?? null, reason });
  }

  @Post(':correctionId/revoke')
  @Permission('item.classify')
  @ApiCreatedResponse({ type: mapping.CorrectedDto })
  revoke(@Param('correctionId', ParseUUIDPipe) correctionId: string, @Body() { reason }: mapping.UndoRequest) {
    return this.correction.revoke(correctionId, reason);
  }
}
