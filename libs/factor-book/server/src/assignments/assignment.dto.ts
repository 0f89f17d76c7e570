import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import { InThreeLanguagesDto } from '../emission-factors.dto.ts';
import { assignmentKinds, type AssignmentKind } from './draft-assignment.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = { type: String, nullable: true } as const;

export class FactorAssignmentRequest {
  @ApiProperty({ enum: assignmentKinds }) @IsIn(assignmentKinds) kind!: AssignmentKind;
  @ApiProperty({ description: 'A kind of goods, a category, or an account as system:code.' })
  @IsString()
  @Length(1, 80)
  target!: string;
  @ApiProperty() @IsString() @Length(1, 120) setId!: string;
  @ApiProperty() @IsString() @Length(1, 120) factorId!: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 120) directSetId?: string;
  @ApiProperty({ required: false, description: 'What burning the goods sets free; kept apart as scope 1.' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directFactorId?: string;
  @ApiProperty({ example: '2026-01-01' }) @Matches(DAY) fromOn!: string;
  @ApiProperty() @TrimmedText(1, 2000) reason!: string;
  @ApiProperty({ required: false, description: 'Needed for a spend factor of another economy.' })
  @IsOptional()
  @TrimmedText(1, 2000)
  foreignDecision?: string;
}

export class FactorProposalRequest {
  @ApiProperty({ format: 'uuid', description: 'Who is asked to be the second person.' }) @IsUUID() approverId!: string;
}

export class FactorAssignmentDecisionRequest {
  @ApiProperty({ enum: ['approved', 'rejected'] }) @IsIn(['approved', 'rejected']) verdict!: 'approved' | 'rejected';
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 2000) note?: string;
}

export class FactorEndRequest {
  @ApiProperty({ example: '2026-12-31' }) @Matches(DAY) untilOn!: string;
}

export class FactorDelegationRequest {
  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Who is away: whoever says so when left out, another only when an administrator says so.',
  })
  @IsOptional()
  @IsUUID()
  personId?: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() deputyId!: string;
  @ApiProperty({ example: '2026-07-01' }) @Matches(DAY) fromOn!: string;
  @ApiProperty({ example: '2026-07-31' }) @Matches(DAY) untilOn!: string;
}

export class FactorDelegationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty(text) person!: string | null;
  @ApiProperty({ format: 'uuid' }) deputyId!: string;
  @ApiProperty(text) deputy!: string | null;
  @ApiProperty() fromOn!: string;
  @ApiProperty() untilOn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'From this day on they decide no more, whatever was said first.',
  })
  endedOn!: string | null;
  @ApiProperty(text) namedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) namedAt!: Date;
  @ApiProperty({ enum: ['coming', 'now', 'over'] }) standing!: 'coming' | 'now' | 'over';
  @ApiProperty({ description: 'Whether whoever asks may let them go.' }) mine!: boolean;
}

export class FactorCreatedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class FactorApproverDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class FactorAssignmentDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: assignmentKinds }) kind!: AssignmentKind;
  @ApiProperty() target!: string;
  @ApiProperty({ type: InThreeLanguagesDto, nullable: true }) targetName!: InThreeLanguagesDto | null;
  @ApiProperty() setId!: string;
  @ApiProperty({ type: InThreeLanguagesDto }) setTitle!: InThreeLanguagesDto;
  @ApiProperty() factorId!: string;
  @ApiProperty() factor!: string;
  @ApiProperty() value!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() region!: string;
  @ApiProperty() fromOn!: string;
  @ApiProperty(text) untilOn!: string | null;
  @ApiProperty() reason!: string;
  @ApiProperty(text) foreignDecision!: string | null;
  @ApiProperty({ enum: ['draft', 'proposed', 'approved', 'rejected', 'withdrawn', 'retired'] }) state!:
    'draft' | 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'retired';
  @ApiProperty({
    enum: ['draft', 'proposed', 'rejected', 'withdrawn', 'coming', 'in-force', 'replaced', 'retired'],
    description:
      'The state, and of an approved one whether its day has come and whether a newer one has taken its place.',
  })
  standing!: 'draft' | 'proposed' | 'rejected' | 'withdrawn' | 'coming' | 'in-force' | 'replaced' | 'retired';
  @ApiProperty(text) createdBy!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: Date;
  @ApiProperty(text) proposedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) proposedAt!: Date | null;
  @ApiProperty(text) approver!: string | null;
  @ApiProperty(text) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Date | null;
  @ApiProperty(text) decisionNote!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt!: Date | null;
  @ApiProperty(text) retiredBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) retiredAt!: Date | null;
  @ApiProperty({ description: 'Whether whoever asks may decide on it now.' }) mine!: boolean;
  @ApiProperty({ description: 'Whether whoever asks wrote or proposed it.' }) own!: boolean;
}
