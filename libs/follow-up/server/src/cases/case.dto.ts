import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { QueryBoolean } from '@tallgrunn/platform';
import {
  caseKinds,
  caseOrigins,
  caseOutcomes,
  caseStatuses,
  entryKinds,
  matterKinds,
  requestKinds,
  subjectKinds,
  type CaseKind,
  type CaseOutcome,
  type CaseStatus,
  type MatterKind,
  type RequestKind,
  type SubjectKind,
} from './case.ts';
import { challengeReasons } from './challenge-line.ts';

const day = { type: String, format: 'date' } as const;
const Nullable = (options: object = {}) => ApiProperty({ type: String, nullable: true, ...options });
const Left = (options: object = {}) => ApiProperty({ type: String, nullable: true, required: false, ...options });
const Day = () => IsISO8601({ strict: true });
const Text = () => Length(1, 5000);

export class CasesQuery {
  @ApiProperty({ type: String, format: 'uuid', required: false }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiProperty({ type: String, format: 'uuid', required: false }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiProperty({ type: String, format: 'uuid', required: false }) @IsOptional() @IsUUID() obligationId?: string;
  @ApiProperty({ type: String, format: 'uuid', required: false }) @IsOptional() @IsUUID() versionId?: string;
  @ApiProperty({ enum: caseKinds, required: false }) @IsOptional() @IsIn(caseKinds) kind?: CaseKind;
  @ApiProperty({ enum: [...caseStatuses, 'not-closed'], required: false })
  @IsOptional()
  @IsIn([...caseStatuses, 'not-closed'])
  status?: CaseStatus | 'not-closed';
  @ApiProperty({ type: Boolean, required: false, description: 'Those that whoever asks owns.' })
  @IsOptional()
  @QueryBoolean()
  mine?: boolean;
  @ApiProperty({ type: Boolean, required: false, description: 'Those whose next date is today or has passed.' })
  @IsOptional()
  @QueryBoolean()
  due?: boolean;
}

export class CaseSubjectRequest {
  @ApiProperty({ enum: subjectKinds }) @IsIn(subjectKinds) kind!: SubjectKind;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() obligationId?: string | null;
  @Left({ format: 'uuid', description: 'The report, also of a line or finding.' }) @IsOptional() @IsUUID() versionId?:
    string | null;
  @ApiProperty({ type: Number, nullable: true, required: false }) @IsOptional() @IsInt() @Min(0) lineNo?: number | null;
  @ApiProperty({ type: Number, nullable: true, required: false }) @IsOptional() @IsInt() @Min(0) findingNo?:
    number | null;
}

const Subjects = () => (target: object, key: string) => {
  ApiProperty({ type: [CaseSubjectRequest], required: false, maxItems: 100 })(target, key);
  IsOptional()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(100)(target, key);
  ValidateNested({ each: true })(target, key);
  Type(() => CaseSubjectRequest)(target, key);
};

export class OpenCaseRequest {
  @ApiProperty({ enum: matterKinds }) @IsIn(matterKinds) kind!: MatterKind;
  @ApiProperty({ format: 'uuid' }) @IsUUID() supplierId!: string;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string | null;
  @ApiProperty({ type: String, required: false, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string;
  @Left({ maxLength: 5000, description: 'To the supplier: the case is shared with it.' })
  @IsOptional()
  @IsString()
  @Text()
  message?: string | null;
  @Left({ maxLength: 5000, description: 'For the cooperative alone.' }) @IsOptional() @IsString() @Text() note?:
    string | null;
  @Left(day) @IsOptional() @Day() nextOn?: string | null;
  @Subjects() subjects?: CaseSubjectRequest[];
}

export class CaseEntryRequest {
  @ApiProperty({ enum: ['message', 'note', 'phone-call', 'meeting'] })
  @IsIn(['message', 'note', 'phone-call', 'meeting'])
  kind!: 'message' | 'note' | 'phone-call' | 'meeting';
  @ApiProperty({ maxLength: 5000 }) @IsString() @Text() body!: string;
  @Left({ ...day, description: 'The day of a call or meeting.' }) @IsOptional() @Day() happenedOn?: string | null;
  @Left({ ...day, description: 'When the case is looked at next.' }) @IsOptional() @Day() nextOn?: string | null;
  @Subjects() subjects?: CaseSubjectRequest[];
}

export class ChangeCaseRequest {
  @ApiProperty({ enum: ['open', 'waiting-for-supplier', 'waiting-for-us'], required: false })
  @IsOptional()
  @IsIn(['open', 'waiting-for-supplier', 'waiting-for-us'])
  status?: Exclude<CaseStatus, 'closed'>;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() ownerId?: string | null;
  @Left(day) @IsOptional() @Day() nextOn?: string | null;
}

export class CloseCaseRequest {
  @ApiProperty({ enum: ['resolved', 'withdrawn', 'no-action'] })
  @IsIn(['resolved', 'withdrawn', 'no-action'])
  outcome!: CaseOutcome;
  @Left({ maxLength: 2000 }) @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
}

export class ReopenCaseRequest {
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) reason!: string;
}

export class SupplierRequestRequest {
  @ApiProperty({ enum: requestKinds }) @IsIn(requestKinds) kind!: RequestKind;
  @ApiProperty({ maxLength: 5000 }) @IsString() @Text() reason!: string;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() obligationId?: string | null;
  @Left({ ...day, description: 'The due date asked for.' }) @IsOptional() @Day() dueOn?: string | null;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string | null;
  @Left({ ...day, description: 'The last day on which something is delivered.' }) @IsOptional() @Day() lastDay?:
    string | null;
}

export class DecideRequestRequest {
  @ApiProperty({ maxLength: 1000, description: 'The supplier reads it.' }) @IsString() @Length(3, 1000) reason!: string;
  @Left({ ...day, description: 'Another due date than the one asked for.' }) @IsOptional() @Day() dueOn?: string | null;
}

export class ChallengeLineRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() versionId!: string;
  @ApiProperty() @IsInt() @Min(0) lineNo!: number;
  @ApiProperty({ enum: challengeReasons }) @IsIn(challengeReasons) about!: (typeof challengeReasons)[number];
  @ApiProperty({ maxLength: 5000, description: 'The supplier reads it.' }) @IsString() @Text() body!: string;
}

export class RequestCorrectionRequest {
  @ApiProperty({ maxLength: 5000, description: 'What is wrong and why; the supplier reads it.' })
  @IsString()
  @Text()
  message!: string;
  @Subjects() subjects?: CaseSubjectRequest[];
}

export class HandOverRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() fromPersonId!: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() toPersonId!: string;
  @ApiProperty({ type: [String], required: false, description: 'Only these; without both lists, everything.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  agreementIds?: string[];
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  caseIds?: string[];
  @Left({ ...day, description: 'The last day on which the successor decides on proposals of emission factors.' })
  @IsOptional()
  @Day()
  untilOn?: string | null;
}

export class ResponsibilityDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ description: 'Of a case: its supplier.' }) title!: string;
}

export class ResponsiblePersonDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() isMe!: boolean;
}

export class ResponsibilitiesDto {
  @ApiProperty({ type: ResponsiblePersonDto }) person!: ResponsiblePersonDto;
  @ApiProperty({ description: 'Whether the person is a contract manager today.' }) isActive!: boolean;
  @ApiProperty({ type: [ResponsibilityDto] }) agreements!: ResponsibilityDto[];
  @ApiProperty({ type: [ResponsibilityDto], description: 'Those that are not closed.' }) cases!: ResponsibilityDto[];
}

export class ConversationRequest {
  @ApiProperty({ enum: ['phone-call', 'meeting'] }) @IsIn(['phone-call', 'meeting']) kind!: 'phone-call' | 'meeting';
  @ApiProperty({ maxLength: 5000 }) @IsString() @Text() body!: string;
  @ApiProperty({ ...day, description: 'The day of the call or meeting.' }) @Day() happenedOn!: string;
  @Left({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string | null;
  @Left({ ...day, description: 'The day to follow it up; without one, nothing remains to be done.' })
  @IsOptional()
  @Day()
  nextOn?: string | null;
}

export class HandedOverDto {
  @ApiProperty() agreements!: number;
  @ApiProperty({ description: 'Those that are not closed.' }) cases!: number;
  @ApiProperty({ description: 'Agreements where the new person replaced the former as contact.' }) contacts!: number;
  @ApiProperty({
    enum: ['named', 'already-named', 'needs-administrator', 'not-asked'],
    description: 'Decisions on proposals of emission factors.',
  })
  delegate!: string;
}

export class CaseRuleDto {
  @ApiProperty({ description: 'Whether late reports become cases by themselves.' }) @IsBoolean() isEnabled!: boolean;
  @ApiProperty({ minimum: 1, maximum: 60, description: 'From this many working days after the due date.' })
  @IsInt()
  @Min(1)
  @Max(60)
  lateWorkingDays!: number;
}

export class CaseIdDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class CasePartyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class CaseOwnerDto extends CasePartyDto {
  @ApiProperty({ description: 'Whoever asks.' }) isMe!: boolean;
}

export class CaseAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class RequestedDto {
  @ApiProperty({ ...day, required: false }) dueOn?: string;
  @ApiProperty({ ...day, required: false }) lastDay?: string;
}

export class CaseSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'S-2026-00001' }) number!: string;
  @ApiProperty({ enum: caseKinds }) kind!: CaseKind;
  @ApiProperty({ description: 'Empty where the kind says enough.' }) title!: string;
  @ApiProperty({ enum: caseStatuses }) status!: CaseStatus;
  @ApiProperty({ enum: caseOrigins }) origin!: string;
  @ApiProperty({ description: 'The supplier sees the case.' }) isShared!: boolean;
  @ApiProperty({ type: CasePartyDto }) supplier!: CasePartyDto;
  @ApiProperty({ type: CasePartyDto, nullable: true, description: 'The buyer that opened it.' })
  buyer!: CasePartyDto | null;
  @ApiProperty({ type: CaseAgreementDto, nullable: true }) agreement!: CaseAgreementDto | null;
  @ApiProperty({ type: CaseOwnerDto, nullable: true, description: 'Null to other sides.' }) owner!: CaseOwnerDto | null;
  @Nullable(day) nextOn!: string | null;
  @ApiProperty({ description: 'The next date is today or has passed.' }) isDue!: boolean;
  @ApiProperty({ type: [String], description: 'Keys of the periods that it is about.' }) periods!: string[];
  @ApiProperty({ type: RequestedDto }) request!: RequestedDto;
  @ApiProperty({ enum: caseOutcomes, nullable: true, type: String }) outcome!: CaseOutcome | null;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiProperty({ format: 'date-time' }) changedAt!: string;
  @Nullable({ format: 'date-time' }) closedAt!: string | null;
  @ApiProperty({ description: 'Calendar days from when it was opened until it was closed, or until now.' })
  days!: number;
}

export class ShownSubjectDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: subjectKinds }) kind!: SubjectKind;
  @Nullable({ format: 'uuid', description: 'The message it is attached to; null: the case.' }) entryId!: string | null;
  @Nullable({ format: 'uuid' }) obligationId!: string | null;
  @Nullable({ format: 'uuid' }) versionId!: string | null;
  @ApiProperty({ type: Number, nullable: true }) lineNo!: number | null;
  @ApiProperty({ type: Number, nullable: true }) findingNo!: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As it was when it was attached.' })
  snapshot!: Record<string, unknown>;
  @Nullable({ format: 'date-time' }) resolvedAt!: string | null;
  @Nullable({ description: 'Of an obligation, now.' }) state!: string | null;
  @Nullable(day) dueOn!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Working days.' }) daysLate!: number | null;
}

export class EntryAuthorDto {
  @ApiProperty({ enum: ['cooperative', 'supplier', 'buyer', 'system'] }) side!: string;
  @Nullable() name!: string | null;
  @ApiProperty() isMe!: boolean;
}

export class ShownEntryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: entryKinds }) kind!: (typeof entryKinds)[number];
  @ApiProperty({ description: 'For the cooperative alone.' }) isInternal!: boolean;
  @ApiProperty({ type: EntryAuthorDto }) author!: EntryAuthorDto;
  @Nullable() body!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) details!: Record<string, unknown>;
  @Nullable(day) happenedOn!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class CaseDto extends CaseSummaryDto {
  @ApiProperty({ type: [ShownSubjectDto] }) subjects!: ShownSubjectDto[];
  @ApiProperty({ type: [ShownEntryDto], description: 'Oldest first.' }) entries!: ShownEntryDto[];
}
