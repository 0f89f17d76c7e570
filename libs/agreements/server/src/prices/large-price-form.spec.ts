import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { canonicalJson } from '@tallgrunn/checks';
import { FileStore, UnitOfWork, type SpooledFile } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { writeXlsx } from '@tallgrunn/tabular';
import { BuildCheckContext } from '../context/build-check-context.ts';
import { agreements } from '../room.ts';
import { setUpAgreement, type TestAgreement } from '../testing.ts';
import { ImportPriceDraft } from './draft-prices.ts';
import { PublishPrices } from './publish-prices.ts';

const ITEMS = 50_000;
const RSS_GROWTH_MAX = 200e6;
const CONTEXT_BYTES_MAX = 4e6;

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const row = (n: number, raise: number): string[] => [
  String(n).padStart(7, '0'),
  `Vare nummer ${n}, ${['økologisk', 'fryst', 'kjølt', 'tørr'][n % 4]} ${(n % 37) + 1} stk`,
  ['stk', 'pk', 'kg', 'eske'][n % 4] ?? 'stk',
  `${(n % 997) + 10 + raise}.${String(n % 100).padStart(2, '0')}`,
  String((n % 24) + 1),
  '6',
];
async function workbook(name: string, raise: number): Promise<SpooledFile> {
  const heading = [
    'Varenr',
    'Varenavn',
    'Enhet',
    'Pris eks. mva',
    'Antall i pakning',
    'Pakning',
    'Antall i kartong',
    'Delkontrakt',
  ];
  function* rows() {
    for (let n = 1; n <= ITEMS; n += 1)
      yield [...row(n, raise).slice(0, 4), row(n, raise)[4] ?? '', 'boks', row(n, raise)[5] ?? '', '1A'];
  }
  const chunks: Uint8Array[] = [];
  const sheet = { name: 'Prisskjema', columns: heading.map((header) => ({ header })), rows: rows() };
  for await (const chunk of writeXlsx([sheet])) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const folder = stand.get(FileStore).spoolFolder;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  await writeFile(file, bytes);
  return { path: file, name, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function measured<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; growth: number }> {
  const before = process.memoryUsage().rss;
  let top = before;
  const look = setInterval(() => (top = Math.max(top, process.memoryUsage().rss)), 20);
  const begun = performance.now();
  const result = await work();
  clearInterval(look);
  return { result, seconds: (performance.now() - begun) / 1000, growth: top - before };
}

it('imports 50,000 items in constant memory and builds a small check context', async () => {
  const supplier = parties.suppliers[0]!.organisationId;
  const units = stand.get(UnitOfWork);
  for (const round of [0, 1]) {
    const file = await workbook(`prisskjema-${round}.xlsx`, round * 3);
    const { result, seconds, growth } = await measured(() =>
      units.run(parties.manager.actor, async () => {
        const draft = await stand.get(ImportPriceDraft).run(made.agreementId, supplier, file);
        return stand.get(PublishPrices).run(made.agreementId, draft.id);
      }),
    );
    process.stderr.write(
      `${ITEMS} items in ${seconds.toFixed(1)} s, memory +${Math.round(growth / 1e6)} MB, file ${Math.round(file.sizeBytes / 1e3)} kB\n`,
    );
    expect(result.items).toBe(ITEMS);
    expect(growth).toBeLessThan(RSS_GROWTH_MAX);
  }
  const build = await measured(() =>
    units.run(parties.system, () => stand.get(BuildCheckContext).run(made.obligations['2026-03']!)),
  );
  const text = canonicalJson(build.result.context);
  const packed = gzipSync(text).length;
  process.stderr.write(
    `context of ${build.result.context.items?.number.length} items: ${Math.round(text.length / 1e3)} kB, ${Math.round(packed / 1e3)} kB packed, made in ${build.seconds.toFixed(1)} s\n`,
  );
  expect(packed).toBeLessThan(CONTEXT_BYTES_MAX);
});
