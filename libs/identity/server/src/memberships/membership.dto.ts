import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class EndMembershipRequest {
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    maxLength: 500,
    description: 'Why; required for a member of another organisation.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

export class ChangeRoleRequest {
  @ApiProperty() @IsString() @MaxLength(40) role!: string;
}

export class MembershipEndDto {
  @ApiProperty({
    enum: ['ended', 'awaiting-approval'],
    description: '`awaiting-approval`: a second person of the cooperative must approve.',
  })
  state!: 'ended' | 'awaiting-approval';
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) endingId!: string | null;
}

export class ChangedMembershipDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class ProposedEndingDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() person!: string;
  @ApiProperty() organisation!: string;
  @ApiProperty({ format: 'uuid' }) organisationId!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true }) proposedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ description: 'Proposed by the reader, who cannot approve it.' }) isOwn!: boolean;
}
