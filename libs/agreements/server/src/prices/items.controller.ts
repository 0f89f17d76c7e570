import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { SetPackOverride } from './set-pack-override.ts';
import { LinkItemNumbers } from './link-item-numbers.ts';
import { ListItemNumberChanges } from './list-item-number-changes.ts';
import * as shape from './prices.dto.ts';
import { ShowItem } from './show-item.ts';
import { RevokeItemNumberChange } from './revoke-item-number-change.ts';
import { RevokePackOverride } from './revoke-pack-override.ts';

const Id = (name: string) => Param(name, ParseUUIDPipe);

@ApiTags('prices')
@Controller('agreements/:agreementId')
export class ItemsController {
  constructor(
    private readonly show: ShowItem,
    private readonly list: ListItemNumberChanges,
    private readonly link: LinkItemNumbers,
    private readonly undo: RevokeItemNumberChange,
    private readonly decide: SetPackOverride,
    private readonly withdraw: RevokePackOverride,
  ) {}

  @Get('items/:itemId')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: shape.ItemDto })
  item(@Id('agreementId') agreementId: string, @Id('itemId') itemId: string) {
    return this.show.run(agreementId, itemId);
  }

  /** Overrides the content of one unit of the item, or marks it as unknown; takes precedence over the price form. */
  @Post('items/:itemId/packs')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedPriceModelDto })
  decidePack(@Id('agreementId') agreementId: string, @Id('itemId') itemId: string, @Body() body: shape.PackRequest) {
    return this.decide.run(agreementId, itemId, body);
  }

  @Post('items/:itemId/packs/:decisionId/withdrawal')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdrawPack(
    @Id('agreementId') agreementId: string,
    @Id('itemId') itemId: string,
    @Id('decisionId') decisionId: string,
  ) {
    return this.withdraw.run(agreementId, itemId, decisionId);
  }

  @Get('item-changes')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.ItemChangeDto] })
  itemChanges(@Id('agreementId') agreementId: string) {
    return this.list.run(agreementId);
  }

  @Post('item-changes')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedPriceModelDto })
  linkItems(@Id('agreementId') agreementId: string, @Body() body: shape.ItemChangeRequest) {
    return this.link.run(agreementId, body);
  }

  @Post('item-changes/:changeId/undoing')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  undoItemChange(@Id('agreementId') agreementId: string, @Id('changeId') changeId: string) {
    return this.undo.run(agreementId, changeId);
  }
}
