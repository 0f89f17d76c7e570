import { ApiProperty } from '@nestjs/swagger';
import { onboardingStages } from './list-onboarding.ts';

export class OnboardingAgreementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ['not-stated', 'in-contract', 'amendment-drafted', 'sent', 'signed', 'missing'] })
  clauseStatus!: string;
}

export class OnboardingObligationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) agreementId!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
}

export class OnboardingDto {
  @ApiProperty({ format: 'uuid' }) supplierId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) orgNumber!: string | null;
  @ApiProperty({ enum: onboardingStages }) stage!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the stage was reached.' })
  since!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whom the last letter went to.' }) email!: string | null;
  @ApiProperty({ type: [OnboardingAgreementDto] }) agreements!: OnboardingAgreementDto[];
  @ApiProperty({
    type: OnboardingObligationDto,
    nullable: true,
    description: 'The next report that is owed and not handed in.',
  })
  obligation!: OnboardingObligationDto | null;
  @ApiProperty({ description: 'Has stood still for a week, or owes a report within two weeks.' }) nudge!: boolean;
}
