import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { ImportAssortment } from '@tallgrunn/agreements-server';
import { spoolFile, testAssortment, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, ReaderTimeout, SpooledDownload, systemActor, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { bytesOf } from '@tallgrunn/tabular';
import { uuidv7 } from '@tallgrunn/values';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { calculate, downloadPack, postLedger, publishPart, roomsOfEmissions } from '../testing.ts';
import { CREATE_CALCULATED } from '../calculation/store-results.ts';
import { CREATE_POLICIES } from '../calculation/methods.ts';
import { loadAffectedParts, AFFECTED_PRODUCTS } from '../calculation/load-line-parts.ts';
import { LOAD_FACTORS } from '../calculation/classify-products.ts';
import { LOAD_PRICES } from '../calculation/calculate-line-parts.ts';
import { withPackTables, remainingTables } from './input-tables.ts';
import { PackLimiter } from './limit-concurrent-packs.ts';
import { ReproduceRun, type ReproductionResult } from './reproduce-run.ts';
import { recalculatePack, readCsv } from './testing/recompute-pack.ts';
import { WriteEvidencePack, type Manifest } from './write-pack.ts';
import { setUpEvidence } from './testing/evidence-world.ts';

let stand: TestApp;
let emptyStand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: SignedIn;
let buyerPerson: SignedIn;
let colleague: SignedIn;
let colleagueId = '';
let pack: Buffer;
let files: Record<string, Uint8Array>;
let manifest: Manifest;

async function packOf(run: number): Promise<Buffer> {
  return downloadPack(manager, `/emissions/runs/${run}/evidence-pack.zip`);
}
/** Reproduces a pack in a database that does not contain the cooperative. */
const reproduce = (bytes: Uint8Array): Promise<ReproductionResult> =>
  emptyStand.get(UnitOfWork).run(systemActor(uuidv7()), () => emptyStand.get(ReproduceRun).run(bytesOf(bytes)));
/** Creates a factor assignment as the manager, approved by a colleague. */
async function putAssignmentInForce(choice: object): Promise<void> {
  const { body } = await manager.post('/factor-assignments', { reason: 'Prøves.', ...choice }).expect(201);
  await manager.post(`/factor-assignments/${body.id}/propose`, { approverId: colleagueId }).expect(204);
  await colleague.post(`/factor-assignments/${body.id}/decide`, { verdict: 'approved', note: 'Lest.' }).expect(204);
}
const table = (name: string) => readCsv(strFromU8(files[`tables/${name}.csv`]!));

beforeAll(async () => {
  ({ stand, parties, agreement, manager, buyerPerson, colleague, colleagueId } = await setUpEvidence());
  emptyStand = await setUpTestApp(roomsOfEmissions); // after signing in, because the sign-in state belongs to the process and to the last stand
  pack = await packOf(1);
  files = unzipSync(pack);
  manifest = JSON.parse(strFromU8(files['manifest.json']!)) as Manifest;
});
afterAll(async () => {
  await emptyStand?.close();
  await stand?.close();
});

describe('evidence pack', () => {
  it('contains each line with formula values, decisions with deciders, and the method in three languages', async () => {
    const { body } = await manager.get('/emissions/summary').expect(200);
    expect(manifest.run).toMatchObject({ number: 1, kg: body.totals.kg, lines: body.totals.lines });
    expect(new Set(table('lines').map(({ method }) => method))).toEqual(
      new Set(['declared-verified', 'physical-average', 'spend-account', 'ask', 'no-factor']),
    );
    expect(new Set(table('multipliers').map(({ formula }) => formula))).toEqual(
      new Set(['declared', 'quantity', 'price-level', 'own-prices']),
    );
    expect(table('decisions')).toMatchObject([
      { kind: 'declaration', decided: 'accepted', decidedBy: 'Samkjøp', reason: 'Gjennomgått.' },
      { kind: 'meaning', decided: 'milk', decidedBy: 'Samkjøp', reason: 'Det er melk.' },
      {
        kind: 'methods',
        about: 'food',
        proposedBy: 'Samkjøp',
        decidedBy: expect.stringMatching(/^ruler/),
        reason: 'Leverandørene er kontrollert.',
      },
    ]);
    expect(table('declarations')[0]).toMatchObject({ unit: 'kilogram', verified: 'yes' });
    expect(table('factor-sets').every(({ licence, attribution }) => licence !== '' && attribution !== '')).toBe(true);
    expect(
      table('sources')
        .map(({ kind, file }) => [kind, file])
        .toSorted(),
    ).toEqual([
      ['batch', 'bok.csv'],
      ['batch', 'faktura.xml'],
      ['report', 'rapport.csv'],
    ]);
    for (const language of ['nb', 'nn', 'en'])
      expect(strFromU8(files[`method.${language}.md`]!)).toMatch(/ROUND\(basis × (multipli[a-z]+), 6\)/);
    expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'manifest.json')
        .toSorted(),
    );
    expect(
      (await stand.asOwner(`select act from platform.audit_entry where act = 'emissions.evidence-downloaded'`)).length,
    ).toBe(1);
  });

  it('lets a third party calculate the total from the pack alone', () => {
    const { exactKg, fromFactors, workbook, lines } = recalculatePack(pack);
    expect(exactKg).toBe(manifest.run.kg);
    expect(lines).toBe(manifest.run.lines);
    const kg = Number(manifest.run.kg);
    expect(Math.abs(fromFactors / kg - 1)).toBeLessThan(1e-9);
    expect(Math.abs(workbook!.total / kg - 1)).toBeLessThan(1e-9);
    expect(workbook!.stated).toBe(kg);
    expect(workbook!.formulas).toBe(table('lines').filter(({ kg: each }) => each !== '').length);
  });

  it('reproduces the run line by line in an empty database, from the pack alone', async () => {
    expect(await reproduce(pack)).toEqual({
      run: 1,
      kg: manifest.run.kg,
      lines: manifest.run.lines,
      besides: 1,
      files: manifest.files.length,
      linesDiffering: 0,
      besidesDiffering: 0,
      totalsDiffering: 0,
      holds: true,
    });
    const engine = [
      loadAffectedParts({ categories: ['food'], products: ['milk'], accounts: ['kostra:200'] }).sql,
      AFFECTED_PRODUCTS,
      ...LOAD_FACTORS,
      ...CREATE_POLICIES,
      ...LOAD_PRICES.map(({ sql }) => sql),
      CREATE_CALCULATED,
    ];
    expect(remainingTables(engine.map(withPackTables).join('\n'))).toEqual([]);
    expect(remainingTables(CREATE_CALCULATED)).not.toEqual([]);
  });

  it('sums to the published figure of a publication, to the last digit', async () => {
    const scopes = [
      { from: '2026-01', to: '2026-12' },
      { from: '2023-01', to: '2024-06', buyerIds: [parties.buyers[0]!.organisationId] },
      {
        categories: [...new Set(table('lines').map(({ category }) => category))]
          .filter((one) => one !== '')
          .slice(0, 1),
      },
    ];
    for (const [at, scope] of scopes.entries()) {
      const id = await publishPart(manager, colleague, 1, { caseNumber: `26/${at}`, scope: 'Som vedtatt.', ...scope });
      const { kg } = (await manager.get('/emissions/publications').expect(200)).body.find(
        (one: { id: string }) => one.id === id,
      );
      const part = await downloadPack(manager, `/emissions/runs/1/evidence-pack.zip?publication=${id}`);
      const { exactKg, fromFactors, workbook, lines } = recalculatePack(part);
      expect([exactKg, workbook!.stated]).toEqual([kg, Number(kg)]);
      for (const came of [fromFactors, workbook!.total]) expect(Math.abs(came - Number(kg))).toBeLessThan(1e-6);
      expect(lines).toBeGreaterThan(0);
      expect(lines).toBeLessThan(manifest.run.lines);
      expect(await reproduce(part)).toMatchObject({ kg, lines, holds: true });
    }
  });

  it('is read with full-table plans and reports progress', async () => {
    const progress = { run: 1, publication: null, rows: 0, rowsTotal: 3 * manifest.run.lines };
    await stand.get(UnitOfWork).run({ ...parties.manager.actor }, async () => {
      for await (const _ of stand.get(WriteEvidencePack).bytes(1, {}, progress)) {
        const settings = await stand
          .get(Database)
          .one(
            `select current_setting('enable_nestloop') as loops, current_setting('cursor_tuple_fraction')::float8 as fraction`,
          );
        expect(settings).toEqual({ loops: 'off', fraction: 1 });
      }
    });
    expect(progress.rows).toBe(progress.rowsTotal);
    const told = async () => (await manager.get('/emissions/evidence-progress').expect(200)).body.pack;
    expect(await told()).toBeNull();
    const giveBack = stand.get(PackLimiter).reserve(parties.manager.actor.personId ?? '', { ...progress, rows: 2 });
    expect(await told()).toEqual({ run: 1, publication: null, rows: 2, rowsTotal: progress.rowsTotal });
    expect((await colleague.get('/emissions/evidence-progress').expect(200)).body.pack).toBeNull();
    giveBack();
    expect(await told()).toBeNull();
    await buyerPerson.get('/emissions/evidence-progress').expect(403);
  });

  it('reproduces the texts and figures of an earlier run', async () => {
    await postLedger(stand, parties, [{ account: '230', amount: '777.77' }]);
    await calculate(stand, parties);
    await putAssignmentInForce({
      kind: 'account',
      target: 'kostra:200',
      setId: 'epa-supply-chain-1.3',
      factorId: 'epa13-337127',
      fromOn: '2022-01-01',
      foreignDecision: 'Prøves.',
    });
    await manager
      .post('/mapping-corrections', {
        system: 'kostra',
        codes: ['200'],
        category: 'office',
        reason: 'Mest rekvisita.',
      })
      .expect(201);
    expect(await calculate(stand, parties)).toMatchObject({ number: 3, changed: true });
    const earlier = await packOf(1);
    expect(unzipSync(earlier)['tables/lines.csv']).toEqual(files['tables/lines.csv']);
    expect(strFromU8(unzipSync(earlier)['engine/result.jsonl']!)).not.toMatch(/"closed_by_run":[^n]/);
    expect(await reproduce(earlier)).toMatchObject({ run: 1, kg: manifest.run.kg, holds: true });
    expect(await reproduce(await packOf(2))).toMatchObject({ run: 2, lines: manifest.run.lines + 1, holds: true });
    expect(await reproduce(await packOf(3))).toMatchObject({ run: 3, lines: manifest.run.lines + 1, holds: true });
    // A new price list states another weight of the milk; the earlier run keeps the inputs it used.
    const heavier = await spoolFile(stand, 'nye priser.csv', testAssortment.replace('10,3', '20,6'));
    await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () =>
        stand.get(ImportAssortment).run(agreement.agreementId, parties.suppliers[0]!.organisationId, heavier),
      );
    expect(await reproduce(await packOf(3))).toMatchObject({ run: 3, linesDiffering: 0, holds: true });
    await calculate(stand, parties);
    const { body } = await manager.get('/emissions/runs').expect(200);
    expect(body[0]).toMatchObject({ number: 4, opened: 1 });
    expect(await reproduce(await packOf(4))).toMatchObject({ run: 4, holds: true });
  });
});

describe('altered evidence pack', () => {
  const alterPack = (name: string, from: string, to: string, rehash = false): Uint8Array => {
    const text = strFromU8(files[name]!);
    expect(text).toContain(from);
    const bytes = strToU8(text.replace(from, to));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const told = {
      ...manifest,
      files: manifest.files.map((file) => (file.name === name && rehash ? { ...file, sha256 } : file)),
    };
    return zipSync({ ...files, [name]: bytes, 'manifest.json': strToU8(JSON.stringify(told)) });
  };

  it('is rejected by hash, and by line differences when the hashes are recalculated', async () => {
    await expect(reproduce(alterPack('engine/result.jsonl', '"quantity":100', '"quantity":200'))).rejects.toThrow(
      /engine\/result.jsonl is not what the manifest says/,
    );
    expect(await reproduce(alterPack('engine/result.jsonl', '"quantity":100', '"quantity":200', true))).toMatchObject({
      holds: false,
      linesDiffering: 1,
    });
    expect(await reproduce(alterPack('engine/factor.jsonl', '"value":182.6', '"value":182.7', true))).toMatchObject({
      holds: false,
      linesDiffering: 1,
    });
  });

  it('is rejected when a file is missing or it is not an evidence pack', async () => {
    const { 'engine/unit.jsonl': _gone, ...rest } = files;
    await expect(reproduce(zipSync(rest))).rejects.toThrow(/unit.jsonl is missing/);
    await expect(reproduce(zipSync({ 'a.txt': strToU8('a') }))).rejects.toThrow(/manifest.json is missing/);
  });
});

describe('permission to download evidence', () => {
  it('is given to the cooperative, not to a buyer, for existing runs only', async () => {
    await buyerPerson.get('/emissions/runs/1/evidence-pack.zip').expect(403);
    await manager.get('/emissions/runs/99/evidence-pack.zip').expect(404);
  });
});

describe('concurrent evidence packs', () => {
  const packLimiter = () => stand.get(PackLimiter);
  const waitUntilFree = async () => {
    for (let tries = 0; packLimiter().inProgress > 0; tries += 1) {
      if (tries > 200) throw new Error('A turn is never given back.');
      await setTimeout(25);
    }
  };

  it('are limited to two, and one per person; a waiting request gets the expected time', async () => {
    const refused = async () => {
      const { body, headers } = await manager.get('/emissions/runs/1/evidence-pack.zip').expect(429);
      return [body.code, headers['retry-after']];
    };
    const mine = packLimiter().reserve(parties.manager.actor.personId ?? '');
    expect(await refused()).toEqual(['evidence-pack-in-progress', '60']);
    mine();
    const others = ['en', 'to'].map((person) => packLimiter().reserve(person));
    expect(await refused()).toEqual(['evidence-pack-queue-full', '60']);
    others[0]?.();
    expect((await packOf(1)).length).toBeGreaterThan(1000);
    others[1]?.();
    await waitUntilFree();
  });

  it('release their slot when the reader stops, disconnects or the pack fails', async () => {
    const piece = new Uint8Array(1_000_000);
    const poured = (chunks: () => AsyncIterable<Uint8Array>) =>
      stand
        .get(UnitOfWork)
        .run({ ...parties.manager.actor }, async () =>
          stand.get(SpooledDownload).run(chunks, packLimiter().reserve('en')),
        );
    const endless = async function* () {
      for (;;) yield piece;
    };
    const streams = stand.get(SpooledDownload);
    const usual = streams.patienceMs;
    const gone = await poured(endless);
    expect(packLimiter().inProgress).toBe(1);
    gone.destroy();
    await waitUntilFree();
    try {
      streams.patienceMs = 200;
      const unread = await poured(endless);
      expect((await once(unread, 'error').catch((error: unknown) => [error]))[0]).toBeInstanceOf(ReaderTimeout);
      await waitUntilFree();
    } finally {
      streams.patienceMs = usual;
    }
    const failed = await poured(async function* () {
      yield piece;
      throw new Error('no more');
    });
    await expect(failed.toArray()).rejects.toThrow('no more');
    await waitUntilFree();
  });

  it('are refused before the first byte when the run exceeds the size limit', async () => {
    const [total] = await stand.asOwner<{ lines: number }>(
      'update emissions.run_total set lines = lines + 3000000 where run_number = 2 and lines = (select max(lines) from emissions.run_total where run_number = 2) returning lines',
    );
    expect(total?.lines).toBeGreaterThan(3_000_000);
    expect((await manager.get('/emissions/runs/2/evidence-pack.zip').expect(422)).body).toMatchObject({
      code: 'evidence-pack-too-large',
      params: { linesMax: 3_000_000 },
    });
    expect(stand.get(PackLimiter).inProgress).toBe(0);
  });
});
