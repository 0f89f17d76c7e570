import { Module } from '@nestjs/common';
import { CombinedController } from './combined.controller.ts';
import { DrawBasis } from './draw-basis.ts';
import { ExportCombined } from './export-combined.ts';
import { ListChoices } from './list-choices.ts';
import { ListCombined } from './list-combined.ts';
import { RefreshAfterRun } from './refresh-after-run.ts';
import { RefreshCombined } from './refresh-combined.ts';
import { ShowLine } from './show-line.ts';

@Module({
  controllers: [CombinedController],
  providers: [RefreshCombined, RefreshAfterRun, ListCombined, DrawBasis, ListChoices, ExportCombined, ShowLine],
  exports: [ExportCombined, RefreshCombined],
})
export class InsightModule {}
