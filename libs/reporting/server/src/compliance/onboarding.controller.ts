import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ListOnboarding } from './list-onboarding.ts';
import { OnboardingDto } from './onboarding.dto.ts';

@ApiTags('onboarding')
@Controller('onboarding')
export class OnboardingController {
  constructor(private readonly listOnboarding: ListOnboarding) {}

  /** Lists suppliers from invited to first accepted report. */
  @Get()
  @Permission('supplier.invite')
  @ApiOkResponse({ type: [OnboardingDto] })
  list() {
    return this.listOnboarding.run();
  }
}
