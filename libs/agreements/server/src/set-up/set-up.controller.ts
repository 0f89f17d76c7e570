import {
  Body,
  Controller,
  Get,
  Param,
  ParseEnumPipe,
  Post,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { exampleTerms, type ClausePackage } from '@tallgrunn/checks';
import { Database, Permission, requireSpooledFile, UnitOfWork, AllowApiKeys } from '@tallgrunn/platform';
import type { Response } from 'express';
import { ApplyPartyTable } from './apply-party-table.ts';
import { partyTableNames, type PartyTable } from './party-table.ts';
import { SetUpQuery } from '../set-up-query.ts';
import * as shape from './set-up.dto.ts';
import { SetUpAgreement } from './set-up-agreement.ts';

const tableEnum = Object.fromEntries(partyTableNames.map((name) => [name, name]));
const packageEnum = Object.fromEntries(Object.keys(exampleTerms).map((name) => [name, name]));

/** Set-up by scripts, with names and numbers that they know. Every request can be repeated. */
@ApiTags('set-up')
@Controller('set-up')
export class SetUpController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly agreement: SetUpAgreement,
    private readonly tables: ApplyPartyTable,
  ) {}

  /** Creates an agreement, or finds the same one. */
  @Post('agreements')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @ApiCreatedResponse({
    type: shape.AgreementSetUpDto,
    description: 'Made; 200 where it was there already, the same. 409 `agreement-differs` lists every difference.',
  })
  async setUpAgreement(
    @Body() body: shape.AgreementDocumentRequest,
    @Query() { dryRun, language }: SetUpQuery,
    @Res({ passthrough: true }) response: Response,
  ) {
    const made = await this.#do(dryRun, () => this.agreement.run(body, language));
    if (made.existed || dryRun) response.status(200);
    return made;
  }

  /** Imports a table of parties, predecessors, hosts or names: all rows or none. */
  @Post('tables/:table')
  @Permission('agreement.write')
  @AllowApiKeys('agreement:set-up')
  @UseInterceptors(FileInterceptor('file'))
  @ApiParam({ name: 'table', enum: partyTableNames })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: shape.PartyTableDto })
  applyTable(
    @Param('table', new ParseEnumPipe(tableEnum)) table: PartyTable,
    @Query() { dryRun, ...options }: shape.TableQuery,
    @UploadedFile() file?: Express.Multer.File,
  ) {
    const spooled = requireSpooledFile(file);
    return this.#do(dryRun, () => this.tables.run(table, spooled, options));
  }

  #do<T>(isDryRun: boolean, work: () => Promise<T>): Promise<T> {
    return isDryRun ? this.units.dryRun(this.database.actor(), work) : work();
  }
}

/** Clause packages as a starting point for terms. */
@ApiTags('terms')
@Controller('clause-packages')
export class ClausePackagesController {
  @Get()
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiOkResponse({ type: [shape.ClausePackageDto] })
  list(): shape.ClausePackageDto[] {
    return (Object.keys(exampleTerms) as ClausePackage[]).map((name) => {
      const { title, frequency } = exampleTerms[name]();
      return { name, title, frequency };
    });
  }

  /** Returns the terms document of a package. */
  @Get(':package')
  @Permission('agreement.read')
  @AllowApiKeys('agreement:set-up')
  @ApiParam({ name: 'package', enum: Object.keys(exampleTerms) })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  show(@Param('package', new ParseEnumPipe(packageEnum)) name: ClausePackage): object {
    return exampleTerms[name]();
  }
}
