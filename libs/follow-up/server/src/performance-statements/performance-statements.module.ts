import { Module } from '@nestjs/common';
import { MatchingModule } from '@tallgrunn/matching-server';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CasesModule } from '../cases/cases.module.ts';
import { PenaltiesModule } from '../penalties/penalties.module.ts';
import { PriceDeviationsModule } from '../price-deviations/price-deviations.module.ts';
import { SupplierPageModule } from '../supplier-page/supplier-page.module.ts';
import { CollectStatementFigures } from './collect-statement-figures.ts';
import { CommentStatement } from './comment-statement.ts';
import { DecideStatement } from './decide-statement.ts';
import { DownloadStatement } from './download-statement.ts';
import { ListStatements } from './list-statements.ts';
import { PerformanceStatementsController } from './performance-statements.controller.ts';
import { ProposeStatement } from './propose-statement.ts';
import { ShowStatement } from './show-statement.ts';

/** Yearly performance statements: proposed by rule, decided by a person. */
@Module({
  imports: [ReportingModule, MatchingModule, CasesModule, PenaltiesModule, PriceDeviationsModule, SupplierPageModule],
  controllers: [PerformanceStatementsController],
  providers: [
    CollectStatementFigures,
    CommentStatement,
    DecideStatement,
    DownloadStatement,
    ListStatements,
    ProposeStatement,
    ShowStatement,
  ],
})
export class PerformanceStatementsModule {}
