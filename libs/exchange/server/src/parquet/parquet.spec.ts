import { createHash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { ParquetWriter } from 'hyparquet-writer';
import request from 'supertest';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { insight, RefreshCombined } from '@tallgrunn/insight-server';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { addDays, osloDate } from '@tallgrunn/values';
import { exchange } from '../room.ts';
import { entitySets } from '../tables/entity-sets.ts';
import { decimalTypeOf } from './decimal-types.ts';
import { ExportFolder, type ParquetManifest } from './export-folder.ts';
import { ExportParquet } from './export-parquet.ts';
import { parquetColumns } from './parquet-columns.ts';
import { duck } from './testing-duckdb.ts';
import { hasYears } from './years.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-parquet-'));
let stand: TestApp;
let parties: Parties;
let others: Parties;
let manager: SignedIn;
let buyer: SignedIn;
let supplier: SignedIn;

/** Gives a cooperative a report, a ledger, links, emissions and a combined table. */
async function fill(of: Parties, lines: number): Promise<void> {
  const agreement = await setUpAgreement(stand, of);
  await acceptedReport(stand, of, agreement, { lines: [marchLines[0]!] });
  await postLedger(stand, of, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    ...Array.from({ length: lines }, (_, index) => ({
      account: '200',
      amount: `${(index % 7) * 100 + 0.01}`,
      orgNumber: '999888777',
      ...(index % 3 === 0 ? { on: '2025-11-03' } : {}),
    })),
  ]);
  await matchAndCalculate(stand, of);
  await stand.get(UnitOfWork).run({ ...of.system }, () => stand.get(RefreshCombined).run());
}

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight, exchange]);
  parties = await setUpParties(stand);
  others = await setUpParties(stand, 'Nabokjøp');
  await fill(parties, 60);
  await fill(others, 9);
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
});

let files = 0;

/** Downloads a file and returns its place. */
async function download(who: SignedIn, rest: string): Promise<string> {
  const { body } = await who
    .get(`/odata/${rest}`)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200)
    .expect('Content-Type', 'application/vnd.apache.parquet')
    .expect('Content-Disposition', `attachment; filename="${rest.split('?')[0]}"`);
  const file = path.join(folder, `${(files += 1)}.parquet`);
  writeFileSync(file, body as Buffer);
  return file;
}

const one = async (sql: string): Promise<Record<string, unknown>> => (await duck(sql))[0]!;
const owned = async (sql: string): Promise<Record<string, unknown>> => (await stand.asOwner(sql))[0]!;

describe('a table as Parquet', () => {
  it('has the rows of the feed, with the types that are documented', async () => {
    for (const set of entitySets) {
      const file = await download(manager, `${set.name}.parquet`);
      const types = await duck<{ column_name: string; column_type: string }>(
        `describe select * from read_parquet('${file}')`,
      );
      const columns = parquetColumns(
        set,
        set.properties.map(({ name }) => name),
      );
      expect(types.map((type) => [type.column_name, type.column_type])).toEqual(
        columns.map(({ name, type }) => [name, type]),
      );
      const count = (await manager.get(`/odata/${set.name}/$count`).expect(200)).text;
      expect([set.name, await one(`select count(*)::text as n from read_parquet('${file}')`)]).toEqual([
        set.name,
        { n: count },
      ]);
    }
  });

  it('has the sums of the database, to the øre and to the last digit', async () => {
    const combined = await download(manager, 'CombinedLines.parquet');
    expect(
      await one(`select count(*)::text as n, sum(BookedAmountExclVat)::text as booked, sum(ReportedAmountExclVat)::text as reported,
        sum(KgCo2e)::text as kg, count(AgreementId)::text as agreements, min(PurchasedOn)::text as first, sum(QuantityExact::decimal(38, 10))::text as quantity
        from read_parquet('${combined}')`),
    ).toEqual(
      await owned(`select count(*)::text as n, sum(booked_amount)::text as booked, sum(reported_amount)::text as reported, sum(kg)::text as kg,
        count(agreement_id)::text as agreements, min(purchased_on)::text as first, round(sum(quantity), 10)::text as quantity
        from insight.combined_line where cooperative_id = '${parties.cooperativeId}'`),
    );
    const results = await download(manager, 'EmissionResults.parquet');
    expect(
      await one(`select count(*)::text as n, sum(KgCo2e)::text as kg, sum(KgCo2ePerUnit)::text as multipliers,
        string_agg(AmountExclVatExact, ' ' order by BatchId, LineNumber, Part) as amounts, max(RunNumber)::text as run from read_parquet('${results}')`),
    ).toEqual(
      await owned(`select count(*)::text as n, sum(kg)::text as kg, sum(multiplier)::text as multipliers,
        string_agg(amount::text, ' ' order by batch_id::text, line_no, part) as amounts, max(opened_by_run)::text as run
        from emissions.result where closed_by_run is null and cooperative_id = '${parties.cooperativeId}'`),
    );
    const factors = await download(manager, 'EmissionFactors.parquet');
    expect(
      await one(
        `select string_agg(KgCo2ePerUnitExact, ' ' order by FactorSetId collate "C", FactorId collate "C") as digits from read_parquet('${factors}')`.replaceAll(
          ' collate "C"',
          '',
        ),
      ),
    ).toEqual(
      await owned(
        `select string_agg(value::text, ' ' order by set_id collate "C", id collate "C") as digits from factor_book.factor`,
      ),
    );
  });

  it('has the fixed decimals that the database declares', async () => {
    for (const set of entitySets)
      for (const { name, type, sql } of set.properties) {
        const [, alias = '', column = ''] = /^(\w+)\.(\w+)$/.exec(sql) ?? [];
        const relation = new RegExp(`([a-z_]+\\.door_[a-z_]+) ${alias}\\b`).exec(set.source)?.[1];
        if (type !== 'Edm.Decimal' || relation === undefined) continue;
        const { declared } = await owned(
          `select format_type(atttypid, atttypmod) as declared from pg_attribute where attrelid = '${relation}'::regclass and attname = '${column}'`,
        );
        const fixed = decimalTypeOf(set.name, name);
        const expected = fixed
          ? `numeric(${fixed.precision},${fixed.scale})`
          : expect.stringMatching(/^(numeric|real)$/);
        expect([set.name, name, declared]).toEqual([set.name, name, expected]);
      }
  });

  it('has no text whose record differs from the text itself', async () => {
    for (const { name, source, properties } of entitySets) {
      const texts = properties.filter(({ type }) => ['Edm.String', 'Edm.Guid', 'Edm.Decimal'].includes(type));
      const list = texts.map(({ sql }, at) => `${sql} as c${at}`).join(', ');
      await stand.asOwner(`create table public.record_types as select ${list} from ${source} limit 0`);
      const types = await stand.asOwner<{ type: string }>(
        `select format_type(atttypid, null) as type from pg_attribute where attrelid = 'public.record_types'::regclass and attnum > 0 order by attnum`,
      );
      await stand.asOwner('drop table public.record_types');
      // A boolean is t in a record, and true as a text; a padded text loses its spaces as a text.
      expect([name, types.filter(({ type }) => ['boolean', 'character'].includes(type))]).toEqual([name, []]);
    }
  });

  it('has the rows of the caller only', async () => {
    const buyersOf = async (file: string) =>
      (await duck<{ id: string }>(`select distinct BuyerId as id from read_parquet('${file}')`)).map(({ id }) => id);
    expect(await buyersOf(await download(buyer, 'CombinedLines.parquet'))).toEqual([
      parties.buyers[0]!.actor.organisationId,
    ]);
    const theirs = others.buyers.map(({ actor }) => actor.organisationId);
    const all = await buyersOf(await download(manager, 'CombinedLines.parquet'));
    expect(all.filter((id) => theirs.includes(id))).toEqual([]);
    const stranger = await signIn(stand, parties.suppliers[1]!.email);
    const lines = await download(stranger, 'ReportLines.parquet');
    expect(await one(`select count(*)::text as n from read_parquet('${lines}')`)).toEqual({ n: '0' });
    await supplier.get('/odata/CombinedLines.parquet').expect(404);
    await manager.get('/odata/NoTable.parquet').expect(404);
  });

  it('narrows rows and columns as the feed does, and nothing else', async () => {
    const where = encodeURIComponent("AccountCode eq '200' and BookedAmountExclVat gt 200");
    const file = await download(manager, `CombinedLines.parquet?$filter=${where}&$select=LineKey,Quantity`);
    const rows = await duck(`select * from read_parquet('${file}')`);
    const { text } = await manager.get(`/odata/CombinedLines/$count?$filter=${where}`).expect(200);
    expect(rows).toHaveLength(Number(text));
    expect(Object.keys(rows[0]!)).toEqual(['LineKey', 'Quantity', 'QuantityExact']);
    await manager.get('/odata/CombinedLines.parquet?$filter=Amount%20gt%205').expect(400);
    await manager.get('/odata/CombinedLines.parquet?$select=Amount').expect(400);
    for (const option of ['$top=5', '$skip=5', '$orderby=Month', '$count=true'])
      await manager.get(`/odata/CombinedLines.parquet?${option}`).expect(501);
  });

  it('is encoded on a thread of its own, never on the one that serves requests', async () => {
    const threads: Promise<unknown>[] = [];
    const noteThread = (message: unknown) =>
      void threads.push(once((message as { worker: NodeJS.EventEmitter }).worker, 'exit'));
    subscribe('worker_threads', noteThread);
    const encoded = jest.spyOn(ParquetWriter.prototype, 'write');
    try {
      const files = await Promise.all([
        download(manager, 'CombinedLines.parquet'),
        download(buyer, 'CombinedLines.parquet'),
      ]);
      for (const file of files)
        expect(await one(`select count(*)::text as n from read_parquet('${file}')`)).not.toEqual({ n: '0' });
      expect(encoded).not.toHaveBeenCalled();
      expect(threads).toHaveLength(2);
      await Promise.all(threads); // none remains
    } finally {
      encoded.mockRestore();
      unsubscribe('worker_threads', noteThread);
    }
  });

  it('is for keys with the scope of the feed, and for nobody without a sign-in', async () => {
    const keyFor = async (scope: string): Promise<string> =>
      (
        await manager
          .post('/api-keys', { name: scope, scopes: [scope], expiresOn: addDays(osloDate(stand.clock.now()), 30) })
          .expect(201)
      ).body.key;
    const get = () => request(stand.app.getHttpServer() as Server).get('/odata/Agreements.parquet');
    await get()
      .auth('any', await keyFor('data:read'))
      .expect(200);
    await get()
      .set('Authorization', `Bearer ${await keyFor('data:read')}`)
      .expect(200);
    await get()
      .set('Authorization', `Bearer ${await keyFor('figures:read')}`)
      .expect(403);
    await get().expect(401);
  });

  it('is in the security log', async () => {
    const before = new Date();
    await download(manager, 'Agreements.parquet');
    await new Promise((done) => setTimeout(done, 500));
    const events = await stand.asOwner(
      `select details ->> 'route' as route, organisation_id from platform.security_event where event = 'data-exported' and occurred_at >= $1`,
      [before],
    );
    expect(events).toEqual([
      { route: 'GET /odata/:table.parquet', organisation_id: parties.manager.actor.organisationId },
    ]);
  });
});

describe('an export to a folder', () => {
  const target = path.join(folder, 'export');

  async function exportAs(actors: readonly Actor[]): Promise<ParquetManifest> {
    const export_ = new ExportFolder(target);
    const written = [];
    for (const actor of actors)
      written.push(...(await stand.get(UnitOfWork).run({ ...actor }, () => stand.get(ExportParquet).run(export_))));
    const manifest: ParquetManifest = {
      format: 'tallgrunn-parquet/1',
      exportedAt: stand.clock.now().toISOString(),
      cooperatives: actors.map(({ cooperativeId }) => ({ id: cooperativeId, name: '' })),
      files: written,
    };
    await export_.publish(manifest);
    return manifest;
  }

  it('is divided by cooperative and year, and described by its manifest', async () => {
    const { files: listed } = await exportAs([parties.system, others.system]);
    expect(JSON.parse(readFileSync(path.join(target, 'manifest.json'), 'utf8')).files).toEqual(listed);
    for (const { path: place, sha256, sizeBytes, rows } of listed) {
      const bytes = readFileSync(path.join(target, place));
      expect([place, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
        place,
        sizeBytes,
        sha256,
      ]);
      expect(await one(`select count(*)::text as n from read_parquet('${path.join(target, place)}')`)).toEqual({
        n: String(rows),
      });
    }
    for (const { name } of entitySets) {
      const place = `${target}/cooperative=*/${hasYears(name) ? 'year=*/' : ''}${name}.parquet`;
      expect((await duck(`select distinct cooperative from read_parquet('${place}', hive_partitioning = true)`)).length) //
        .toBeLessThanOrEqual(2);
    }
    expect(
      await duck(`select cooperative::text as cooperative, year::text as year, sum(BookedAmountExclVat)::text as booked
        from read_parquet('${target}/cooperative=*/year=*/CombinedLines.parquet', hive_partitioning = true) group by all order by all`),
    ).toEqual(
      await stand.asOwner(`select cooperative_id::text as cooperative, left(month, 4) as year, sum(booked_amount)::text as booked
        from insight.combined_line group by 1, 2 order by 1, 2`),
    );
  });

  it('replaces an earlier one, deletes what is gone, and leaves nothing half written', async () => {
    await exportAs([parties.system]);
    expect(readdirSync(target).sort()).toEqual(
      [`cooperative=${parties.cooperativeId}`, `cooperative=${others.cooperativeId}`, 'manifest.json'].sort(),
    );
    expect(
      readdirSync(path.join(target, `cooperative=${others.cooperativeId}`), { recursive: true }).filter((name) =>
        String(name).endsWith('.parquet'),
      ),
    ).toEqual([]);
    const interrupted = new ExportFolder(target);
    await (await interrupted.create('cooperative=x/Agreements.parquet')).write(Buffer.from('PAR1'));
    expect(readdirSync(target).filter((name) => name === 'cooperative=x')).toEqual([]);
    await interrupted.discard();
    expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('has the tables of a person’s role, with the rows that the person sees', async () => {
    const { files: listed } = await exportAs([parties.suppliers[0]!.actor]);
    expect(listed.map(({ table }) => table)).not.toContain('CombinedLines');
    expect(listed.filter(({ table }) => table === 'ReportLines').reduce((sum, { rows }) => sum + rows, 0)).toBe(1);
  });
});
