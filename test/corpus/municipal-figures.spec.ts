import fs from 'node:fs';
import path from 'node:path';
import { agreements } from '@tallgrunn/agreements-server';
import type { LedgerImportFilter, LedgerProfile } from '@tallgrunn/formats';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { parse } from 'csv-parse/sync';

// Budgets and accounts published by Norwegian municipalities (NLOD), from datahotellet/dataset-archive.
const folder = path.join(__dirname, '../../../shared/data/9-spend/datahotellet+dataset-archive/datasets');
const maybe = fs.existsSync(folder) ? describe : describe.skip;

interface Figures {
  readonly file: string;
  readonly columns: LedgerProfile['columns'];
  readonly amount: string;
  /** Heading of the account, and the start of the account code (art) in its cell. */
  readonly art?: { readonly heading: string; readonly start: number };
}

const figures: readonly Figures[] = [
  {
    file: 'stavanger/budsjettforslag2016',
    amount: 'beloep',
    art: { heading: 'art', start: 1 },
    columns: { account: 'art', accountName: 'art_tekst', function: 'tjeneste_nr', amount: 'beloep' },
  },
  {
    file: 'stavanger/investeringsbudsjett2016',
    amount: 'beloep',
    art: { heading: 'art', start: 1 },
    columns: {
      account: 'art',
      accountName: 'art_tekst',
      costCentre: 'ansvar',
      function: 'tjeneste',
      project: 'prosjekt',
      amount: 'beloep',
    },
  },
  ...['rekneskap_2011', 'budsjett_2012', 'budsjett_2013'].map((amount): Figures => ({
    file: 'forde/budsjett-2013/investeringsbudsjett',
    amount,
    art: { heading: 'konto', start: 1 },
    columns: { account: 'konto', accountName: 'konto_tekst', function: 'teneste', project: 'prosjekt', amount },
  })),
  {
    file: 'sauda/budsjett-2013/investeringsbudsjett',
    amount: 'nok',
    columns: { costCentre: 'ansvar', function: 'funksjonsomrade', project: 'tiltak', amount: 'nok' },
  },
];

/**
 * Converts text to hundredths without code of the product: spaces between thousands, decimal comma or point, leading or
 * trailing minus.
 */
function hundredths(text: string): bigint | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?(-?)$/.exec(plain);
  if (!found) return null;
  const units = BigInt(found[2]!) * 100n + BigInt((found[3] ?? '').padEnd(2, '0') || '0');
  return found[1] || found[4] ? -units : units;
}

/** Sums the rows with an independent script: all rows, or those with a purchase account (KOSTRA 100 to 399). */
function sumOf({ file, amount, art }: Figures, purchasesOnly: boolean): { rows: number; sum: bigint } {
  const rows = parse(fs.readFileSync(path.join(folder, file, 'dataset.csv'), 'utf8'), {
    delimiter: ';',
    bom: true,
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as Record<string, string>[];
  const wanted = rows.filter((row) => {
    const written = row[art?.heading ?? ''] ?? '';
    const code = Number(written.slice(art?.start ?? 0, (art?.start ?? 0) + 3));
    // A row without a code may be a purchase, so it is included.
    return hundredths(row[amount] ?? '') !== null && (!purchasesOnly || written === '' || (code >= 100 && code <= 399));
  });
  return { rows: wanted.length, sum: wanted.reduce((sum, row) => sum + hundredths(row[amount]!)!, 0n) };
}

const inHundredths = (text: string | undefined): bigint => hundredths(text ?? '0') ?? -1n;

maybe('published figures of Norwegian municipalities', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeAll(async () => {
    stand = await setUpTestApp([identity, agreements, spend]);
    parties = await setUpParties(stand);
  });
  afterAll(() => stand?.close());

  async function load({ file, columns, art }: Figures, comesIn: LedgerImportFilter, name: string) {
    const profile: LedgerProfile = {
      id: name,
      name,
      columns,
      required: [],
      account: { system: 'kostra', ...(art ? { start: art.start, length: 3 } : {}) },
      numbers: { decimal: 'auto' },
      sign: 'cost-positive',
      currency: 'NOK',
      vat: { amounts: 'unknown' },
      comesIn,
    };
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
    // Identical bytes would be the same batch, so each copy has a different number of trailing line breaks.
    const bytes = Buffer.concat([
      fs.readFileSync(path.join(folder, file, 'dataset.csv')),
      Buffer.from('\n'.repeat(1 + (counted += 1))),
    ]);
    return postBatch(stand, parties.buyers[counted % 2]!.actor, `${name}.csv`, bytes, { kind: 'ledger', profileId });
  }
  let counted = 0;

  it.each(figures.map((each) => [`${each.file} ${each.amount}`, each] as const))(
    '%s is imported with the sum of an independent script, to the øre',
    async (name, each) => {
      const { rows, sum } = sumOf(each, false);
      const batch = await load(each, { parties: 'everybody', accounts: ['*'] }, name.replace(/\W+/g, '-'));
      expect([batch.state, batch.lines, batch.quarantined, inHundredths(batch.totals['NOK'])]).toEqual([
        'posted',
        rows,
        0,
        sum,
      ]);
      expect(rows).toBeGreaterThan(60);
    },
  );

  it.each(figures.filter(({ art }) => art).map((each) => [`${each.file} ${each.amount}`, each] as const))(
    '%s without an account list: imports purchases only, and reports the rest by reason with its sum',
    async (name, each) => {
      const { rows, sum } = sumOf(each, true);
      const batch = await load(each, { parties: 'everybody' }, `${name.replace(/\W+/g, '-')}-purchases`);
      expect([batch.lines, inHundredths(batch.totals['NOK'])]).toEqual([rows, sum]);
      const outside = batch.leftOut.reduce((total, { amounts }) => total + inHundredths(amounts['NOK']), 0n);
      expect(sum + outside).toBe(sumOf(each, false).sum);
    },
  );

  it('imports nothing from unchanged files without organisation numbers, and reports all of it', async () => {
    const each = figures[1]!;
    const batch = await load(each, {}, 'stavanger-strict');
    expect(batch).toMatchObject({ state: 'posted', lines: 0 });
    expect(batch.leftOut.map(({ reason }) => reason)).toContain('party no-number');
  });
});
