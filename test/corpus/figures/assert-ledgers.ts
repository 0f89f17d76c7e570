import { fetchFigures, differences, download, queryOf, type FigureSource, type Difference } from './asking.ts';
import { decimal, micro, total } from './micro.ts';
import { readWorkbook } from './read-workbook.ts';
import { readLedgerRows, sumsOfAccounts } from './ledger-rows.ts';

interface AccountMonth {
  readonly system: string | null;
  readonly code: string | null;
  readonly period: string | null;
  readonly closing: boolean;
  readonly currency: string;
  readonly rows: number;
  readonly read: string;
  readonly counted: string;
  readonly repeated: string;
  readonly setAside: string;
  readonly reversed: string;
  readonly invoiceLines: string;
  readonly remainder: string;
}

const FIELDS = ['read', 'counted', 'repeated', 'setAside', 'reversed', 'invoiceLines', 'remainder'] as const;

/** Compares the page that reconciles each buyer's ledger files with the ledger's own totals, and its file. */
export function verifyLedgers(source: () => FigureSource): void {
  it('accounts for every row of the ledgers by account and period, on the page and in its file', async () => {
    const [at, wrong] = [source(), [] as (Difference | readonly unknown[])[]];
    const rows = await readLedgerRows(at.query);
    for (const { id: buyerId, name } of at.rows.buyers) {
      const query = queryOf({ buyerId, from: '2000-01', to: '2099-12' });
      const { accounts } = await fetchFigures<{ accounts: readonly AccountMonth[] }>(
        at,
        `/spend/reconciliation?${query}`,
      );
      const wanted = sumsOfAccounts(rows.filter(({ buyer }) => buyer === buyerId));
      if (accounts.length !== wanted.size) wrong.push([name, 'accounts and months', accounts.length, wanted.size]);
      for (const account of accounts) {
        const key = [account.system, account.code, account.period, account.closing, account.currency].join(' ');
        const sums = wanted.get(key);
        if (!sums || sums.rows !== account.rows) wrong.push([`${name} ${key}`, account.rows, sums?.rows]);
        else
          wrong.push(
            ...differences(FIELDS.map((field) => [`${field} of ${name} ${key}`, account[field], sums[field]])),
          );
      }
      const sheets = await readWorkbook(await download(at, `/spend/reconciliation.xlsx?${query}&language=en`));
      const inFile = sheets.get('Accounts') ?? [];
      wrong.push(
        ...differences([
          [
            `read of ${name} in the file`,
            decimal(total(inFile.map((row) => micro(Number(row['Amount read'] || '0').toFixed(6))))),
            total([...wanted.values()].map(({ read }) => read)),
          ],
        ]),
      );
    }
    expect(wrong).toEqual([]);
  });
}
