import { Controller, Get, Param, Req, StreamableFile, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowApiKeys, Database, notFound, Permission } from '@tallgrunn/platform';
import type { Request } from 'express';
import { ODataErrors } from '../odata/odata-errors.ts';
import { parseQuery, type TableQuery } from '../odata/parse-query.ts';
import { unsupported } from '../odata/query-error.ts';
import { entitySetsOf } from '../tables/entity-sets.ts';
import { DownloadParquet } from './download-parquet.ts';

const PARQUET_TYPE = 'application/vnd.apache.parquet';

/** Tables of the data feed as Parquet files, at the addresses of the feed. Keys and permissions are those of the feed. */
@ApiExcludeController()
@Controller('odata')
@UseFilters(ODataErrors)
export class ParquetController {
  constructor(
    private readonly download: DownloadParquet,
    private readonly database: Database,
  ) {}

  @Get(':table.parquet')
  @Permission('data.read')
  @AllowApiKeys('data:read')
  async file(@Param('table') table: string, @Req() { originalUrl }: Request): Promise<StreamableFile> {
    const set = entitySetsOf(this.database.actor().role).find(({ name }) => name === table);
    if (!set) throw notFound('table');
    const query = parseQuery(originalUrl.split('?').slice(1).join('?').split('#')[0]!);
    requireSelectionOnly(query);
    return new StreamableFile(await this.download.run(set, query), {
      type: PARQUET_TYPE,
      disposition: `attachment; filename="${set.name}.parquet"`,
    });
  }
}

/** @throws QueryError (501) for options that belong to pages: a file is always whole, and in no order */
function requireSelectionOnly({ orderBy, top, skip, count, skipToken }: TableQuery): void {
  const option =
    (orderBy.length > 0 && '$orderby') ||
    (top !== null && '$top') ||
    (skip > 0 && '$skip') ||
    (count && '$count') ||
    (skipToken !== null && '$skiptoken');
  if (option) throw unsupported(`The option ${option} of a file`, 0).within(option);
}
