import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ExemptionRequest } from './obligations.dto.ts';
import { ExemptObligation } from './exempt-obligation.ts';

@ApiTags('agreements')
@Controller('agreements/:agreementId/duties/:dutyId/exemption')
export class AgreementDutiesController {
  constructor(private readonly exempt: ExemptObligation) {}

  @Put()
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  letOff(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('dutyId', ParseUUIDPipe) dutyId: string,
    @Body() { reason }: ExemptionRequest,
  ) {
    return this.exempt.run(agreementId, dutyId, reason);
  }

  @Delete()
  @HttpCode(204)
  @Permission('agreement.write')
  @ApiNoContentResponse()
  owedAgain(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Param('dutyId', ParseUUIDPipe) dutyId: string) {
    return this.exempt.run(agreementId, dutyId, null);
  }
}
