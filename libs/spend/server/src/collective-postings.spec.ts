import { agreements } from '@tallgrunn/agreements-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import fc from 'fast-check';
import { spend } from './room.ts';
import { SaveImportProfile } from './profiles/save-import-profile.ts';
import { postBatch, reverseBatch } from './testing.ts';

const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros AS' };
const buyerBody = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const HEADINGS =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';

interface Drawn {
  readonly day: number;
  /** Amount of each line in øre. */
  readonly lines: readonly number[];
}

const amount = fc.noBias(fc.integer({ min: 10_000, max: 3_000_000 }));
const drawn: fc.Arbitrary<Drawn[]> = fc.array(
  fc.record({ day: fc.integer({ min: 1, max: 17 }), lines: fc.array(amount, { minLength: 1, maxLength: 3 }) }),
  { minLength: 2, maxLength: 4 },
);
const kroner = (ore: number) => (ore / 100).toFixed(2);
const sumOf = (ore: readonly number[]) => ore.reduce((sum, each) => sum + each, 0);

describe('posting of several invoices', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, spend]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const post = (kind: 'invoices' | 'ledger', name: string, content: string, more: { profileId?: string } = {}) =>
    postBatch(stand, parties.manager.actor, name, content, {
      kind,
      buyerId: parties.buyers[0]!.organisationId,
      ...more,
    });
  const system = <R>(sql: string): Promise<R[]> =>
    stand.get(UnitOfWork).run(parties.system, () => stand.get(Database).query<R & Record<string, unknown>>(sql));
  const doors = () =>
    system<{ source: string; invoice: string | null; voucher: string | null; net: string; basis: string }>(
      `select source, invoice_number as invoice, item_number as item, voucher_number as voucher, net_amount::text as net, ledger_amount::text as ledger, net_basis as basis from spend.door_spend_line order by voucher_number, invoice_number, item_number, net_amount`,
    );
  const total = async () => sumOf((await doors()).map(({ net }) => Math.round(100 * Number(net))));

  const invoiceFile = ({ day, lines }: Drawn, at: number) => {
    const net = sumOf(lines);
    return sampleUbl({
      id: String(7000 + at),
      issuedOn: `2026-03-${String(day).padStart(2, '0')}`,
      seller,
      buyer: buyerBody,
      lines: lines.map((ore, line) => ({ net: kroner(ore), name: `Vare ${line}`, sellerNumber: `${at}-${line}` })),
      lineExtensionAmount: kroner(net),
      payableAmount: kroner(Math.round(net * 1.15)),
    });
  };
  const row = (voucher: string, account: string, ore: number, number = '') =>
    `${voucher};31.03.2026;202603;${account};4010;253;50012;Finnskog Storkjøkken Engros;${seller.orgNumber};${number};${kroner(ore).replace('.', ',')};Varer`;

  it('is replaced by their lines, for any order of imports, reversals and repeated imports', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.constantFrom('one posting', 'two accounts', 'number of the first'),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        async (invoices, how, turns) => {
          const net = sumOf(invoices.flatMap(({ lines }) => lines));
          // With two accounts, one books the first line of each invoice and the other the remaining lines.
          const first = how === 'two accounts' ? sumOf(invoices.map(({ lines }) => lines[0] ?? 0)) : net;
          const rows = [
            row('B1', '115', first, how === 'number of the first' ? '7000' : ''),
            ...(first === net ? [] : [row('B1', '120', net - first)]),
            row('B2', '110', 12_345),
          ];
          const files = [
            ...invoices.map((one, at) => ({
              kind: 'invoices' as const,
              name: `f${at}.xml`,
              content: invoiceFile(one, at),
            })),
            { kind: 'ledger' as const, name: 'mars.csv', content: [HEADINGS, ...rows, ''].join('\n') },
          ];
          const order = files
            .map((file, at) => ({ file, turn: turns[at] ?? 0 }))
            .toSorted((a, b) => a.turn - b.turn)
            .map(({ file }) => file);
          const posted = [];
          for (const file of order) posted.push({ file, id: (await post(file.kind, file.name, file.content)).id });
          const whole = await doors();
          expect(await total()).toBe(net + 12_345);
          expect(whole.filter(({ source }) => source === 'invoice-line')).toHaveLength(
            sumOf(invoices.map(({ lines }) => lines.length)),
          );
          expect(
            new Set(whole.filter(({ source }) => source === 'invoice-line').map(({ voucher }) => voucher)),
          ).toEqual(new Set(['B1']));

          const gone = posted[(turns.at(-1) ?? 0) % posted.length]!;
          await reverseBatch(stand, parties.manager.actor, gone.id);
          const isLedger = gone.file.kind === 'ledger';
          expect(await total()).toBe(isLedger ? net : net + 12_345); // without a ledger the invoices count; with it the ledger amounts remain
          const [left] = await system<{ ties: number; postings: number; lines: number }>(
            'select (select count(*) from spend.invoice_match)::int as ties, (select count(*) from spend.matched_posting)::int as postings, (select count(*) from spend.matched_invoice_line)::int as lines',
          );
          if (isLedger) expect(left).toEqual({ ties: 0, postings: 0, lines: 0 });
          const back = await post(gone.file.kind, gone.file.name, gone.file.content);
          expect(await doors()).toEqual(whole);
          for (const { id } of posted) if (id !== gone.id) await reverseBatch(stand, parties.manager.actor, id);
          await reverseBatch(stand, parties.manager.actor, back.id);
          expect(await doors()).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('shares their amount excl. VAT to the øre when its own row does not state it', async () => {
    const invoices: Drawn[] = [
      { day: 3, lines: [1_234_567, 80_001] },
      { day: 9, lines: [456_789] },
      { day: 12, lines: [98_765] },
    ];
    for (const [at, one] of invoices.entries()) await post('invoices', `f${at}.xml`, invoiceFile(one, at));
    const [net, gross] = [
      sumOf(invoices.flatMap(({ lines }) => lines)),
      sumOf(invoices.map(({ lines }) => Math.round(sumOf(lines) * 1.15))),
    ];
    const part = Math.round(gross / 3);
    const profile = {
      id: 'gross',
      name: 'Gross',
      columns: { voucherNumber: 'Nr', voucherDate: 'Dag', account: 'Konto', amount: 'Sum', supplierOrgNumber: 'Orgnr' },
      required: ['voucherNumber'],
      account: { system: 'kostra' },
      numbers: { decimal: '.' },
      sign: 'cost-positive',
      currency: 'NOK',
      vat: { amounts: 'gross' },
    } as const;
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
    const { id } = await post(
      'ledger',
      'mars.csv',
      [
        'Nr;Dag;Konto;Sum;Orgnr',
        ...[
          ['370', part],
          ['115', gross - part],
        ].map(([account, ore]) => `1;2026-03-31;${account};${kroner(Number(ore))};${seller.orgNumber}`),
        '',
      ].join('\n'),
      { profileId },
    );
    const shown = await doors();
    expect(sumOf(shown.map((line) => Math.round(100 * Number(line.net))))).toBe(net);
    expect(new Set(shown.map(({ basis }) => basis))).toEqual(new Set(['on-invoice']));
    const [totals] = await system<{ net: string }>(
      `select net_totals ->> 'NOK' as net from spend.batch where id = '${id}'`,
    );
    expect(Number(totals?.net)).toBe(net / 100);
  });

  it('loses no øre of their amount excl. VAT, for any number of postings and invoices', async () => {
    const profile = {
      id: 'gross',
      name: 'Gross',
      columns: { voucherNumber: 'Nr', voucherDate: 'Dag', account: 'Konto', amount: 'Sum', supplierOrgNumber: 'Orgnr' },
      required: ['voucherNumber'],
      account: { system: 'kostra' },
      numbers: { decimal: '.' },
      sign: 'cost-positive',
      currency: 'NOK',
      vat: { amounts: 'gross' },
    } as const;
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
    const shares = () =>
      system<{ net: string }>(
        'select batch_id, line_no, net_amount::text as net from spend.matched_posting order by batch_id, line_no',
      );
    const totals = (id: string) =>
      system<{ net: string }>(
        `select trim_scale((net_totals ->> 'NOK')::numeric)::text as net from spend.batch where id = '${id}'`,
      );
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 9 }),
        async (all, isOne, weights) => {
          const invoices = isOne ? all.slice(0, 1) : all;
          const posted: { readonly id: string }[] = [];
          try {
            for (const [at, one] of invoices.entries())
              posted.push(await post('invoices', `f${at}.xml`, invoiceFile(one, at)));
            const [net, gross] = [
              sumOf(invoices.flatMap(({ lines }) => lines)),
              sumOf(invoices.map(({ lines }) => Math.round(sumOf(lines) * 1.15))),
            ];
            const parts = weights.slice(1).map((weight) => Math.max(1, Math.floor((gross * weight) / sumOf(weights))));
            const rows = [...parts, gross - sumOf(parts)].map(
              (ore) => `1;2026-03-31;370;${kroner(ore)};${seller.orgNumber}`,
            );
            const ledger = await post('ledger', 'mars.csv', ['Nr;Dag;Konto;Sum;Orgnr', ...rows, ''].join('\n'), {
              profileId,
            });
            posted.push(ledger);
            const [own, booked] = [await shares(), await totals(ledger.id)];
            expect(own).toHaveLength(weights.length);
            expect(sumOf(own.map((each) => Math.round(100 * Number(each.net))))).toBe(net);
            expect(await total()).toBe(net);
            expect(Number(booked[0]?.net)).toBe(net / 100);
          } finally {
            for (const { id } of posted) await reverseBatch(stand, parties.manager.actor, id);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it.each(['invoices', 'ledger'] as const)(
    'is matched after the %s that made it ambiguous are reversed, as if never imported',
    async (kind) => {
      const file = (nets: readonly number[], from: number) =>
        nets.map((ore, at) => invoiceFile({ day: from + at, lines: [ore] }, from + at));
      for (const [at, content] of file([100_019, 250_003], 3).entries()) await post('invoices', `f${at}.xml`, content);
      const more = [];
      // Either two other invoices have the same sum, or another posting has it.
      if (kind === 'invoices')
        for (const [at, content] of file([120_011, 230_011], 9).entries())
          more.push(await post('invoices', `g${at}.xml`, content));
      else more.push(await post('ledger', 'mer.csv', [HEADINGS, row('B9', '110', 350_022), ''].join('\n')));
      await post('ledger', 'mars.csv', [HEADINGS, row('B1', '115', 350_022), ''].join('\n'));
      const tied = async () =>
        (await doors()).flatMap(({ source, invoice, voucher }) =>
          source === 'invoice-line' && voucher !== null ? [[invoice, voucher]] : [],
        );
      expect(await tied()).toEqual([]);
      for (const { id } of more) await reverseBatch(stand, parties.manager.actor, id);
      expect(await tied()).toEqual([
        ['7003', 'B1'],
        ['7004', 'B1'],
      ]);
    },
  );

  it('is not matched to invoices with a slightly different sum', async () => {
    const invoices: Drawn[] = [
      { day: 3, lines: [1_234_567] },
      { day: 9, lines: [456_789] },
    ];
    for (const [at, one] of invoices.entries()) await post('invoices', `f${at}.xml`, invoiceFile(one, at));
    await post('ledger', 'mars.csv', [HEADINGS, row('B1', '115', 1_234_567 + 456_789 + 7), ''].join('\n'));
    expect((await doors()).map(({ source, voucher }) => [source, voucher])).toEqual([['posting', 'B1']]);
  });
});
