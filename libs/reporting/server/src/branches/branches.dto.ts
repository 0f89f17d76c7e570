import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { ObligationDto, MissingSaidDto } from '../obligations/obligation.dto.ts';
import { SubmissionRequest } from '../versions/version.dto.ts';

const BRANCHES_MAX = 500;

export class BranchObligationDto extends ObligationDto {
  @ApiProperty({
    type: MissingSaidDto,
    nullable: true,
    description:
      'What the chain said of this branch when it sent the others; null when it said nothing, or the branch has delivered.',
  })
  missing!: MissingSaidDto | null;
}

export class BranchVersionRequest extends SubmissionRequest {
  @ApiProperty({ format: 'uuid', description: 'A checked version of one of the branches.' })
  @IsUUID()
  versionId!: string;
}

export class BranchMissingRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() obligationId!: string;
  @ApiProperty({ description: 'Why it comes later.' }) @IsString() @Length(3, 1000) reason!: string;
}

export class BranchesSubmissionRequest {
  @ApiProperty({ type: [BranchVersionRequest] })
  @IsArray()
  @ArrayMaxSize(BRANCHES_MAX)
  @ValidateNested({ each: true })
  @Type(() => BranchVersionRequest)
  versions!: BranchVersionRequest[];
  @ApiProperty({
    type: [BranchMissingRequest],
    description: 'Branches whose report comes later: every one that owes a report and is not among the versions.',
  })
  @IsArray()
  @ArrayMaxSize(BRANCHES_MAX)
  @ValidateNested({ each: true })
  @Type(() => BranchMissingRequest)
  missing!: BranchMissingRequest[];
}

export class BranchSubmittedDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty({ format: 'uuid' }) versionId!: string;
  @ApiProperty() number!: string;
}
