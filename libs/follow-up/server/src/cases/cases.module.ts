import { Module } from '@nestjs/common';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { FactorBookModule } from '@tallgrunn/factor-book-server';
import { IdentityModule } from '@tallgrunn/identity-server';
import { ReportingModule } from '@tallgrunn/reporting-server';
import { CaseRules } from './case-rules.ts';
import { CaseStore } from './case-store.ts';
import { CaseSubjects } from './case-subjects.ts';
import { CaseChangesController, CaseOpeningsController, CasesController } from './cases.controller.ts';
import { ChallengeLine } from './challenge-line.ts';
import { ChangeCase } from './change-case.ts';
import { DecideRequest } from './decide-request.ts';
import { ReadReplies } from './email/read-replies.ts';
import { ReceiveCaseReply } from './email/receive-case-reply.ts';
import { SendCaseMessage } from './email/send-case-message.ts';
import { FollowReports } from './follow-reports.ts';
import { HandOverResponsibilities } from './hand-over.ts';
import { ListCases } from './list-cases.ts';
import { MoveOpenReports } from './move-open-reports.ts';
import { OpenCase } from './open-case.ts';
import { RecordConversation } from './record-conversation.ts';
import { RequestCorrection } from './request-correction.ts';
import { OpenSupplierRequest } from './request-of-supplier.ts';
import { ShowCase } from './show-case.ts';
import { AddCaseEntry } from './write-in-case.ts';

/** Cases: matters to follow up with suppliers, requests from suppliers, and the conversations about them. */
@Module({
  imports: [IdentityModule, AgreementsModule, FactorBookModule, ReportingModule],
  controllers: [CasesController, CaseChangesController, CaseOpeningsController],
  providers: [
    CaseStore,
    CaseSubjects,
    CaseRules,
    ListCases,
    ShowCase,
    OpenCase,
    AddCaseEntry,
    ChangeCase,
    OpenSupplierRequest,
    RecordConversation,
    DecideRequest,
    ChallengeLine,
    RequestCorrection,
    HandOverResponsibilities,
    FollowReports,
    MoveOpenReports,
    SendCaseMessage,
    ReceiveCaseReply,
    ReadReplies,
  ],
  exports: [ListCases, OpenCase, AddCaseEntry, FollowReports, ReadReplies],
})
export class CasesModule {}
