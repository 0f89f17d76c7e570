import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, Max, Min } from 'class-validator';
import { limits } from '@tallgrunn/values';

const { waitSecondsMax } = limits.sending;
const money = { description: 'Kroner without VAT, decimal text.' } as const;

export class RunWaitQuery {
  @ApiProperty({
    type: Number,
    required: false,
    default: waitSecondsMax,
    minimum: 0,
    maximum: waitSecondsMax,
    description: 'How many seconds to wait for the run before 202 is given instead.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(waitSecondsMax)
  wait: number = waitSecondsMax;
}

export class LatestRunQuery extends RunWaitQuery {
  @ApiProperty({ format: 'date-time', description: '`requestedAt` of the answer that set the run going.' })
  @IsISO8601({ strict: true })
  since!: string;
}

export class StateSumDto {
  @ApiProperty({ enum: ['reported', 'booked'] }) side!: string;
  @ApiProperty() state!: string;
  @ApiProperty() lines!: number;
  @ApiProperty(money) amount!: string;
}

export class RunFiguresDto {
  @ApiProperty() number!: number;
  @ApiProperty({ type: String, format: 'date-time' }) startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) finishedAt!: Date;
  @ApiProperty({ description: 'Links that are new.' }) opened!: number;
  @ApiProperty({ description: 'Links that hold no longer.' }) closed!: number;
  @ApiProperty({ description: 'Booked on suppliers of the agreements.' }) agreementPurchases!: string;
  @ApiProperty({ description: 'All that is booked.' }) allPurchases!: string;
  @ApiProperty({ description: 'Of lines whose VAT is not known: in none of the sums.' }) outside!: string;
  @ApiProperty({ description: 'Of the purchases from agreement suppliers, what reports tell line by line.' })
  linked!: string;
  @ApiProperty({
    description: 'Reported, and found on no booked line, as far as booked kroner that nothing explains go.',
  })
  notTied!: string;
  @ApiProperty({ description: 'Reported beyond what is booked.' }) over!: string;
  @ApiProperty({ type: [StateSumDto] }) states!: StateSumDto[];
}

export class RunShownDto {
  @ApiProperty({ enum: ['waiting', 'done'] }) state!: string;
  @ApiProperty({ type: String, format: 'date-time' }) requestedAt!: Date;
  @ApiProperty({
    type: RunFiguresDto,
    nullable: true,
    description: 'The newest run that began after it was requested.',
  })
  run!: RunFiguresDto | null;
}
