import { ApiProperty } from '@nestjs/swagger';
import { NamedSupplierDto } from '../utilisation/utilisation.dto.ts';

const text = { type: String, nullable: true } as const;
const number = { type: Number, nullable: true } as const;
export const taskKinds = [
  'decide',
  'overdue',
  'returned',
  'option',
  'maximum',
  'price-case',
  'register',
  'checks',
  'declarations',
  'factors',
  'rulings',
  'figures',
  'nil-question',
  'case',
] as const;

export class TaskAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class TaskDto {
  @ApiProperty({ enum: taskKinds }) kind!: (typeof taskKinds)[number];
  @ApiProperty({ format: 'uuid' }) subjectId!: string;
  @ApiProperty({ type: TaskAgreementDto, nullable: true }) agreement!: TaskAgreementDto | null;
  @ApiProperty({ description: 'Whoever asks is responsible: owns the case, or else the agreement.' }) isMine!: boolean;
  @ApiProperty({ type: NamedSupplierDto, nullable: true }) supplier!: NamedSupplierDto | null;
  @ApiProperty({
    ...text,
    format: 'uuid',
    description: 'Of reports that are overdue: the newest version of the oldest, where something of it is here.',
  })
  versionId!: string | null;
  @ApiProperty(text) periodKey!: string | null;
  @ApiProperty(text) dueOn!: string | null;
  @ApiProperty(text) amount!: string | null;
  @ApiProperty(text) currency!: string | null;
  @ApiProperty() count!: number;
  @ApiProperty(number) days!: number | null;
  @ApiProperty(number) number!: number | null;
  @ApiProperty(text) note!: string | null;
}

export class TodayDto {
  @ApiProperty() today!: string;
  @ApiProperty({ type: [TaskDto] }) tasks!: TaskDto[];
}
