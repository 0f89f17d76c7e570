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

@ApiTags('emission factors')
@Controller('emission-factors')
export class EmissionFactorsController {
  constructor(
    private readonly factors: ListFactors,
    private readonly compareFactors: CompareFactors,
  ) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: FactorReleaseDto })
  list(): Promise<FactorSetDetails> {
    return this.factors.run();
  }

  @Get('compare')
  @Permission('factor.read')
  @ApiOkResponse({ type: [ComparedFactorDto] })
  compare(@Query() { text, quantity, per, kroner }: CompareQuery) {
    return this.compareFactors.run(text, quantity && per ? { quantity, per, kroner: kroner ?? null } : null);
  }
}

@ApiTags('emission factors')
@Controller('account-map')
export class AccountMapController {
  constructor(private readonly rules: ListAccountMap) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: [AccountRuleDto] })
  list(@Query() { system }: AccountQuery): Promise<AccountMapEntry[]> {
    return this.rules.run(system ?? null);
  }
}

@ApiTags('emission factors')
@Controller('factor-sets')
export class FactorSetsController {
  constructor(private readonly sets: ListSets) {}

  @Get()
  @Permission('factor.read')
  @ApiOkResponse({ type: FactorSetsDto })
  list() {
    return this.sets.run();
  }
}
