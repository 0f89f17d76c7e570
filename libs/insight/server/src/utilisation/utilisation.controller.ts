import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { WriteRetenderPack, XLSX } from '../retender/write-retender-pack.ts';
import { ShowUtilisation } from './show-utilisation.ts';
import { AgreementUtilisationDto, RetenderQuery } from './utilisation.dto.ts';

@ApiTags('utilisation')
@Controller('agreements/:agreementId')
export class UtilisationController {
  constructor(
    private readonly showUtilisation: ShowUtilisation,
    private readonly pack: WriteRetenderPack,
  ) {}

  /** Returns the utilisation of an agreement, the next decision, and whether its commitments are met. */
  @Get('utilisation')
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: AgreementUtilisationDto })
  show(@Param('agreementId', ParseUUIDPipe) agreementId: string) {
    return this.showUtilisation.run(agreementId);
  }

  /** Returns twelve months of volumes as a draft price form. */
  @Get('retender-pack')
  @Permission('agreement.monitor')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  retenderPack(@Param('agreementId', ParseUUIDPipe) agreementId: string, @Query() { language, prices }: RetenderQuery) {
    return this.pack.run(agreementId, { language: language ?? 'nb', prices: prices ?? 'hidden' });
  }
}
