import type { Server } from 'node:http';
import { readdir } from 'node:fs/promises';
import { agreements } from '@tallgrunn/agreements-server';
import { ledgerFields } from '@tallgrunn/formats';
import { identity } from '@tallgrunn/identity-server';
import { createApiKey, setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { FileStore } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { languages, limits } from '@tallgrunn/values';
import request from 'supertest';
import { validateLines } from './lines/validate-lines.ts';
import { lineFaults, lineTexts } from './lines/line-validation-texts.ts';
import { spend } from './room.ts';

let stand: TestApp;
let parties: Parties;
let key: string;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  key = await createApiKey(stand, parties.buyers[0]!.actor, ['spend:import']);
  await stand.work();
});
afterAll(() => stand.close());

const line = (voucher: number, more: object = {}) => ({
  voucherNumber: String(voucher),
  voucherDate: '2026-03-05',
  account: '115',
  supplierOrgNumber: '311047116',
  supplierName: 'Finnskog',
  invoiceNumber: `F-${voucher}`,
  amount: '10.00',
  text: 'Faktura',
  ...more,
});
const ndjson = (lines: readonly object[]) => lines.map((each) => JSON.stringify(each)).join('\n');
const call = (query = '', again?: string) => {
  const asked = request(stand.app.getHttpServer() as Server)
    .post(`/spend/lines${query}`)
    .set('authorization', `Bearer ${key}`);
  return again === undefined ? asked : asked.set('idempotency-key', again);
};
const post = (lines: readonly object[], query = '', again?: string) =>
  call(query, again).set('content-type', 'application/x-ndjson').send(ndjson(lines));
const batches = async () => (await stand.asOwner<{ n: number }>('select count(*)::int as n from spend.batch'))[0]!.n;

describe('postings sent by a program', () => {
  it('become a batch, returned when it is imported', async () => {
    const { body, headers } = await post([
      line(1),
      line(2, { amount: -4.5, text: 'Kreditnota til Kari Nordmann' }),
      line(3, { supplierOrgNumber: null, supplierName: 'Kari Nordmann' }),
    ]).expect(201);
    expect(body).toMatchObject({
      kind: 'ledger',
      state: 'posted',
      lines: 2,
      totals: { NOK: '5.50' },
      buyerId: parties.buyers[0]!.organisationId,
      leftOut: [{ reason: 'party no-number', rows: 1 }],
      withheld: [{ reason: 'free-text', count: 1 }],
    });
    expect(headers['location']).toBe(`/api/v1/spend/batches/${body.id}`);
    const read = (path: string) =>
      request(stand.app.getHttpServer() as Server)
        .get(path)
        .set('authorization', `Bearer ${key}`)
        .expect(200);
    expect((await read(`/spend/batches/${body.id}`)).body).toMatchObject({ number: body.number, lines: 2 });
    expect((await read(`/spend/batches/${body.id}/lines`)).body).toMatchObject([
      { row: 2, amount: '10.00', invoiceNumber: 'F-1', text: 'Faktura' },
      { row: 3, amount: '-4.5', text: 'Kreditnota til' },
    ]);
    expect(await readdir(stand.get(FileStore).spoolFolder)).toEqual([]);
  });

  it('may be a JSON array', async () => {
    expect(
      (
        await call()
          .send([line(11)])
          .expect(201)
      ).body,
    ).toMatchObject({ state: 'posted', lines: 1 });
  });

  it('are rejected together, with location, found and expected value and remedy, in the requested language', async () => {
    const before = await batches();
    const { body } = await post(
      [
        line(21),
        line(22, { amount: '1.234,50', voucherDate: '5.3.2026' }),
        { foo: 'x' },
        line(23, { supplierOrgNumber: '123456789' }),
      ],
      '?language=en',
    ).expect(422);
    expect(body).toMatchObject({ code: 'lines-invalid', params: { lines: 4, faults: 5 } });
    expect(body.issues.map(({ code, path }: { code: string; path: string }) => `${path} ${code}`)).toEqual([
      '[1].voucherDate not-a-day',
      '[1].amount not-a-number',
      '[2].foo field-unknown',
      '[2].amount field-missing',
      '[3].supplierOrgNumber org-number-wrong',
    ]);
    expect(body.issues[1].params).toEqual({
      line: 2,
      field: 'amount',
      found: '1.234,50',
      expected: 'a number with a decimal point',
      todo: 'Write the amount as 1234.50, without spaces and currency.',
    });
    expect(await batches()).toBe(before);
  });

  it('are limited to ten thousand per request', async () => {
    const many = Array.from({ length: limits.spendLines.linesMax }, (_, at) => line(100_000 + at));
    expect((await post(many).expect(201)).body).toMatchObject({
      state: 'posted',
      lines: 10_000,
      totals: { NOK: '100000.00' },
    });
    expect((await post([...many, line(1)]).expect(413)).body).toMatchObject({
      code: 'too-many-lines',
      params: { linesMax: 10_000, found: 10_001 },
    });
  });

  it('return the same batch for a repeated key, also for concurrent requests', async () => {
    const before = await batches();
    const first = await post([line(31)], '', 'march-1').expect(201);
    const second = await post([line(31)], '', 'march-1').expect(201);
    expect([second.body.id, second.headers['idempotent-replayed']]).toEqual([first.body.id, 'true']);
    expect((await post([line(32)], '', 'march-1').expect(422)).body.code).toBe('idempotency-key-reused');
    expect((await post([line(31)]).expect(409)).body).toMatchObject({
      code: 'batch-duplicate',
      params: { id: first.body.id },
    });
    const together = await Promise.all(Array.from({ length: 4 }, () => post([line(33)], '', 'march-2')));
    expect([together.map(({ status }) => status), new Set(together.map(({ body }) => body.id)).size]).toEqual([
      [201, 201, 201, 201],
      1,
    ]);
    expect(await batches()).toBe(before + 2);
  });

  it('neither conflict with the same content of another buyer nor reveal it', async () => {
    const other = await createApiKey(stand, parties.buyers[1]!.actor, ['spend:import']);
    const mine = await post([line(35)]).expect(201);
    const theirs = await request(stand.app.getHttpServer() as Server)
      .post('/spend/lines')
      .set({ authorization: `Bearer ${other}`, 'content-type': 'application/x-ndjson' })
      .send(ndjson([line(35)]))
      .expect(201);
    expect(theirs.body).toMatchObject({ state: 'posted', lines: 1, buyerId: parties.buyers[1]!.organisationId });
    expect((await post([line(35)]).expect(409)).body.params).toMatchObject({
      id: mine.body.id,
      number: mine.body.number,
    });
  });

  it('return the same batch for a repeated upload of a file with the same key', async () => {
    const upload = (again: string) =>
      request(stand.app.getHttpServer() as Server)
        .post('/spend/batches')
        .set({ authorization: `Bearer ${key}`, 'idempotency-key': again })
        .attach('file', Buffer.from(`Bilagsnummer;Art;Organisasjonsnummer;Beløp\n1;115;311047116;77,00\n`), 'bok.csv');
    const first = await upload('bok-1').expect(201);
    const second = await upload('bok-1').expect(201);
    expect([second.body, second.headers['idempotent-replayed']]).toEqual([first.body, 'true']);
    expect((await upload('bok-2').expect(409)).body.code).toBe('batch-duplicate');
  });

  it('are validated completely, so that none is quarantined later and none blocks the others', async () => {
    const before = await batches();
    const faultsOf = async (more: object) =>
      (await post([line(41, more)]).expect(422)).body.issues.map(
        ({ code, path }: { code: string; path: string }) => `${path} ${code}`,
      );
    expect(await faultsOf({ amount: '' })).toEqual(['[0].amount field-missing']);
    expect(await faultsOf({ amount: '9'.repeat(39) })).toEqual(['[0].amount not-a-number']);
    expect(await faultsOf({ text: 'Faktura\u0000' })).toEqual(['[0].text not-a-text']);
    expect(await faultsOf({ voucherNumber: '\ud800' })).toEqual(['[0].voucherNumber not-a-text']);
    expect(await faultsOf({ period: '2026-17' })).toEqual(['[0].period not-a-month']);
    expect(await batches()).toBe(before);
  });

  it('may belong to year-end closing, and have texts named like totals', async () => {
    const { body } = await post([line(51, { period: '2026-13', text: 'Sum' })]).expect(201);
    expect(body).toMatchObject({ state: 'posted', lines: 1 });
    expect(await stand.asOwner('select period, closing from spend.posting where batch_id = $1', [body.id])).toEqual([
      { period: '2026-12', closing: true },
    ]);
    expect(
      await stand.asOwner('select booked_period from spend.door_spend_line where batch_id = $1', [body.id]),
    ).toEqual([{ booked_period: '2026-13' }]);
  });

  it('are UTF-8, with or without byte order mark', async () => {
    const raw = (bytes: Buffer) => call().set('content-type', 'application/x-ndjson').send(bytes);
    expect((await raw(Buffer.from(`\ufeff${JSON.stringify(line(61))}\n`)).expect(201)).body.lines).toBe(1);
    expect(
      (await raw(Buffer.from(JSON.stringify(line(62, { text: 'Brød' })), 'latin1')).expect(400)).body,
    ).toMatchObject({ code: 'lines-not-json', params: { expected: 'UTF-8' } });
  });

  it('reject a field name over the limit without inspecting it', async () => {
    const name = 'a'.repeat(60_000);
    const { body } = await post([line(41, { [name]: 'x' })], '?language=en').expect(422);
    expect(body.issues).toEqual([expect.objectContaining({ code: 'field-unknown', path: '[0].…' })]);
    expect(JSON.stringify(body)).not.toContain('aaaa');
  });

  it('reject lines that are too large or nested too deeply while they arrive', async () => {
    const send = (content: string, type: string) => call().set('content-type', type).send(content);
    expect(
      (await send(`{"text":"${'x'.repeat(limits.spendLines.lineBytesMax)}"}`, 'application/x-ndjson').expect(413)).body,
    ).toMatchObject({ code: 'line-too-large', params: { line: 1 } });
    expect(
      (
        await send(
          `${ndjson([line(51)])}\n{"text":${'['.repeat(1000)}${']'.repeat(1000)}}`,
          'application/x-ndjson',
        ).expect(400)
      ).body,
    ).toMatchObject({ code: 'json-too-deep', params: { line: 2 } });
  });

  it('describe the accepted fields', async () => {
    expect((await call().set('content-type', 'text/csv').send('a;b').expect(415)).body.code).toBe(
      'content-type-not-supported',
    );
    expect(
      (await call().set('content-type', 'application/x-ndjson').send('{"amount": "1"}\n{"amount": ').expect(400)).body,
    ).toMatchObject({ code: 'lines-not-json', params: { line: 2 } });
    expect((await call().send({ amount: '1' }).expect(400)).body.code).toBe('lines-not-json');
    expect((await post([]).expect(422)).body.issues).toMatchObject([{ code: 'no-lines' }]);
    const supplier = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check']);
    expect(
      (
        await request(stand.app.getHttpServer() as Server)
          .post('/spend/lines')
          .set({ authorization: `Bearer ${supplier}`, 'content-type': 'application/x-ndjson' })
          .send('{}')
      ).status,
    ).toBe(403);
  });

  it('have texts for every fault in every language, and mask personal numbers in found values', () => {
    for (const language of languages)
      for (const fault of lineFaults) expect(lineTexts[language][fault].todo).toMatch(/\.$/);
    expect(
      JSON.stringify(validateLines([{ amount: '1', supplierOrgNumber: '13097248022' }], 'nb').issues),
    ).not.toContain('13097248022');
    expect(validateLines([Object.fromEntries(ledgerFields.map((field) => [field, true]))], 'nb').wrong).toBe(
      ledgerFields.length,
    );
  });
});
