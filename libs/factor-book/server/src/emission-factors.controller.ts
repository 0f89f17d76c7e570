import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { CompareFactors } from './compare-factors.ts';
import {
  AccountQuery,
  AccountRuleDto,
  CompareQuery,
  ComparedFactorDto,
  FactorReleaseDto,
  FactorSetsDto,
} from './emission-factors.dto.ts';
import { ListAccountMap, type AccountMapEntry } from './list-account-map.ts';
import { ListFactors, type FactorSetDetails } from './list-factors.ts';
import { ListSets } from './list-sets.ts';

@ApiTags('factors')
@Controller('factors')
export class FactorBookController {
  constructor(
    private readonly factors: ListFactors,
    private readonly rules: ListAccountMap,
    private readonly compare: CompareFactors,
    private readonly sets: ListSets,
  ) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: FactorReleaseDto })
  release(): Promise<FactorSetDetails> {
    return this.factors.run();
  }

  @Get('accounts')
  @Permission('factor.read')
  @ApiOkResponse({ type: [AccountRuleDto] })
  accounts(@Query() { system }: AccountQuery): Promise<AccountMapEntry[]> {
    return this.rules.run(system ?? null);
  }

  @Get('sets')
  @Permission('factor.read')
  @ApiOkResponse({ type: FactorSetsDto })
  releases() {
    return this.sets.run();
  }

  @Get('comparison')
  @Permission('factor.read')
  @ApiOkResponse({ type: [ComparedFactorDto] })
  comparison(@Query() { text, quantity, per, kroner }: CompareQuery) {
    return this.compare.run(text, quantity && per ? { quantity, per, kroner: kroner ?? null } : null);
  }
}
