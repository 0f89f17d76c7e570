import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { DecideMeasure } from './decide-measure.ts';
import { ListBoughtKinds } from './list-kinds.ts';
import { ListMeasureEffects } from './list-effects.ts';
import { ListMeasures } from './list-measures.ts';
import {
  BoughtKindsDto,
  BoughtKindsQuery,
  DecideMeasureRequest,
  MeasureDecidedDto,
  MeasureDto,
  MeasureEffectDto,
  MeasureProposedDto,
  ProposeMeasureRequest,
} from './measure.dto.ts';
import { ProposeMeasure } from './propose-measure.ts';

@ApiTags('targets')
@Controller('measures')
export class MeasuresController {
  constructor(
    private readonly measures: ListMeasures,
    private readonly listMeasureEffects: ListMeasureEffects,
    private readonly kinds: ListBoughtKinds,
    private readonly propose: ProposeMeasure,
    private readonly decision: DecideMeasure,
  ) {}

  /** Returns the measures with their states and the effect expected of each. */
  @Get()
  @Permission('combined.read')
  @ApiOkResponse({ type: [MeasureDto] })
  list() {
    return this.measures.run();
  }

  /** Returns the kinds of goods bought by mass in the newest complete months. */
  @Get('kinds')
  @Permission('combined.read')
  @ApiOkResponse({ type: BoughtKindsDto })
  listKinds(@Query() filter: BoughtKindsQuery) {
    return this.kinds.run(filter);
  }

  /** Proposes a measure. */
  @Post()
  @Permission('target.write')
  @ApiCreatedResponse({ type: MeasureProposedDto })
  create(
    @Body() { buyerId = null, supplierId = null, agreementId = null, cost = null, ...rest }: ProposeMeasureRequest,
  ) {
    return this.propose.run({ ...rest, buyerId, supplierId, agreementId, cost });
  }

  /** Recalculates the realised effect in each year of a measure. */
  @Get(':measureId/effects')
  @Permission('combined.read')
  @ApiOkResponse({ type: [MeasureEffectDto] })
  effects(@Param('measureId', ParseUUIDPipe) measureId: string) {
    return this.listMeasureEffects.run(measureId);
  }

  /** Puts a measure in its next state, with a reason. */
  @Post(':measureId/decide')
  @HttpCode(200)
  @Permission('target.write')
  @ApiOkResponse({ type: MeasureDecidedDto })
  decide(@Param('measureId', ParseUUIDPipe) measureId: string, @Body() { state, reason }: DecideMeasureRequest) {
    return this.decision.run(measureId, state, reason);
  }
}
