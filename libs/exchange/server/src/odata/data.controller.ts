import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database, notFound, Permission, AllowApiKeys } from '@tallgrunn/platform';
import type { Request, Response } from 'express';
import { entitySetsOf } from '../tables/entity-sets.ts';
import type { EntitySet } from './entity-set.ts';
import { metadataJson, metadataXml } from './metadata.ts';
import { ODataErrors } from './odata-errors.ts';
import { parseQuery, type TableQuery } from './parse-query.ts';
import { parseResource } from './parse-resource.ts';
import { ReadRows, type RowPage } from './read-rows.ts';

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8';
/** Default number of rows per page. */
const PAGE_ROWS = 1000;
const PAGE_ROWS_MAX = 5000;

/**
 * The data feed: OData 4.0, read only. An API key acts for its own membership, so that row-level security selects its
 * rows. The paths are those of the standard; the routes are described by `$metadata` instead of openapi.json.
 */
@ApiExcludeController()
@Controller('odata')
@UseFilters(ODataErrors)
export class DataController {
  constructor(
    private readonly rows: ReadRows,
    private readonly database: Database,
  ) {}

  @Get()
  @Permission('data.read')
  @AllowApiKeys('data:read')
  serviceDocument(@Req() request: Request, @Res() response: Response): void {
    const sets = entitySetsOf(this.database.actor().role);
    const value = sets.map(({ name }) => ({ name, kind: 'EntitySet', url: name }));
    const context = `${rootOf(request)}/$metadata`;
    sendCacheable(response, JSON.stringify({ '@odata.context': context, value }), JSON.stringify(value));
  }

  @Get('$metadata')
  @Permission('data.read')
  @AllowApiKeys('data:read')
  metadata(@Req() request: Request, @Res() response: Response): void {
    const sets = entitySetsOf(this.database.actor().role);
    response.setHeader('OData-Version', '4.0');
    const format = /[?&](?:\$|%24)format=([^&]*)/i.exec(request.originalUrl)?.[1] ?? request.headers.accept ?? '';
    if (/json/i.test(format) && !/xml/i.test(format)) response.type('application/json').send(metadataJson(sets));
    else response.type('application/xml').send(metadataXml(sets));
  }

  @Get(':table/$count')
  @Permission('data.read')
  @AllowApiKeys('data:read')
  async number(@Param('table') table: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { filter } = parseQuery(queryOf(request));
    const count = await this.rows.count(this.#set(table), filter);
    response.setHeader('OData-Version', '4.0');
    response.type('text/plain').send(String(count));
  }

  @Get(':table')
  @Permission('data.read')
  @AllowApiKeys('data:read')
  async table(
    @Param('table') table: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<readonly string[]> {
    const resource = parseResource(table);
    const set = this.#set(resource.set);
    const query = parseQuery(queryOf(request));
    if (resource.key) {
      const row = await this.rows.readOne(set, resource.key, query.select);
      sendCacheable(response, withContext(`${contextOf(request, set, query)}/$entity`, row), row);
      return [row];
    }
    const pageSize = pageSizeOf(request);
    const page = await this.rows.run(set, query, pageSize);
    if (pageSize !== PAGE_ROWS) response.setHeader('Preference-Applied', `odata.maxpagesize=${pageSize}`);
    const text = pageText(contextOf(request, set, query), page, nextLink(request, page));
    sendCacheable(response, text, pageText('', page, page.next?.skipToken ?? null));
    // The response is already sent: the security log counts the rows that a handler returns.
    return page.rows;
  }

  #set(name: string): EntitySet {
    const set = entitySetsOf(this.database.actor().role).find((each) => each.name === name);
    if (!set) throw notFound('table');
    return set;
  }
}

/**
 * Sends the body with an ETag of its content, or 304 when the caller has the same content. Addresses in the body are
 * not part of the hash.
 */
function sendCacheable(response: Response, text: string, content: string): void {
  response.setHeader('OData-Version', '4.0');
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('ETag', `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`);
  if (response.req.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', JSON_TYPE);
  response.send(text);
}

/** Returns the address of the feed as used by the caller. */
function rootOf(request: Request): string {
  const path = request.originalUrl.split('?')[0]!;
  return `${request.protocol}://${request.get('host')}${/^.*\/odata(?=\/|$)/.exec(path)?.[0] ?? '/api/v1/odata'}`;
}

const queryOf = ({ originalUrl }: Request): string => originalUrl.split('?').slice(1).join('?').split('#')[0]!;

function contextOf(request: Request, { name }: EntitySet, { select }: TableQuery): string {
  return `${rootOf(request)}/$metadata#${name}${select ? `(${select.join(',')})` : ''}`;
}

/** Returns the number of rows per page from `Prefer: odata.maxpagesize=n`, up to the maximum. */
function pageSizeOf(request: Request): number {
  const requested = /(?:^|[,;\s])(?:odata\.)?maxpagesize=("?)([1-9]\d{0,8})\1(?=$|[,;\s])/i.exec(
    request.get('prefer') ?? '',
  )?.[2];
  return requested === undefined ? PAGE_ROWS : Math.min(Number(requested), PAGE_ROWS_MAX);
}

const withContext = (context: string, row: string): string =>
  `{"@odata.context":${JSON.stringify(context)},${row.slice(1)}`;

/** Builds the page as text. Rows are already JSON, so that no decimal loses a digit. */
function pageText(context: string, { rows, count }: RowPage, next: string | null): string {
  const head = [`"@odata.context":${JSON.stringify(context)}`, ...(count === null ? [] : [`"@odata.count":${count}`])];
  const tail = next === null ? '' : `,"@odata.nextLink":${JSON.stringify(next)}`;
  return `{${head.join(',')},"value":[${rows.join(',')}]${tail}}`;
}

/** Returns the address of the same query from the end of this page; null after the last page. */
function nextLink(request: Request, { next }: RowPage): string | null {
  if (!next) return null;
  const otherOptions = queryOf(request)
    .split('&')
    .filter((part) => part !== '' && !/^(?:\$|%24)?(?:skip|top|skiptoken)=/i.test(part));
  const top = next.top === null ? [] : [`$top=${next.top}`];
  const path = request.originalUrl.split('?')[0]!;
  const query = [...otherOptions, ...top, `$skiptoken=${next.skipToken}`].join('&');
  return `${request.protocol}://${request.get('host')}${path}?${query}`;
}
