import { Module } from '@nestjs/common';
import { EmissionsModule } from '@tallgrunn/emissions-server';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CollectCouncilSheet } from './council-sheets/collect-council-sheet.ts';
import { CouncilSheetsController } from './council-sheets/council-sheets.controller.ts';
import { DownloadCouncilSheet } from './council-sheets/download-council-sheet.ts';
import { ReadPopulation } from './municipalities/read-population.ts';
import { CombinedController } from './combined.controller.ts';
import { CompletenessController } from './completeness/completeness.controller.ts';
import { ListCompleteness } from './completeness/list-completeness.ts';
import { ReadChartData } from './chart-data.ts';
import { ExportCombined } from './export-combined.ts';
import { ListFilterOptions } from './list-filter-options.ts';
import { ListCombined } from './list-combined.ts';
import { ListItemsBought } from './list-items-bought.ts';
import { DecideMeasure } from './measures/decide-measure.ts';
import { EstimateMeasureEffect } from './measures/estimate-effect.ts';
import { ListMeasureEffects } from './measures/list-effects.ts';
import { ListBoughtKinds } from './measures/list-kinds.ts';
import { ListShifts } from './measures/list-shifts.ts';
import { ReadKindChanges } from './measures/read-kind-changes.ts';
import { ListMeasures } from './measures/list-measures.ts';
import { MeasuresController } from './measures/measures.controller.ts';
import { ProposeMeasure } from './measures/propose-measure.ts';
import { ReadMeasureEffect } from './measures/read-effect.ts';
import { CompareMunicipalities } from './municipalities/compare-municipalities.ts';
import { MunicipalitiesController } from './municipalities/municipalities.controller.ts';
import { StorePopulation } from './municipalities/state-population.ts';
import { CalculatePivot } from './pivot/calculate-pivot.ts';
import { PivotController } from './pivot/pivot.controller.ts';
import { RefreshAfterRun } from './refresh-after-run.ts';
import { RefreshCombined } from './refresh-combined.ts';
import { ReadVolumes } from './retender/read-volumes.ts';
import { WriteRetenderPack } from './retender/write-retender-pack.ts';
import { ShowLine } from './show-line.ts';
import { EndTarget } from './targets/end-target.ts';
import { ListTargets } from './targets/list-targets.ts';
import { ReadTargetProgress } from './targets/read-progress.ts';
import { SetTarget } from './targets/set-target.ts';
import { ReadTargetFigures } from './targets/target-figures.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { ResponsibleTasks } from './today/responsible-tasks.ts';
import { ListTasks } from './today/list-tasks.ts';
import { TodayController } from './today/today.controller.ts';
import { UtilisationController } from './utilisation/utilisation.controller.ts';
import { ReadAgreement } from './utilisation/read-agreement.ts';
import { ReadCallOffs } from './utilisation/read-call-offs.ts';
import { ReadOpeningAmounts } from './utilisation/read-opening-amounts.ts';
import { ReadCompleteMonths } from './utilisation/read-complete-months.ts';
import { ReadConsumption } from './utilisation/read-consumption.ts';
import { ReadPriceVersions } from './utilisation/read-price-versions.ts';
import { ReadCommitments } from './utilisation/read-commitments.ts';
import { ShowUtilisation } from './utilisation/show-utilisation.ts';

const combined = [
  RefreshCombined,
  RefreshAfterRun,
  ListCombined,
  ListItemsBought,
  ReadChartData,
  ListFilterOptions,
  ExportCombined,
  ShowLine,
  ListCompleteness,
  CompareMunicipalities,
  StorePopulation,
  CalculatePivot,
];
const use = [
  ReadAgreement,
  ReadCompleteMonths,
  ReadOpeningAmounts,
  ReadConsumption,
  ReadCallOffs,
  ReadPriceVersions,
  ReadCommitments,
  ShowUtilisation,
  ReadVolumes,
  WriteRetenderPack,
  ListTasks,
  ResponsibleTasks,
];
const sheets = [CollectCouncilSheet, DownloadCouncilSheet, ReadPopulation];
const targets = [
  ReadTargetFigures,
  ReadTargetProgress,
  ListTargets,
  SetTarget,
  EndTarget,
  ListMeasures,
  ListMeasureEffects,
  ListBoughtKinds,
  EstimateMeasureEffect,
  ListShifts,
  ReadKindChanges,
  ReadMeasureEffect,
  ProposeMeasure,
  DecideMeasure,
];

@Module({
  imports: [ReportingModule, EmissionsModule],
  controllers: [
    CombinedController,
    UtilisationController,
    TodayController,
    CompletenessController,
    MunicipalitiesController,
    PivotController,
    TargetsController,
    MeasuresController,
    CouncilSheetsController,
  ],
  providers: [...combined, ...use, ...sheets, ...targets],
  exports: [ExportCombined, RefreshCombined],
})
export class InsightModule {}
