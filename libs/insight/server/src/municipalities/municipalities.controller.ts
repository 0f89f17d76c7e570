import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, Problem } from '@tallgrunn/platform';
import { CompareMunicipalities, type MunicipalityRow } from './compare-municipalities.ts';
import { MunicipalitiesQuery, MunicipalityRowDto, PopulationRequest } from './municipalities.dto.ts';
import { StorePopulation } from './state-population.ts';

/** Maximum length of the period, in years. */
const YEARS_MAX = 5;

@ApiTags('municipalities')
@Controller('municipalities')
export class MunicipalitiesController {
  constructor(
    private readonly compare: CompareMunicipalities,
    private readonly state: StorePopulation,
  ) {}

  /** Compares municipalities over a period, with the reasons why one may not be comparable. */
  @Get()
  @Permission('combined.read')
  @ApiOkResponse({ type: [MunicipalityRowDto] })
  list(@Query() { from, to, accounts }: MunicipalitiesQuery): Promise<MunicipalityRow[]> {
    if (to < from || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) >= YEARS_MAX)
      throw new Problem(400, 'body-invalid', {}, [{ code: 'month', path: 'to', params: { found: to } }]);
    return this.compare.run(from, to, accounts);
  }

  /** Stores the population of municipalities in a year with its source. The latest statement applies. */
  @Post('population')
  @HttpCode(204)
  @Permission('population.state')
  @ApiNoContentResponse()
  setPopulation(@Body() body: PopulationRequest): Promise<void> {
    return this.state.run(body);
  }
}
