import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { cadences, kindNames, type Cadence, type NotificationKind } from '../notification-kinds.ts';

export class NotificationPreferenceDto {
  @ApiProperty({ enum: kindNames }) kind!: NotificationKind;
  @ApiProperty({ enum: cadences }) cadence!: Cadence;
  @ApiProperty({ enum: cadences, description: 'What counts until the member chooses.' }) defaultCadence!: Cadence;
  @ApiProperty({ description: 'False for what the contract requires.' }) mayTurnOff!: boolean;
}

export class NotificationChoiceRequest {
  @ApiProperty({ enum: kindNames }) @IsIn(kindNames) kind!: NotificationKind;
  @ApiProperty({ enum: cadences }) @IsIn(cadences) cadence!: Cadence;
}

export class SaveNotificationPreferencesRequest {
  @ApiProperty({ type: [NotificationChoiceRequest] })
  @IsArray()
  @ArrayMaxSize(kindNames.length)
  @ValidateNested({ each: true })
  @Type(() => NotificationChoiceRequest)
  preferences!: NotificationChoiceRequest[];
}
