import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { TrimmedText } from '@tallgrunn/platform';
import { languages, limits, type Language } from '@tallgrunn/values';

const { charactersMin, charactersMax } = limits.password;

export class SignInBody {
  @ApiProperty() @IsString() @MaxLength(320) email!: string;
  @ApiProperty() @IsString() @MaxLength(charactersMax) password!: string;
}

export class ConfirmBody {
  @ApiProperty() @IsString() @MaxLength(charactersMax) password!: string;
}

export class ActingBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() membershipId!: string;
}

export class ChangePersonRequest {
  @ApiProperty({ required: false, description: 'What others see.' }) @IsOptional() @TrimmedText(1, 200) name?: string;
  @ApiProperty({ required: false, enum: languages, description: 'The language of e-mails.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

export class ResetRequestBody {
  @ApiProperty() @IsEmail() @MaxLength(320) email!: string;
}

export class NewPasswordBody {
  @ApiProperty({ minLength: charactersMin }) @IsString() @Length(charactersMin, charactersMax) password!: string;
  @ApiProperty({ required: false, description: 'Revokes the API keys that the person has made, too.' })
  @IsOptional()
  @IsBoolean()
  revokeApiKeys?: boolean;
}

export class NamedShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class PersonShape extends NamedShape {
  @ApiProperty() email!: string;
  @ApiProperty({ enum: ['nb', 'nn', 'en'] }) language!: string;
}

export class OrganisationShape extends NamedShape {
  @ApiProperty({ enum: ['cooperative', 'buyer', 'supplier'] }) kind!: string;
}

export class MembershipShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'When it ends by itself.' })
  endsAt!: Date | null;
  @ApiProperty({ type: OrganisationShape }) organisation!: OrganisationShape;
  @ApiProperty({ type: NamedShape }) cooperative!: NamedShape;
}

export class LoadingShape {
  @ApiProperty() done!: number;
  @ApiProperty() total!: number;
  @ApiProperty() text!: string;
}

export class InstanceShape {
  @ApiProperty() demo!: boolean;
  @ApiProperty({
    enum: ['sent', 'stored'],
    description: '`stored`: no mail server is set, and e-mails stay on the server.',
  })
  mail!: 'sent' | 'stored';
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) asOf!: string | null;
  @ApiProperty({ type: LoadingShape, nullable: true }) loading!: LoadingShape | null;
  @ApiProperty() version!: string;
}

export type AwaitedFactor = 'passkey' | 'totp' | 'recovery-code';

export class SessionShape {
  @ApiProperty({ type: PersonShape, nullable: true }) person!: PersonShape | null;
  @ApiProperty({ type: [MembershipShape] }) memberships!: MembershipShape[];
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
  @ApiProperty({ type: InstanceShape }) instance!: InstanceShape;
}

export class ColleagueAdmissionShape {
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

export class ColleagueShape {
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
    type: ColleagueAdmissionShape,
    nullable: true,
    description: 'Null for auditors and for those who have not come yet.',
  })
  admission!: ColleagueAdmissionShape | null;
}
