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
  constructor(private readonly showItem: ShowItem) {}

  @Get('items/:itemId')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: shape.ItemDto })
  show(@Id('agreementId') agreementId: string, @Id('itemId') itemId: string) {
    return this.showItem.run(agreementId, itemId);
  }
}

@ApiTags('prices')
@Controller('agreements/:agreementId/items/:itemId/pack-overrides')
export class PackOverridesController {
  constructor(
    private readonly decide: SetPackOverride,
    private readonly withdraw: RevokePackOverride,
  ) {}

  /** Overrides the content of one unit of the item, or marks it as unknown; takes precedence over the price form. */
  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedPriceModelDto })
  set(@Id('agreementId') agreementId: string, @Id('itemId') itemId: string, @Body() body: shape.PackRequest) {
    return this.decide.run(agreementId, itemId, body);
  }

  @Post(':overrideId/revoke')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Id('agreementId') agreementId: string, @Id('itemId') itemId: string, @Id('overrideId') overrideId: string) {
    return this.withdraw.run(agreementId, itemId, overrideId);
  }
}

@ApiTags('prices')
@Controller('agreements/:agreementId/item-number-changes')
export class ItemNumberChangesController {
  constructor(
    private readonly listItemNumberChanges: ListItemNumberChanges,
    private readonly link: LinkItemNumbers,
    private readonly undo: RevokeItemNumberChange,
  ) {}

  @Get()
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.ItemChangeDto] })
  list(@Id('agreementId') agreementId: string) {
    return this.listItemNumberChanges.run(agreementId);
  }

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: shape.CreatedPriceModelDto })
  create(@Id('agreementId') agreementId: string, @Body() body: shape.ItemChangeRequest) {
    return this.link.run(agreementId, body);
  }

  @Post(':changeId/revoke')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Id('agreementId') agreementId: string, @Id('changeId') changeId: string) {
    return this.undo.run(agreementId, changeId);
  }
}
