import { ApiProperty } from '@nestjs/swagger';
import { ALERTS, PARTS, type AlertNameDto, type PartNameDto, type PartStateDto } from '@tallgrunn/platform';

export class PartHealthDto {
  @ApiProperty({ enum: PARTS, enumName: 'PartNameDto' }) part!: PartNameDto;
  @ApiProperty({ enum: ['ok', 'off', 'degraded', 'down'], enumName: 'PartStateDto' }) state!: PartStateDto;
  @ApiProperty({ type: String, nullable: true, description: 'A stable code of why; null when all is well.' })
  reason!: string | null;
}

export class ServiceProcessDto {
  @ApiProperty({ enum: ['serve', 'work'] }) program!: 'serve' | 'work';
  @ApiProperty() host!: string;
  @ApiProperty() pid!: number;
  @ApiProperty() version!: string;
  @ApiProperty({ type: String, format: 'date-time' }) startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) lastBeatAt!: Date;
  @ApiProperty({ description: 'Whether it has described itself within 90 seconds.' }) isAlive!: boolean;
  @ApiProperty({ type: [PartHealthDto] }) parts!: readonly PartHealthDto[];
}

export class QueueLengthDto {
  @ApiProperty() queue!: string;
  @ApiProperty({ description: 'Jobs that could start now, or are tried once more.' }) waiting!: number;
  @ApiProperty() retrying!: number;
  @ApiProperty({ description: 'Jobs for a later time.' }) deferred!: number;
  @ApiProperty() active!: number;
  @ApiProperty({ description: 'Jobs whose last attempt failed.' }) failed!: number;
  @ApiProperty() failedLately!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Age of the oldest that waits, seconds.' })
  oldestSeconds!: number | null;
}

export class DiskUseDto {
  @ApiProperty() freeBytes!: number;
  @ApiProperty() totalBytes!: number;
}

export class StorageMeasurementDto {
  @ApiProperty({ type: String, format: 'date' }) measuredOn!: string;
  @ApiProperty() databaseBytes!: number;
  @ApiProperty({ description: 'Stored files, also those in an object store.' }) fileBytes!: number;
}

export class StorageGrowthDto {
  @ApiProperty({
    type: [StorageMeasurementDto],
    description: 'The first measurement of each month, and the newest; oldest first.',
  })
  months!: readonly StorageMeasurementDto[];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of database and files in 30 days, from the last three months; null until two weeks are measured.',
  })
  bytesPerMonth!: number | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When no file is accepted any more, if growth goes on; null when that is not in sight.',
  })
  fullOn!: string | null;
}

export class AlertDto {
  @ApiProperty({ enum: ALERTS, enumName: 'AlertNameDto' }) name!: AlertNameDto;
  @ApiProperty({ description: 'A queue, a program, a program on a machine, or the installation.' }) subject!: string;
  @ApiProperty({ type: String, format: 'date-time' }) since!: Date;
  @ApiProperty({ description: 'Whether it has lasted long enough to be reported.' }) isNotified!: boolean;
}

export class SecurityEventCountDto {
  @ApiProperty() event!: string;
  @ApiProperty({ enum: ['success', 'failure'] }) outcome!: 'success' | 'failure';
  @ApiProperty() count!: number;
}

export class OperationsDto {
  @ApiProperty({ enum: ['ready', 'degraded', 'not-ready', 'draining'] }) status!:
    'ready' | 'degraded' | 'not-ready' | 'draining';
  @ApiProperty() version!: string;
  @ApiProperty({ type: [PartHealthDto] }) parts!: readonly PartHealthDto[];
  @ApiProperty({ type: [ServiceProcessDto] }) processes!: readonly ServiceProcessDto[];
  @ApiProperty({ type: [QueueLengthDto] }) queues!: readonly QueueLengthDto[];
  @ApiProperty({ type: [AlertDto] }) alerts!: readonly AlertDto[];
  @ApiProperty({ type: DiskUseDto, nullable: true }) disk!: DiskUseDto | null;
  @ApiProperty({ type: StorageGrowthDto }) growth!: StorageGrowthDto;
  @ApiProperty({ description: 'Below this many free bytes no file is taken in.' }) diskFreeMinBytes!: number;
  @ApiProperty({ type: [SecurityEventCountDto], description: 'Of the cooperative, within the last 24 hours.' })
  securityEvents!: readonly SecurityEventCountDto[];
}

export class FailedJobDto {
  @ApiProperty() id!: string;
  @ApiProperty() queue!: string;
  @ApiProperty({ enum: ['failed', 'retry'], description: 'retry: it is tried once more by itself.' })
  state!: 'failed' | 'retry';
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) failedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextAttemptAt!: Date | null;
  @ApiProperty() attemptCount!: number;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) subjectId!: string | null;
}
