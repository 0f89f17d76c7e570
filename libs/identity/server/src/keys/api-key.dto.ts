import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsISO8601, IsString, Length, Matches } from 'class-validator';
import { scopeNames, type KeyScope } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';

const scopes = { enum: scopeNames, isArray: true } as const;

export class ApiKeyRequest {
  @ApiProperty({
    maxLength: limits.apiKey.nameCharactersMax,
    description: 'What people call it: the system that uses it.',
  })
  @IsString()
  @Length(1, limits.apiKey.nameCharactersMax)
  @Matches(/\S/)
  name!: string;
  @ApiProperty(scopes) @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(scopeNames, { each: true }) scopes!: KeyScope[];
  @ApiProperty({
    format: 'date',
    description: `The last day (Oslo) on which it works, at most ${limits.apiKey.daysMax} days from today.`,
  })
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  expiresOn!: string;
}

export class CreatedApiKeyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'The open part of the key, by which it is recognised.' }) prefix!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: Date;
  @ApiProperty({ description: 'The key itself. It is shown in this answer and never again.' }) key!: string;
}

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'The open part of the key, by which it is recognised.' }) prefix!: string;
  @ApiProperty(scopes) scopes!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'Who made it, and whom it acts as.' }) madeBy!:
    string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'To the minute.' }) lastUsedAt!:
    string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) revokedAt!: string | null;
  @ApiProperty({ enum: ['active', 'expired', 'revoked', 'membership-ended'] }) state!: string;
}
