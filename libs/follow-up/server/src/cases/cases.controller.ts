import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as dto from './case.dto.ts';
import { CaseRules } from './case-rules.ts';
import { ChallengeLine } from './challenge-line.ts';
import { ChangeCase } from './change-case.ts';
import { DecideRequest } from './decide-request.ts';
import { HandOverResponsibilities } from './hand-over.ts';
import { ListCases } from './list-cases.ts';
import { OpenCase } from './open-case.ts';
import { RecordConversation } from './record-conversation.ts';
import { RequestCorrection } from './request-correction.ts';
import { OpenSupplierRequest } from './request-of-supplier.ts';
import { ShowCase } from './show-case.ts';
import { AddCaseEntry } from './write-in-case.ts';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly listCases: ListCases,
    private readonly showCase: ShowCase,
    private readonly opening: OpenCase,
    private readonly writing: AddCaseEntry,
  ) {}

  /** Lists the cases that the actor may see: a supplier those about it that are shared, a buyer those it opened. */
  @Get()
  @Permission('case.read')
  @ApiOkResponse({ type: [dto.CaseSummaryDto] })
  list(@Query() query: dto.CasesQuery) {
    return this.listCases.run(query);
  }

  @Post()
  @Permission('case.manage')
  @ApiCreatedResponse({ type: dto.CaseIdDto })
  open(@Body() body: dto.OpenCaseRequest) {
    return this.opening.run(body);
  }

  @Get(':caseId')
  @Permission('case.read')
  @ApiOkResponse({ type: dto.CaseDto })
  show(@Param('caseId', ParseUUIDPipe) caseId: string) {
    return this.showCase.run(caseId);
  }

  /** Adds a message to the other side, or an internal note, call or meeting. */
  @Post(':caseId/entries')
  @Permission('case.write')
  @ApiCreatedResponse({ type: dto.CaseIdDto })
  write(@Param('caseId', ParseUUIDPipe) caseId: string, @Body() body: dto.CaseEntryRequest) {
    return this.writing.run(caseId, body);
  }
}

@ApiTags('cases')
@Controller('cases/:caseId')
export class CaseChangesController {
  constructor(
    private readonly changeCase: ChangeCase,
    private readonly decide: DecideRequest,
  ) {}

  /** Changes owner, next date and status. Omitted fields are unchanged. */
  @Patch()
  @HttpCode(204)
  @Permission('case.manage')
  @ApiNoContentResponse()
  change(@Param('caseId', ParseUUIDPipe) caseId: string, @Body() body: dto.ChangeCaseRequest) {
    return this.changeCase.run(caseId, body);
  }

  @Post('close')
  @HttpCode(204)
  @Permission('case.manage')
  @ApiNoContentResponse()
  close(@Param('caseId', ParseUUIDPipe) caseId: string, @Body() { outcome, reason }: dto.CloseCaseRequest) {
    return this.changeCase.close(caseId, outcome, reason ?? null);
  }

  @Post('reopen')
  @HttpCode(204)
  @Permission('case.manage')
  @ApiNoContentResponse()
  reopen(@Param('caseId', ParseUUIDPipe) caseId: string, @Body() { reason }: dto.ReopenCaseRequest) {
    return this.changeCase.reopen(caseId, reason);
  }

  /** Approves a supplier's request; it takes effect at once. */
  @Post('approve')
  @HttpCode(204)
  @Permission('case.manage')
  @ApiNoContentResponse()
  approve(@Param('caseId', ParseUUIDPipe) caseId: string, @Body() body: dto.DecideRequestRequest) {
    return this.decide.run(caseId, { ...body, isApproved: true });
  }

  @Post('decline')
  @HttpCode(204)
  @Permission('case.manage')
  @ApiNoContentResponse()
  decline(@Param('caseId', ParseUUIDPipe) caseId: string, @Body() { reason }: dto.ReopenCaseRequest) {
    return this.decide.run(caseId, { reason, isApproved: false });
  }
}

@ApiTags('cases')
@Controller()
export class CaseOpeningsController {
  constructor(
    private readonly request: OpenSupplierRequest,
    private readonly challenge: ChallengeLine,
    private readonly correction: RequestCorrection,
    private readonly handing: HandOverResponsibilities,
    private readonly rules: CaseRules,
    private readonly conversations: RecordConversation,
  ) {}

  /** Opens a request of a supplier: more time, an exemption, an end of reporting, or a correction of stored data. */
  @Post('supplier-requests')
  @Permission('case.request')
  @ApiCreatedResponse({ type: dto.CaseIdDto })
  requestOfSupplier(@Body() body: dto.SupplierRequestRequest) {
    return this.request.run(body);
  }

  /** Challenges a reported line or its price, as the buyer of that line. */
  @Post('line-challenges')
  @Permission('case.challenge')
  @ApiCreatedResponse({ type: dto.CaseIdDto })
  challengeLine(@Body() body: dto.ChallengeLineRequest) {
    return this.challenge.run(body);
  }

  /** Asks the supplier to correct an accepted report. */
  @Post('report-versions/:versionId/request-correction')
  @Permission('case.manage')
  @ApiCreatedResponse({ type: dto.CaseIdDto })
  requestCorrection(@Param('versionId', ParseUUIDPipe) versionId: string, @Body() body: dto.RequestCorrectionRequest) {
    return this.correction.run(versionId, body);
  }

  /** Hands over all responsibilities of one contract manager to another. */
  @Post('responsibilities/hand-over')
  @HttpCode(200)
  @Permission('responsibility.hand-over')
  @ApiOkResponse({ type: dto.HandedOverDto })
  handOver(@Body() body: dto.HandOverRequest) {
    return this.handing.run(body);
  }

  /** Lists who is responsible for which agreements and open cases. */
  @Get('responsibilities')
  @Permission('responsibility.hand-over')
  @ApiOkResponse({ type: [dto.ResponsibilitiesDto] })
  responsibilities(): Promise<dto.ResponsibilitiesDto[]> {
    return this.handing.list() as Promise<dto.ResponsibilitiesDto[]>;
  }

  /** Records a phone call or a meeting with a supplier. Only the cooperative sees it. */
  @Post('suppliers/:supplierId/conversations')
  @Permission('case.manage')
  @ApiCreatedResponse({ type: dto.CaseIdDto })
  recordConversation(
    @Param('supplierId', ParseUUIDPipe) supplierId: string,
    @Body() body: dto.ConversationRequest,
  ): Promise<dto.CaseIdDto> {
    return this.conversations.run(supplierId, body);
  }

  @Get('case-rule')
  @Permission('case.manage')
  @ApiOkResponse({ type: dto.CaseRuleDto })
  rule() {
    return this.rules.read();
  }

  @Put('case-rule')
  @HttpCode(204)
  @Permission('case.manage')
  @ApiNoContentResponse()
  changeRule(@Body() body: dto.CaseRuleDto) {
    return this.rules.change(body);
  }
}
