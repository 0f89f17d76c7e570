import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CategoryShape } from './catalogue.shape.ts';
import { ListCategories, type Category } from './list-categories.ts';

@ApiTags('catalogue')
@Controller('categories')
export class CatalogueController {
  constructor(private readonly list: ListCategories) {}

  @Get()
  @Permission('category.read')
  @ApiOkResponse({ type: [CategoryShape] })
  categories(): Promise<Category[]> {
    return this.list.run();
  }
}
