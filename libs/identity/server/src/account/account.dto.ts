import { ApiProperty } from '@nestjs/swagger';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { IsObject, IsString, Length, MaxLength } from 'class-validator';
import { limits } from '@tallgrunn/values';

const { charactersMin, charactersMax } = limits.password;
const jsonObject = { type: 'object', additionalProperties: true } as const;

export class ChangePasswordRequest {
  @ApiProperty() @IsString() @MaxLength(charactersMax) currentPassword!: string;
  @ApiProperty({ minLength: charactersMin }) @IsString() @Length(charactersMin, charactersMax) password!: string;
}

export class CodeRequest {
  @ApiProperty({ description: 'As the person typed it: spaces and dashes do not count.' })
  @IsString()
  @Length(6, 40)
  code!: string;
}

export class PasskeyRequest {
  @ApiProperty({ ...jsonObject, description: "The browser's answer to the challenge, as WebAuthn writes it in JSON." })
  @IsObject()
  response!: AuthenticationResponseJSON;
}

export class AddPasskeyRequest {
  @ApiProperty() @IsString() @Length(1, 100) name!: string;
  @ApiProperty({ ...jsonObject, description: "The browser's answer to the challenge, as WebAuthn writes it in JSON." })
  @IsObject()
  response!: RegistrationResponseJSON;
}

export class PasskeyChallengeDto {
  @ApiProperty({ ...jsonObject, description: 'The options that the browser wants, as WebAuthn writes them in JSON.' })
  options!: Record<string, unknown>;
}

export class PasskeyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date-time', type: String }) createdAt!: Date;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) lastUsedAt!: Date | null;
}

export class DeviceDto {
  @ApiProperty({ type: String, nullable: true }) browser!: string | null;
  @ApiProperty({ type: String, nullable: true }) system!: string | null;
}

export class OwnSessionDto {
  @ApiProperty({ description: 'Names the session; it does not open it.' }) id!: string;
  @ApiProperty() isCurrent!: boolean;
  @ApiProperty({ type: DeviceDto }) device!: DeviceDto;
  @ApiProperty({ description: 'The first half of the address it was started from.' }) network!: string;
  @ApiProperty({ format: 'date-time', type: String }) startedAt!: Date;
  @ApiProperty({ format: 'date-time', type: String }) lastSeenAt!: Date;
}

export class AccountDto {
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) passwordChangedAt!: Date | null;
  @ApiProperty({ type: [PasskeyDto] }) passkeys!: readonly PasskeyDto[];
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) totpAddedAt!: Date | null;
  @ApiProperty() recoveryCodesLeft!: number;
  @ApiProperty({ type: [OwnSessionDto] }) sessions!: readonly OwnSessionDto[];
}

export class NewTotpDto {
  @ApiProperty({ description: 'Base32, for typing it in.' }) secret!: string;
  @ApiProperty() uri!: string;
  @ApiProperty({ description: 'The QR code of the address as an SVG picture.' }) qrSvg!: string;
}

/** Recovery codes, shown once when they are created; empty when the person already had codes. */
export class RecoveryCodesDto {
  @ApiProperty({ type: [String] }) codes!: string[];
}
