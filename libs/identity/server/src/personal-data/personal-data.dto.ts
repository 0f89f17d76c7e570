import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';

const rows = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

export class CorrectPersonRequest {
  @ApiProperty({ minLength: 1, maxLength: 200 }) @IsString() @Length(1, 200) @Matches(/\S/) name!: string;
  @ApiProperty({ enum: ['nb', 'nn', 'en'] }) @IsIn(['nb', 'nn', 'en']) language!: 'nb' | 'nn' | 'en';
}

export class EndedMembershipDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ format: 'date-time' }) endedAt!: string;
}

export class PersonalDataPersonDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty() language!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class PersonalDataCooperativeDto {
  @ApiProperty() name!: string;
  @ApiProperty(rows) memberships!: Record<string, unknown>[];
  @ApiProperty(rows) invitations!: Record<string, unknown>[];
  @ApiProperty(rows) apiKeys!: Record<string, unknown>[];
  @ApiProperty(rows) acts!: Record<string, unknown>[];
  @ApiProperty(rows) securityEvents!: Record<string, unknown>[];
}

export class PersonalDataDto {
  @ApiProperty({ format: 'date-time' }) collectedAt!: string;
  @ApiProperty({ type: PersonalDataPersonDto }) person!: PersonalDataPersonDto;
  @ApiProperty(rows) sessions!: Record<string, unknown>[];
  @ApiProperty(rows) securityEvents!: Record<string, unknown>[];
  @ApiProperty({ type: [PersonalDataCooperativeDto] }) cooperatives!: readonly PersonalDataCooperativeDto[];
}
