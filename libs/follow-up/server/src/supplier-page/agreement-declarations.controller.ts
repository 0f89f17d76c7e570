import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { AgreementDeclarationsDto } from './agreement-declarations.dto.ts';
import { ListAgreementDeclarations } from './list-agreement-declarations.ts';

@ApiTags('declarations')
@Controller('agreements/:agreementId/declaration-coverage')
export class AgreementDeclarationsController {
  constructor(private readonly coverage: ListAgreementDeclarations) {}

  /** Returns, for each supplier of an agreement, how many items have an approved declaration today. */
  @Get()
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: [AgreementDeclarationsDto] })
  list(@Param('agreementId', ParseUUIDPipe) agreementId: string) {
    return this.coverage.run(agreementId);
  }
}
