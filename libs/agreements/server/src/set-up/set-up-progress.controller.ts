import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ShowSetUpProgress } from './show-set-up-progress.ts';

export class SetUpProgressDto {
  @ApiProperty() contractManagers!: number;
  @ApiProperty() buyers!: number;
  @ApiProperty({ description: 'Without a user and without an open invitation.' }) buyersNotInvited!: number;
  @ApiProperty({ description: 'Agreements that have not ended.' }) agreements!: number;
  @ApiProperty() withoutTerms!: number;
  @ApiProperty() withoutPrices!: number;
  @ApiProperty({ description: 'Suppliers of those agreements.' }) suppliers!: number;
  @ApiProperty() suppliersNotInvited!: number;
  @ApiProperty() suppliersWithUsers!: number;
}

@ApiTags('set-up')
@Controller('set-up/progress')
export class SetUpProgressController {
  constructor(private readonly progress: ShowSetUpProgress) {}

  /** Returns the progress of the set-up required before suppliers can report. */
  @Get()
  @Permission('agreement.monitor')
  @ApiOkResponse({ type: SetUpProgressDto })
  setUpProgress(): Promise<SetUpProgressDto> {
    return this.progress.run();
  }
}
