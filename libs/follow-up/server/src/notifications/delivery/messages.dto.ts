import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { QueryBoolean } from '@tallgrunn/platform';
import { messageStates, type MessageState } from './list-messages.ts';

export class MessagesQuery {
  @ApiProperty({ format: 'uuid', required: false }) @IsOptional() @IsUUID() obligationId?: string;
  @ApiProperty({ format: 'uuid', required: false }) @IsOptional() @IsUUID() supplierId?: string;
  @ApiProperty({ format: 'uuid', required: false }) @IsOptional() @IsUUID() agreementId?: string;
  @ApiProperty({ required: false, type: Boolean, description: 'Only what did not arrive.' })
  @IsOptional()
  @QueryBoolean()
  failed?: boolean;
  @ApiProperty({ format: 'uuid', required: false }) @IsOptional() @IsUUID() before?: string;
}

export class NamedThingDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class MessageAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
}

export class MessageDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() stage!: string;
  @ApiProperty({ enum: messageStates }) state!: MessageState;
  @ApiProperty({ type: String, nullable: true, description: 'Codes of the mail server, as 550 5.1.1.' }) reason!:
    string | null;
  @ApiProperty({ type: NamedThingDto }) organisation!: NamedThingDto;
  @ApiProperty() recipient!: string;
  @ApiProperty({ type: MessageAgreementDto, nullable: true }) agreement!: MessageAgreementDto | null;
  @ApiProperty({ type: NamedThingDto, nullable: true }) supplier!: NamedThingDto | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) obligationId!: string | null;
  @ApiProperty({ format: 'date-time' }) dueAt!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class MessagesDto {
  @ApiProperty({ type: [MessageDto] }) items!: MessageDto[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) next!: string | null;
}

export class UnreachableAddressesQuery {
  @ApiProperty({ format: 'uuid', required: false }) @IsOptional() @IsUUID() organisationId?: string;
}

export class UnreachableAddressDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: NamedThingDto }) organisation!: NamedThingDto;
  @ApiProperty() email!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) noticedAt!: string;
}
