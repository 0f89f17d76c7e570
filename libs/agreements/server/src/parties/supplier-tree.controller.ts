import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission, AllowApiKeys } from '@tallgrunn/platform';
import { CreatedDto } from '../register/change.dto.ts';
import { ChangeRelatedEntities } from './change-related-entities.ts';
import * as body from './party-change.dto.ts';
import { AddBuyerAliases } from './add-buyer-aliases.ts';
import { AddCustomerNumber } from './add-customer-number.ts';
import { RevokeLearnedRule } from './revoke-learned-rule.ts';

@ApiTags('parties')
@Controller('parties/:partyId')
export class SupplierTreeController {
  constructor(
    private readonly belongings: ChangeRelatedEntities,
    private readonly names: AddBuyerAliases,
    private readonly numbers: AddCustomerNumber,
    private readonly lessons: RevokeLearnedRule,
  ) {}

  @Post('belongings')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  addBelonging(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() belonging: body.NewRelatedEntityRequest) {
    return this.belongings.add(partyId, belonging);
  }

  /** Changes only the given fields. */
  @Put('belongings/:belongingId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  changeBelonging(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('belongingId', ParseUUIDPipe) belongingId: string,
    @Body() change: body.RelatedEntityChangeRequest,
  ) {
    return this.belongings.change(partyId, belongingId, change);
  }

  /** Adds the supplier's name for a buyer or one of its sites. */
  @Post('aliases')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  teachAlias(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() { text, buyerId, siteId }: body.AliasRequest) {
    return this.names.addAlias(partyId, text, buyerId, { siteId });
  }

  @Post('customer-numbers')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({ type: CreatedDto })
  teachCustomerNumber(@Param('partyId', ParseUUIDPipe) partyId: string, @Body() number: body.CustomerNumberRequest) {
    return this.numbers.run(partyId, number);
  }

  /** Changes the validity of a customer number. */
  @Put('customer-numbers/:numberId')
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
  @Put('lessons/:lessonId')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @HttpCode(204)
  @ApiNoContentResponse()
  undoLesson(
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Param('lessonId', ParseUUIDPipe) lessonId: string,
    @Body() { acts }: body.RuleStateRequest,
  ) {
    return this.lessons.run(partyId, lessonId, acts);
  }
}
