import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import {
  AgreementDeclarationsDto,
  MissingDeclarationsDto,
  MissingDeclarationsQuery,
} from './agreement-declarations.dto.ts';
import { ListAgreementDeclarations } from './list-agreement-declarations.ts';
import { ListMissingDeclarations } from './list-missing-declarations.ts';

@ApiTags('declarations')
@Controller('agreements/:agreementId')
export class AgreementDeclarationsController {
  constructor(
    private readonly coverage: ListAgreementDeclarations,
    private readonly missing: ListMissingDeclarations,
  ) {}

  /** Returns, for each supplier of an agreement, how many items have an approved declaration today. */
  @Get('declaration-coverage')
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: [AgreementDeclarationsDto] })
  list(@Param('agreementId', ParseUUIDPipe) agreementId: string) {
    return this.coverage.run(agreementId);
  }

  /** Returns the items of an agreement without an approved declaration today, and how much of them was bought. */
  @Get('missing-declarations')
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: MissingDeclarationsDto })
  listMissing(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Query() { supplierId }: MissingDeclarationsQuery,
  ) {
    return this.missing.run(agreementId, supplierId ?? null);
  }
}
