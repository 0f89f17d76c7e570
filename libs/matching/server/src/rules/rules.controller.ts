import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { DecideRule } from './decide-rule.ts';
import { ListRules } from './list-rules.ts';
import { LearnedRuleDto, RuleDecidedDto, RuleDecisionRequest } from './rules.dto.ts';

@ApiTags('matching')
@Controller('matching/rules')
export class RulesController {
  constructor(
    private readonly list: ListRules,
    private readonly decide: DecideRule,
  ) {}

  @Get()
  @Permission('matching.rules')
  @ApiOkResponse({ type: [LearnedRuleDto] })
  learnedRules() {
    return this.list.run();
  }

  @Post('decisions')
  @Permission('matching.rules')
  @ApiCreatedResponse({ type: RuleDecidedDto })
  decideRule(@Body() { form, kind, ...body }: RuleDecisionRequest) {
    return this.decide.run({ ...body, kind, form: kind === 'number-form' ? (form ?? null) : null });
  }
}
