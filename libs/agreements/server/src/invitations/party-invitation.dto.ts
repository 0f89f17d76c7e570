import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { languages, limits, type Language } from '@tallgrunn/values';

const { messageCharactersMax, atOnceMax } = limits.invitation;

export class InvitePartyRequest {
  @ApiProperty() @IsEmail() @MaxLength(320) email!: string;
  @ApiProperty({
    format: 'uuid',
    required: false,
    nullable: true,
    type: String,
    description: 'The report the e-mail leads to; the next one due when left out.',
  })
  @IsOptional()
  @IsUUID()
  obligationId?: string | null;
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

export class PartyInvitationRequest extends InvitePartyRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId!: string;
}

export class InvitePartiesRequest {
  @ApiProperty({ type: [PartyInvitationRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(atOnceMax)
  @ValidateNested({ each: true })
  @Type(() => PartyInvitationRequest)
  invitations!: PartyInvitationRequest[];
}

export class PartyInvitationResultDto {
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: ['sent', 'refused'] }) state!: 'sent' | 'refused';
  @ApiProperty({ type: String, nullable: true, description: 'Why it was not sent.' }) code!: string | null;
}

export class PartyContactDto {
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
}

export class OpenPartyInvitationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() email!: string;
  @ApiProperty({ format: 'date-time' }) sentAt!: string;
}

export class PartyWithoutUsersDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['buyer', 'supplier'] }) kind!: 'buyer' | 'supplier';
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) orgNumber!: string | null;
  @ApiProperty({ type: [String], description: 'Titles of its running agreements.' }) agreements!: string[];
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When its next report is due.' }) dueOn!:
    string | null;
  @ApiProperty({ type: PartyContactDto, nullable: true, description: 'Its contact in the agreements.' })
  contact!: PartyContactDto | null;
  @ApiProperty({ type: OpenPartyInvitationDto, nullable: true }) invited!: OpenPartyInvitationDto | null;
}
