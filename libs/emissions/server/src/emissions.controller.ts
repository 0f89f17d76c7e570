import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { BridgePeriods } from './bridge/bridge-periods.ts';
import { BridgeRuns } from './bridge/bridge-runs.ts';
import * as shape from './emissions.dto.ts';
import * as publication from './publication/publication.dto.ts';
import { WriteEvidencePack } from './evidence/write-pack.ts';
import { ExplainPeriodStep } from './explanation/explain-period-step.ts';
import { ExplainReportedLine } from './explanation/explain-reported-line.ts';
import { ExplainSpendLine } from './explanation/explain-spend-line.ts';
import { ExplainStep } from './explanation/explain-step.ts';
import { ExplainSum } from './explanation/explain-sum.ts';
import { ListRuns } from './list-runs.ts';
import { ListYears } from './list-calculated-years.ts';
import { ListNightlyVerifications } from './verification/verify-nightly.ts';
import { VerifyRun } from './verification/verify-run.ts';
import { ListPublications } from './publication/publish-run.ts';
import { ListExternalFigures } from './external-figures/record-external-figures.ts';
import * as sealed from './external-figures/external-figure.dto.ts';
import { PeriodUncertaintyDto, PeriodUncertaintyQuery } from './period-uncertainty.dto.ts';
import { SummariseEmissions } from './summarise-emissions.ts';
import { EstimateChange } from './comparison/estimate-change.ts';
import { EstimateUncertainty } from './uncertainty/estimate-uncertainty.ts';

@ApiTags('emissions')
@Controller('emissions')
export class EmissionsController {
  constructor(
    private readonly list: ListRuns,
    private readonly prove: VerifyRun,
    private readonly summarise: SummariseEmissions,
    private readonly estimateUncertainty: EstimateUncertainty,
    private readonly estimateChange: EstimateChange,
  ) {}

  @Get('runs')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [shape.RunDto] })
  listRuns(@Query() { before }: shape.RunQuery) {
    return this.list.run(before ?? null);
  }

  @Get('runs/:number/verification')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.RunVerificationDto })
  verification(@Param('number', ParseIntPipe) number: number) {
    return this.prove.run(number);
  }

  @Get('summary')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.SummaryDto })
  summary(@Query() query: shape.EmissionQuery) {
    return this.summarise.run(query);
  }

  @Get('uncertainty')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.UncertaintyDto })
  uncertainty(@Query() query: shape.EmissionQuery) {
    return this.estimateUncertainty.run(query);
  }

  /** Returns the interval of each month, quarter or year. */
  @Get('uncertainty/periods')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [PeriodUncertaintyDto] })
  async uncertaintyByPeriod(@Query() { period, ...filter }: PeriodUncertaintyQuery): Promise<PeriodUncertaintyDto[]> {
    const periods = await this.estimateUncertainty.byPeriod(filter, period);
    return periods.map(({ period: key, uncertainty: { kg, low, high } }) => ({ period: key, kg, low, high }));
  }

  @Get('change')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.PeriodChangeDto })
  change(@Query() { beforeFrom, beforeTo, ...filter }: shape.ChangeQuery) {
    return this.estimateChange.run(filter, { from: beforeFrom, to: beforeTo });
  }
}

@ApiTags('emissions')
@Controller('emissions')
export class PublicationsController {
  constructor(
    private readonly bridgeRuns: BridgeRuns,
    private readonly periods: BridgePeriods,
    private readonly listYears: ListYears,
    private readonly listPublications: ListPublications,
    private readonly evidence: WriteEvidencePack,
  ) {}

  @Get('bridge')
  @Permission('emissions.read')
  @ApiOkResponse({ type: publication.BridgeDto })
  bridge(@Query() { from, to, fromMonth, toMonth, ...of }: publication.BridgeQuery) {
    return this.bridgeRuns.run(from, to, { ...of, from: fromMonth, to: toMonth });
  }

  @Get('bridge/periods')
  @Permission('emissions.read')
  @ApiOkResponse({ type: publication.PeriodBridgeDto })
  bridgePeriods(
    @Query()
    { beforeRun, beforeFrom, beforeTo, run, from, to, publication: of, accountClass }: publication.PeriodBridgeQuery,
  ) {
    return this.periods.run(
      { run: beforeRun, from: beforeFrom, to: beforeTo },
      { run, from, to },
      { publication: of, accountClass },
    );
  }

  @Get('years')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [Number] })
  years() {
    return this.listYears.run();
  }

  @Get('publications')
  @Permission('emissions.read')
  @ApiOkResponse({ type: [publication.PublicationDto] })
  list() {
    return this.listPublications.run();
  }

  @Get('runs/:number/evidence-pack.zip')
  @Permission('emissions.export-evidence')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  evidencePack(
    @Param('number', ParseIntPipe) number: number,
    @Query() { publication: of }: publication.EvidenceQuery,
  ): Promise<StreamableFile> {
    return this.evidence.run(number, of);
  }

  @Get('evidence-progress')
  @Permission('emissions.export-evidence')
  @ApiOkResponse({ type: publication.EvidenceUnderWayDto })
  evidenceProgress() {
    return { pack: this.evidence.progress() };
  }
}

@ApiTags('emissions')
@Controller('emissions/external-figures')
export class ExternalFiguresController {
  constructor(private readonly listExternalFigures: ListExternalFigures) {}

  @Get()
  @Permission('emissions.read')
  @ApiOkResponse({ type: [sealed.ExternalFigureDto] })
  list() {
    return this.listExternalFigures.run();
  }
}

@ApiTags('emissions')
@Controller('emissions/nightly-verifications')
export class NightlyVerificationsController {
  constructor(private readonly nights: ListNightlyVerifications) {}

  @Get()
  @Permission('emissions.read')
  @ApiOkResponse({ type: [sealed.NightlyVerificationDto] })
  list() {
    return this.nights.run();
  }
}

@ApiTags('emissions')
@Controller('emissions/explanations')
export class ExplanationsController {
  constructor(
    private readonly explainSpendLine: ExplainSpendLine,
    private readonly explainReportedLine: ExplainReportedLine,
    private readonly sum: ExplainSum,
    private readonly step: ExplainStep,
    private readonly explainPeriodStep: ExplainPeriodStep,
  ) {}

  @Get('totals')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.SumExplanationDto })
  total(@Query() { language, ...filter }: shape.SumQuery) {
    return this.sum.run(filter, shape.languageOf(language));
  }

  @Get('bridge-steps')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.SumExplanationDto })
  bridgeStep(@Query() { from, to, step, fromMonth, toMonth, language, ...of }: publication.StepQuery) {
    return this.step.run(from, to, step, { ...of, from: fromMonth, to: toMonth }, shape.languageOf(language));
  }

  @Get('period-steps')
  @Permission('emissions.read')
  @ApiOkResponse({ type: publication.PeriodStepDto })
  periodStep(
    @Query()
    {
      beforeRun,
      beforeFrom,
      beforeTo,
      run,
      from,
      to,
      publication: of,
      accountClass,
      step,
      category,
      product,
      language,
    }: publication.PeriodStepQuery,
  ) {
    const periods = { before: { run: beforeRun, from: beforeFrom, to: beforeTo }, after: { run, from, to } };
    return this.explainPeriodStep.run(
      periods,
      step,
      { category, product },
      { publication: of, accountClass },
      shape.languageOf(language),
    );
  }

  @Get('spend-lines/:batchId/:lineNo')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.ExplanationDto })
  spendLine(
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Param('lineNo', ParseIntPipe) lineNo: number,
    @Query() { language, run }: shape.WhyQuery,
  ) {
    return this.explainSpendLine.run(batchId, lineNo, shape.languageOf(language), run ?? null);
  }

  @Get('reported-lines/:versionId/:lineNo')
  @Permission('emissions.read')
  @ApiOkResponse({ type: shape.ExplanationDto })
  reportedLine(
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Param('lineNo', ParseIntPipe) lineNo: number,
    @Query() { language, run }: shape.WhyQuery,
  ) {
    return this.explainReportedLine.run(versionId, lineNo, shape.languageOf(language), run ?? null);
  }
}
