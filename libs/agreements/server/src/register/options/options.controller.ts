import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import { ExerciseOption } from './exercise-option.ts';
import { ReadOptionEffect } from './option-effect.ts';
import { OptionConfirmationRequest, OptionEffectDto } from './option.dto.ts';

@ApiTags('agreement-options')
@Controller('agreements/:agreementId/options/:number')
export class AgreementOptionsController {
  constructor(
    private readonly effects: ReadOptionEffect,
    private readonly options: ExerciseOption,
  ) {}

  /** Returns the effect of exercising the option. Nothing is changed. */
  @Get('exercise-preview')
  @Permission('agreement.write')
  @ApiOkResponse({ type: OptionEffectDto })
  previewExercise(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<OptionEffectDto> {
    return this.effects.exercise(agreementId, number) as Promise<OptionEffectDto>;
  }

  @Post('exercise')
  @HttpCode(200)
  @Permission('agreement.write')
  @ApiOkResponse({ type: OptionEffectDto })
  exercise(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { lastDayAfter }: OptionConfirmationRequest,
  ): Promise<OptionEffectDto> {
    return this.options.exercise(agreementId, number, lastDayAfter) as Promise<OptionEffectDto>;
  }

  /** Returns the effect of revoking the exercise. Nothing is changed. */
  @Get('revoke-preview')
  @Permission('agreement.write')
  @ApiOkResponse({ type: OptionEffectDto })
  previewRevoke(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<OptionEffectDto> {
    return this.effects.revoke(agreementId, number) as Promise<OptionEffectDto>;
  }

  @Post('revoke-exercise')
  @HttpCode(200)
  @Permission('agreement.write')
  @ApiOkResponse({ type: OptionEffectDto })
  revokeExercise(
    @Param('agreementId', ParseUUIDPipe) agreementId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { lastDayAfter }: OptionConfirmationRequest,
  ): Promise<OptionEffectDto> {
    return this.options.revoke(agreementId, number, lastDayAfter) as Promise<OptionEffectDto>;
  }
}
