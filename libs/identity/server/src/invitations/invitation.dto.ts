import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { languages, limits, type Language } from '@tallgrunn/values';
import { OrganisationDto, SessionDto } from '../session.dto.ts';

const { messageCharactersMax } = limits.invitation;
const { charactersMin, charactersMax } = limits.password;
const accounts = ['new', 'existing', 'signed-in'] as const;

export class InviteColleagueRequest {
  @ApiProperty() @IsEmail() @MaxLength(320) email!: string;
  @ApiProperty() @IsString() @MaxLength(40) role!: string;
  @ApiProperty({
    format: 'date',
    required: false,
    nullable: true,
    type: String,
    description: 'The last day of the membership; an auditor must have one.',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  endsOn?: string | null;
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    maxLength: messageCharactersMax,
    description: 'The inviter’s own words in the e-mail: plain text without links.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(messageCharactersMax)
  message?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String, enum: languages })
  @IsOptional()
  @IsIn(languages)
  language?: Language | null;
}

export class AcceptInvitationRequest {
  @ApiProperty({
    enum: accounts,
    description: '`new` creates an account, `existing` signs in to one, `signed-in` uses the session.',
  })
  @IsIn(accounts)
  account!: (typeof accounts)[number];
  @ApiProperty({ required: false, description: 'The person’s own name, for a new account.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;
  @ApiProperty({ required: false, minLength: charactersMin })
  @IsOptional()
  @IsString()
  @MaxLength(charactersMax)
  password?: string;
}

export class OpenInvitationDto {
  @ApiProperty({ type: OrganisationDto }) organisation!: OrganisationDto;
  @ApiProperty({ type: String, nullable: true }) inviter!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The organisation the inviter acted for.' })
  inviterOrganisation!: string | null;
  @ApiProperty() email!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: String, nullable: true }) obligationId!: string | null;
}

export class AcceptedInvitationDto {
  @ApiProperty({
    enum: ['joined', 'awaiting-approval'],
    description: '`awaiting-approval`: an administrator of the organisation must approve.',
  })
  state!: 'joined' | 'awaiting-approval';
  @ApiProperty({ type: SessionDto }) session!: SessionDto;
}

export class SentInvitationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}
