import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { AccountQuery, AccountRuleShape, FactorReleaseShape } from './factor-book.shape.ts';
import { ListAccountRules, type AccountRule } from './list-account-rules.ts';
import { ListFactors, type FactorRelease } from './list-factors.ts';

@ApiTags('factors')
@Controller('factors')
export class FactorBookController {
  constructor(
    private readonly factors: ListFactors,
    private readonly rules: ListAccountRules,
  ) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: FactorReleaseShape })
  release(): Promise<FactorRelease> {
    return this.factors.run();
  }

  @Get('accounts')
  @Permission('factor.read')
  @ApiOkResponse({ type: [AccountRuleShape] })
  accounts(@Query() { system }: AccountQuery): Promise<AccountRule[]> {
    return this.rules.run(system ?? null);
  }
}
