import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { bridgeSteps, type BridgeStep } from './bridge-runs.ts';
import { toNumber } from './emissions.shape.ts';

const text = { type: String, nullable: true } as const;

export class BridgeQuery {
  @ApiProperty({ description: 'The earlier run.' }) @Transform(toNumber) @IsInt() @Min(1) from!: number;
  @ApiProperty({ description: 'The later run.' }) @Transform(toNumber) @IsInt() @Min(1) to!: number;
}

export class BridgeStepShape {
  @ApiProperty({ enum: bridgeSteps }) step!: BridgeStep;
  @ApiProperty() kg!: string;
  @ApiProperty() lines!: number;
}

export class BridgeShape {
  @ApiProperty() from!: number;
  @ApiProperty() to!: number;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
  @ApiProperty({ type: [BridgeStepShape], description: 'In order; before plus every step is after.' }) steps!: BridgeStepShape[];
}

export class PublicationBody {
  @ApiProperty({ description: 'The case in the archive.' }) @IsString() @MinLength(1) @MaxLength(60) caseNumber!: string;
  @ApiProperty({ description: 'What of the run is published, in words.' }) @IsString() @MinLength(1) @MaxLength(1000) scope!: string;
}

export class PublicationShape {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() run!: number;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() scope!: string;
  @ApiProperty() kg!: string;
  @ApiProperty(text) by!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: Date;
}
