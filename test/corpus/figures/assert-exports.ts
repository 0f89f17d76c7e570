import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fetchFigures, runCommandLine, differences, download, lastRun, queryOf, type FigureSource } from './asking.ts';
import { decimal, micro, total } from './micro.ts';
import { lastTwoYears, wholeYear } from './periods.ts';
import { csvRows, numberOf } from './read-csv.ts';

type JsonRow = Readonly<Record<string, string | number | null>>;

/** Compares exported figures: the output of the command line, and the evidence pack of a publication. */
export function verifyExports(source: () => FigureSource): void {
  it('says the same on the command line, called as a program of its own', async () => {
    const at = source();
    const { from, to } = wholeYear(lastTwoYears(at.rows)[1]);
    const [buyer] = at.rows.buyers;
    const words = ['--from', from, '--to', to, '--buyer', buyer!.name];
    const asked = { buyer: buyer!.id, from, to };
    const json = async (what: string, ...more: string[]) =>
      (await runCommandLine(at, 'export', what, '--json', ...more))
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as JsonRow);
    const emissions = await json('emissions', ...words);
    const combined = csvRows(await runCommandLine(at, 'export', 'combined', '--csv', '--lang', 'en', ...words));
    const [lines, matches] = [await json('lines'), await json('matches')];
    const isPurchase = (method: unknown) => method !== 'not-spend' && method !== 'Not a purchase';
    const sumOf = (rows: readonly JsonRow[], field: string) =>
      decimal(total(rows.map((row) => micro(String(row[field] ?? '0')))), 6);
    expect(
      differences([
        ['kg of emissions', sumOf(emissions, 'kg'), at.reckoned.kg(asked), 3],
        [
          'kroner of emissions',
          sumOf(
            emissions.filter(({ method, currency }) => isPurchase(method) && currency === 'NOK'),
            'amount',
          ),
          at.reckoned.purchases(asked),
        ],
        [
          'kg of combined',
          decimal(total(combined.map((row) => numberOf(row['kg CO2e']))), 6),
          at.reckoned.kg(asked),
          3,
        ],
        [
          'kroner of combined',
          decimal(
            total(
              combined
                .filter((row) => row['Currency'] === 'NOK' && isPurchase(row['Method']))
                .map((row) => numberOf(row['Booked ex VAT'])),
            ),
            6,
          ),
          at.reckoned.purchases(asked),
        ],
        [
          'kroner of reported lines',
          sumOf(
            lines.filter(({ currency }) => currency === 'NOK'),
            'amount',
          ),
          total(
            [...at.rows.reported.values()]
              .filter(({ currency }) => currency === 'NOK')
              .map(({ amount }) => amount ?? 0n),
          ),
        ],
        ['kroner of matches', sumOf(matches, 'amount'), total(at.rows.links.map(({ amount }) => amount))],
      ]),
    ).toEqual([]);
  });

  it('says the same in the evidence pack that the command line writes, and when it makes the run again from it', async () => {
    const at = source();
    const run = await lastRun(at);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-pack-'));
    try {
      const file = path.join(folder, 'pack.zip');
      await runCommandLine(at, 'evidence', String(run), '--out', file);
      const remade = JSON.parse(await runCommandLine(at, 'remake', file)) as { holds: boolean; kg: string };
      const [{ kg }] = (await at.query<{ kg: string }>(
        'select sum(kg)::text as kg from emissions.result where closed_by_run is null',
      )) as [{ kg: string }];
      expect(remade.holds).toBe(true);
      expect(differences([['kg of the run made again', remade.kg, micro(kg), 3]])).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says the same in the evidence pack of what was published', async () => {
    const at = source();
    const [buyer] = at.rows.buyers;
    const year = wholeYear(lastTwoYears(at.rows)[0]);
    const run = await lastRun(at);
    const proposal = {
      caseNumber: '26/1',
      scope: 'Klimaregnskap',
      from: year.from,
      to: year.to,
      buyerIds: [buyer!.id],
    };
    const { id: proposalId } = (
      await at.manager.post(`/emissions/runs/${run}/publication-proposals`, proposal).expect(201)
    ).body as { id: string };
    const { id } = (await at.administrator.post(`/emissions/figure-proposals/${proposalId}/approve`).expect(201))
      .body as { id: string };
    const wanted = at.reckoned.kg({ buyer: buyer!.id, ...year });
    const published = (
      await fetchFigures<readonly { readonly id: string; readonly kg: string }[]>(at, '/emissions/publications')
    ).find((each) => each.id === id);
    const summary = await fetchFigures<{ totals: { kg: string } }>(
      at,
      `/emissions/summary?${queryOf({ run, publication: id })}`,
    );
    const files = unzipSync(await download(at, `/emissions/runs/${run}/evidence-pack.zip?publication=${id}`));
    const lines = csvRows(strFromU8(files['tables/lines.csv']!));
    const multipliers = csvRows(strFromU8(files['tables/multipliers.csv']!));
    const { run: manifest } = JSON.parse(strFromU8(files['manifest.json']!)) as { run: { kg: string } };
    const sumOf = (rows: readonly { readonly [head: string]: string }[], head: string) =>
      decimal(total(rows.map((row) => micro(row[head] || '0'))), 6);
    expect(
      differences([
        ['kg that is published', published?.kg, wanted, 3],
        ['kg of the summary', summary.totals.kg, wanted, 3],
        ['kg of the manifest', manifest.kg, wanted, 3],
        ['kg of the lines', sumOf(lines, 'kg'), wanted, 3],
        ['kg of the multipliers', sumOf(multipliers, 'kg'), wanted, 3],
        [
          'kroner of the lines',
          sumOf(
            lines.filter(({ method, currency }) => method !== 'not-spend' && currency === 'NOK'),
            'amount',
          ),
          at.reckoned.purchases({ buyer: buyer!.id, ...year }),
        ],
      ]),
    ).toEqual([]);
  });
}
