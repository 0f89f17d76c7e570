import { Controller, HttpCode, Param, ParseUUIDPipe, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, requireSpooledFile, AllowApiKeys } from '@tallgrunn/platform';
import { ApplySiteFile } from './apply-site-file.ts';
import { PlanSiteFile } from './plan-site-file.ts';
import type { SiteFilePlan } from './plan-rows.ts';
import { UnitFileDto } from './site-file.dto.ts';

const file = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** Import of sites and customer numbers from CSV or Excel. The file is read once more when it is applied. */
@ApiTags('parties')
@Controller('parties/:partyId/site-imports')
export class SiteImportsController {
  constructor(
    private readonly plan: PlanSiteFile,
    private readonly apply: ApplySiteFile,
  ) {}

  @Post('preview')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody(file)
  @HttpCode(200)
  @ApiOkResponse({ type: UnitFileDto })
  async preview(@Param('partyId', ParseUUIDPipe) partyId: string, @UploadedFile() sent?: Express.Multer.File) {
    return viewOf(await this.plan.run(partyId, requireSpooledFile(sent)));
  }

  @Post()
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody(file)
  @ApiCreatedResponse({ type: UnitFileDto })
  async import(@Param('partyId', ParseUUIDPipe) partyId: string, @UploadedFile() sent?: Express.Multer.File) {
    return viewOf(await this.apply.run(partyId, requireSpooledFile(sent)));
  }
}

function viewOf({ rows, units, numbers }: SiteFilePlan): UnitFileDto {
  return {
    units: units.length,
    numbers: numbers.length,
    leftOut: rows.filter(({ state }) => state === 'left-out').length,
    rows: rows.map((row) => ({ ...row, remarks: [...row.remarks] })),
  };
}
