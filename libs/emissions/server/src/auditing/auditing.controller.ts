import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from '@tallgrunn/platform';
import * as shape from './auditing.dto.ts';
import { DrawSample } from './draw-sample.ts';
import { ShowLineEvidence } from './show-line-evidence.ts';

@ApiTags('emissions')
@Controller('emissions/runs/:number')
export class AuditingController {
  constructor(
    private readonly draw: DrawSample,
    private readonly show: ShowLineEvidence,
  ) {}

  @Get('sample')
  @Permission('emissions.audit')
  @ApiOkResponse({ type: shape.SampleDto })
  sample(@Param('number', ParseIntPipe) number: number, @Query() query: shape.SampleQuery) {
    return this.draw.run(number, query);
  }

  @Get('lines/:batchId/:lineNo')
  @Permission('emissions.audit')
  @ApiOkResponse({ type: shape.LineEvidenceDto })
  line(
    @Param('number', ParseIntPipe) number: number,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Param('lineNo', ParseIntPipe) lineNo: number,
  ) {
    return this.show.run(number, batchId, lineNo);
  }
}
