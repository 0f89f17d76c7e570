import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { languages, limits, type Language } from '@tallgrunn/values';
import { MessageAgreementDto, NamedThingDto } from '../delivery/messages.dto.ts';

export class LateObligationQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agreementId?: string;
}

export class LateObligationDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty({ type: NamedThingDto }) supplier!: NamedThingDto;
  @ApiProperty({ type: MessageAgreementDto }) agreement!: MessageAgreementDto;
  @ApiProperty() periodKey!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ description: 'Working days after the due date.' }) daysLate!: number;
  @ApiProperty({ description: 'People of the supplier that mail reaches.' }) recipientCount!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastRemindedAt!: string | null;
}

export class RemindLateRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.notifications.remindersAtOnceMax)
  @IsUUID(undefined, { each: true })
  obligationIds!: string[];
  @ApiProperty({ type: String, required: false, nullable: true, maxLength: limits.invitation.messageCharactersMax })
  @IsOptional()
  @IsString()
  @MaxLength(limits.invitation.messageCharactersMax)
  message?: string | null;
}

export class PreviewReminderRequest extends RemindLateRequest {
  @ApiProperty({ enum: languages }) @IsIn(languages) language!: Language;
}

const states = ['queued', 'reminded-today', 'unreachable', 'not-late'] as const;

export class ReminderResultDto {
  @ApiProperty({ format: 'uuid' }) obligationId!: string;
  @ApiProperty({ enum: states }) state!: (typeof states)[number];
  @ApiProperty() recipientCount!: number;
}
