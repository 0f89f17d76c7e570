import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ListTolerances } from './list-tolerances.ts';
import { PreviewTolerance } from './preview-tolerance.ts';
import { SetTolerance } from './set-tolerance.ts';
import type { ToleranceDraft } from './tolerance-draft.ts';
import * as dto from './tolerances.dto.ts';

@ApiTags('matching')
@Controller('matching/tolerances')
export class TolerancesController {
  constructor(
    private readonly listTolerances: ListTolerances,
    private readonly previewTolerance: PreviewTolerance,
    private readonly setTolerance: SetTolerance,
  ) {}

  @Get()
  @Permission('matching.read')
  @ApiOkResponse({ type: [dto.ToleranceDto] })
  list() {
    return this.listTolerances.run();
  }

  @Post('preview')
  @HttpCode(200)
  @Permission('matching.tolerances')
  @ApiOkResponse({ type: dto.TolerancePreviewDto })
  preview(@Body() body: dto.ToleranceDraftRequest) {
    return this.previewTolerance.run(draftOf(body));
  }

  @Post()
  @Permission('matching.tolerances')
  @ApiCreatedResponse({ type: dto.ToleranceSetDto })
  set(@Body() { reason, basis, ...body }: dto.SetToleranceRequest) {
    return this.setTolerance.run({ ...draftOf(body), reason, basis });
  }
}

const draftOf = ({ agreementId, validFrom, isInherited, limits }: dto.ToleranceDraftRequest): ToleranceDraft => ({
  agreementId: agreementId ?? null,
  validFrom,
  isInherited: isInherited ?? false,
  limits: {
    pricePercent: limits.pricePercent ?? null,
    priceAmount: limits.priceAmount ?? null,
    quantityPercent: limits.quantityPercent ?? null,
    quantityAmount: limits.quantityAmount ?? null,
  },
});
