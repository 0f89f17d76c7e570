import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { CreatedDto } from '../register/change.dto.ts';
import { ChangeRelatedEntities } from './change-related-entities.ts';
import * as body from './party-change.dto.ts';
import { AddBuyerAliases } from './add-buyer-aliases.ts';
import { AddCustomerNumber } from './add-customer-number.ts';
import { RevokeLearnedRule } from './revoke-learned-rule.ts';

@ApiTags('parties')
@Controller('parties/:partyId/related-entities')
export class RelatedEntitiesController {
  constructor(private readonly belongings: ChangeRelatedEntities) {}

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  create(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() belonging: body.NewRelatedEntityRequest) {
    return this.belongings.add(partyId, belonging);
  }

  /** Changes only the given fields. */
  @Patch(':relatedEntityId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('relatedEntityId', ParseUUIDPipe) relatedEntityId: string,
    @Body() change: body.RelatedEntityChangeRequest,
  ) {
    return this.belongings.change(partyId, relatedEntityId, change);
  }
}

@ApiTags('parties')
@Controller('parties/:partyId')
export class SupplierPartiesController {
  constructor(
    private readonly names: AddBuyerAliases,
    private readonly numbers: AddCustomerNumber,
    private readonly lessons: RevokeLearnedRule,
  ) {}

  /** Adds the supplier's name for a buyer or one of its sites. */
  @Post('aliases')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  addAlias(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() { text, buyerId, siteId }: body.AliasRequest) {
    return this.names.addAlias(partyId, text, buyerId, { siteId });
  }

  @Post('customer-numbers')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  addCustomerNumber(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() number: body.CustomerNumberRequest) {
    return this.numbers.run(partyId, number);
  }

  /** Changes the validity of a customer number. */
  @Patch('customer-numbers/:numberId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeCustomerNumber(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('numberId', ParseUUIDPipe) numberId: string,
    @Body() change: body.NumberChangeRequest,
  ) {
    return this.numbers.change(partyId, numberId, change);
  }

  /** Revokes or restores a learned name or customer number. */
  @Put('learned-rules/:ruleId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeLearnedRule(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('ruleId', ParseUUIDPipe) ruleId: string,
    @Body() { acts }: body.RuleStateRequest,
  ) {
    return this.lessons.run(partyId, ruleId, acts);
  }
}
