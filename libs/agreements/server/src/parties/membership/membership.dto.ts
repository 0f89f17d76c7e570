import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsISO8601, IsUUID } from 'class-validator';

const day = { format: 'date', example: '2026-12-31' } as const;

export class MembershipDayQuery {
  @ApiProperty(day) @IsISO8601({ strict: true }) day!: string;
}

export class LeaveRequest extends MembershipDayQuery {}

export class JoinRequest extends MembershipDayQuery {
  @ApiProperty({ type: [String], maxItems: 1000 })
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  agreementIds!: string[];
}

export class MembershipAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, ...day }) lastDay!: string | null;
}

export class LeftAgreementDto extends MembershipAgreementDto {
  @ApiProperty({ type: String, nullable: true, ...day, description: 'The last day of the agreement.' })
  endsOn!: string | null;
}

export class MembershipEffectDto {
  @ApiProperty({ type: [MembershipAgreementDto] }) agreements!: MembershipAgreementDto[];
  @ApiProperty({ type: [MembershipAgreementDto], description: 'Participations that begin after the day.' })
  later!: MembershipAgreementDto[];
  @ApiProperty({ type: [String], description: 'Users who have access until an administrator ends it.' })
  users!: string[];
}
