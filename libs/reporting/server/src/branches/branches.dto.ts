import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { DutyShape, MissingSaidShape } from '../obligations/obligation.dto.ts';
import { SubmissionBody } from '../versions/version.dto.ts';

const BRANCHES_MAX = 500;

export class BranchDutyShape extends DutyShape {
  @ApiProperty({
    type: MissingSaidShape,
    nullable: true,
    description:
      'What the chain said of this branch when it sent the others; null when it said nothing, or the branch has delivered.',
  })
  missing!: MissingSaidShape | null;
}

export class BranchVersionBody extends SubmissionBody {
  @ApiProperty({ format: 'uuid', description: 'A checked version of one of the branches.' })
  @IsUUID()
  versionId!: string;
}

export class BranchMissingBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() dutyId!: string;
  @ApiProperty({ description: 'Why it comes later.' }) @IsString() @Length(3, 1000) reason!: string;
}

export class BranchesSubmissionBody {
  @ApiProperty({ type: [BranchVersionBody] })
  @IsArray()
  @ArrayMaxSize(BRANCHES_MAX)
  @ValidateNested({ each: true })
  @Type(() => BranchVersionBody)
  versions!: BranchVersionBody[];
  @ApiProperty({
    type: [BranchMissingBody],
    description: 'Branches whose report comes later: every one that owes a report and is not among the versions.',
  })
  @IsArray()
  @ArrayMaxSize(BRANCHES_MAX)
  @ValidateNested({ each: true })
  @Type(() => BranchMissingBody)
  missing!: BranchMissingBody[];
}

export class BranchSubmittedShape {
  @ApiProperty({ format: 'uuid' }) dutyId!: string;
  @ApiProperty({ format: 'uuid' }) versionId!: string;
  @ApiProperty() number!: string;
}
