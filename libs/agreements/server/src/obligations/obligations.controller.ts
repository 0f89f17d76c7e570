import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CreatedDto } from '../register/change.dto.ts';
import { ExemptionRequest, ExtendObligationRequest } from './obligations.dto.ts';
import { ExemptObligation } from './exempt-obligation.ts';
import { ExtendObligation } from './extend-obligation.ts';

@ApiTags('obligations')
@Controller('obligations/:obligationId')
export class ObligationsController {
  constructor(
    private readonly extension: ExtendObligation,
    private readonly exemption: ExemptObligation,
  ) {}

  /** Extends the due date, with a reason that the supplier can read. */
  @Post('extend')
  @Permission('agreement.write')
  @ApiCreatedResponse({ type: CreatedDto })
  extend(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Body() body: ExtendObligationRequest) {
    return this.extension.run(obligationId, body);
  }

  /** Revokes the extension in force. */
  @Post('revoke-extension')
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  revokeExtension(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.extension.revoke(obligationId);
  }

  /** Exempts the supplier from the report, with a reason that the supplier can read. */
  @Post('exempt')
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  exempt(@Param('obligationId', ParseUUIDPipe) obligationId: string, @Body() { reason }: ExemptionRequest) {
    return this.exemption.run(obligationId, reason);
  }

  @Post('revoke-exemption')
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  revokeExemption(@Param('obligationId', ParseUUIDPipe) obligationId: string) {
    return this.exemption.run(obligationId, null);
  }
}
