import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import { languages, limits, type Language } from '@tallgrunn/values';

const { charactersMin, charactersMax } = limits.password;

export class SignInRequest {
  @ApiProperty() @IsString() @MaxLength(320) email!: string;
  @ApiProperty() @IsString() @MaxLength(charactersMax) password!: string;
}

export class ConfirmRequest {
  @ApiProperty() @IsString() @MaxLength(charactersMax) password!: string;
}

export class SetMembershipRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() membershipId!: string;
}

export class ChangePersonRequest {
  @ApiProperty({ required: false, description: 'What others see.' }) @IsOptional() @TrimmedText(1, 200) name?: string;
  @ApiProperty({ required: false, enum: languages, description: 'The language of e-mails.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

export class ResetRequestRequest {
  @ApiProperty() @IsEmail() @MaxLength(320) email!: string;
}

export class NewPasswordRequest {
  @ApiProperty({ minLength: charactersMin }) @IsString() @Length(charactersMin, charactersMax) password!: string;
  @ApiProperty({ required: false, description: 'Revokes the API keys that the person has made, too.' })
  @IsOptional()
  @IsBoolean()
  revokeApiKeys?: boolean;
}

export class NamedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class PersonDto extends NamedDto {
  @ApiProperty() email!: string;
  @ApiProperty({ enum: ['nb', 'nn', 'en'] }) language!: string;
}

export class OrganisationDto extends NamedDto {
  @ApiProperty({ enum: ['cooperative', 'buyer', 'supplier'] }) kind!: string;
}

export class MembershipDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'When it ends by itself.' })
  endsAt!: Date | null;
  @ApiProperty({ type: OrganisationDto }) organisation!: OrganisationDto;
  @ApiProperty({ type: NamedDto }) cooperative!: NamedDto;
}

export class LoadingDto {
  @ApiProperty() done!: number;
  @ApiProperty() total!: number;
  @ApiProperty() text!: string;
}

export class InstanceDto {
  @ApiProperty() demo!: boolean;
  @ApiProperty({
    enum: ['sent', 'stored'],
    description: '`stored`: no mail server is set, and e-mails stay on the server.',
  })
  mail!: 'sent' | 'stored';
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) asOf!: string | null;
  @ApiProperty({ type: LoadingDto, nullable: true }) loading!: LoadingDto | null;
  @ApiProperty() version!: string;
}

export type AwaitedFactor = 'passkey' | 'totp' | 'recovery-code';

export class SessionDto {
  @ApiProperty({ type: PersonDto, nullable: true }) person!: PersonDto | null;
  @ApiProperty({ type: [MembershipDto] }) memberships!: MembershipDto[];
  @ApiProperty({ type: String, nullable: true }) acting!: string | null;
  @ApiProperty({ type: [String] }) permissions!: string[];
  @ApiProperty() csrfToken!: string;
  @ApiProperty({
    type: [String],
    enum: ['passkey', 'totp', 'recovery-code'],
    isArray: true,
    description: 'The second factors that the person can use to complete the sign-in; none when nothing is awaited.',
  })
  awaitedFactors!: AwaitedFactor[];
  @ApiProperty({
    description: 'The role needs a second factor, and the session has none: only the account page opens.',
  })
  requiresSecondFactor!: boolean;
  @ApiProperty({ type: InstanceDto }) instance!: InstanceDto;
}

export class ColleagueAdmissionDto {
  @ApiProperty({ type: String, nullable: true, description: 'Who let the colleague in; null: the operator.' })
  admittedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The administrator who vouched for them.' }) vouchedBy!:
    string | null;
  @ApiProperty() isVouchedFor!: boolean;
  @ApiProperty({
    description: 'Whether the colleague and the reader may decide together where two persons are needed.',
  })
  isIndependentOfReader!: boolean;
  @ApiProperty() isReader!: boolean;
  @ApiProperty({ description: 'Whether the reader may vouch for the colleague now.' }) mayVouch!: boolean;
}

export class ColleagueDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ enum: ['member', 'invited', 'awaiting-approval'] }) state!: string;
  @ApiProperty({ format: 'date-time' }) since!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) expiresAt!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'When the membership ends by itself, or ended.',
  })
  endsAt!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who invited, with their organisation; null for a member.',
  })
  invitedBy!: string | null;
  @ApiProperty({
    type: ColleagueAdmissionDto,
    nullable: true,
    description: 'Null for auditors and for those who have not come yet.',
  })
  admission!: ColleagueAdmissionDto | null;
}
