import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { DecideRule } from './decide-rule.ts';
import { ListRules } from './list-rules.ts';
import { LearnedRuleDto, RuleDecidedDto, RuleDecisionRequest } from './rules.dto.ts';

@ApiTags('matching')
@Controller('matching/rules')
export class LearnedRulesController {
  constructor(
    private readonly listRules: ListRules,
    private readonly decideRule: DecideRule,
  ) {}

  @Get()
  @Permission('matching.rules')
  @ApiOkResponse({ type: [LearnedRuleDto] })
  list() {
    return this.listRules.run();
  }

  @Post('decide')
  @Permission('matching.rules')
  @ApiCreatedResponse({ type: RuleDecidedDto })
  decide(@Body() { form, kind, ...body }: RuleDecisionRequest) {
    return this.decideRule.run({ ...body, kind, form: kind === 'number-form' ? (form ?? null) : null });
  }
}
