import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { generateWorld } from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { isPlate, redactPersons, type PersonalKind } from '@tallgrunn/values';

const folder = path.join(__dirname, '..', '..', '..', 'shared', 'data');
const maybe = existsSync(folder) ? describe : describe.skip;
const ALARMS_MAX = 1 / 10_000;
const LEDGERS = 6;

/** Returns the texts that a detector changes, by kind. */
function alarmsIn(texts: ReadonlySet<string>): { readonly kind: PersonalKind; readonly text: string }[] {
  return [...texts].flatMap((text) => redactPersons(text).kinds.map((kind) => ({ kind, text })));
}

function report(what: string, texts: ReadonlySet<string>, alarms: readonly { readonly kind: PersonalKind }[]): void {
  const byKind = Object.entries(Object.groupBy(alarms, ({ kind }) => kind)).map(
    ([kind, all]) => `${kind} ${all.length}`,
  );
  process.stdout.write(
    `${what}: ${texts.size} texts, ${alarms.length} alarms${byKind.length > 0 ? ` (${byKind.join(', ')})` : ''}\n`,
  );
}

describe('texts of the demo world', () => {
  it('are not changed: item names in price forms, and all texts of the first ledgers', async () => {
    const texts = new Set<string>();
    let ledgers = 0;
    for await (const { path: name, bytes } of generateWorld({ profile: 'light', seed: 1, withoutArchives: true })) {
      const isLedger = name.startsWith('ledgers/');
      if (!(isLedger || name.startsWith('agreements/')) || !/\.(?:csv|xlsx)$/.test(name)) continue;
      const table = await openTable(bytesOf(bytes), name);
      for await (const batch of table.batches())
        for (const row of batch) for (const cell of row.cells) if (cell.kind === 'text') texts.add(cell.text);
      if (isLedger && (ledgers += 1) === LEDGERS) break;
    }
    const alarms = alarmsIn(texts);
    report('demo world', texts, alarms);
    expect(texts.size).toBeGreaterThan(3_000);
    expect(alarms).toEqual([]);
  });
});

maybe('third-party item names', () => {
  const columns: readonly (readonly [file: string, delimiter: string, columns: readonly number[]])[] = [
    ['5-factors/DataAndMaths+agribalyse_data/datasets/Agribalyse_Synthese.csv', ',', [0, 1, 2, 3, 4, 5]],
    ['5-factors/motin+Open-Emission-Factors-DB/OpenEmissionFactorsDB.csv', ',', [3]],
    ['5-factors/Sea-Breeze-Consulting+klimaintensiteter-norge/data/public/dfo/2026/factors.csv', ';', [0, 2]],
    ['6-codelists/ColinMaudry+cpv-app/data/cpv_2008.csv', ',', [0, 1]],
    ['5-factors/USEPA+useeior/inst/extdata/USEEIO_Commodity_Meta.csv', ',', [0, 1]],
    [
      '10-ccs-rmi/Crown-Commercial-Service+DataSubmissionServiceAPI/db/data_migrate/20181211142840_import_framework_lots.csv',
      ',',
      [0, 2],
    ],
  ];

  function textsOf(): Set<string> {
    const texts = new Set<string>();
    for (const [file, delimiter, wanted] of columns) {
      if (!existsSync(path.join(folder, file))) continue;
      const rows = parse(readFileSync(path.join(folder, file), 'utf8'), {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        bom: true,
        from_line: 2,
      }) as string[][];
      for (const row of rows) for (const column of wanted) texts.add((row[column] ?? '').trim().slice(0, 400));
    }
    for (const name of readdirSync(path.join(folder, '1-ubl'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.xml$/i.test(file),
    )) {
      const xml = readFileSync(path.join(folder, '1-ubl', name), 'utf8');
      for (const [item] of xml.matchAll(/<(?:\w+:)?Item>[\s\S]*?<\/(?:\w+:)?Item>/g))
        for (const [, text = ''] of item.matchAll(/<(?:\w+:)?(?:Name|ID|ItemClassificationCode)[^>]*>([^<]+)</g))
          texts.add(text.trim());
    }
    return texts;
  }

  // Two items of an example have a person's name: these are correct detections, not false alarms.
  const persons = new Set(['Hans Hansen', 'Hans Henrik']);

  it('are not changed: less than one in ten thousand, per kind', () => {
    const texts = textsOf();
    const alarms = alarmsIn(texts).filter(({ text }) => !persons.has(text));
    report('third parties', texts, alarms);
    expect(texts.size).toBeGreaterThan(20_000);
    expect(alarms.length / texts.size).toBeLessThan(ALARMS_MAX);
  });

  it('are not taken for a column of vehicle registration numbers, because few match', () => {
    const shares = columns.flatMap(([file, delimiter, wanted]) => {
      if (!existsSync(path.join(folder, file))) return [];
      const rows = parse(readFileSync(path.join(folder, file), 'utf8'), {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        bom: true,
        from_line: 2,
      }) as string[][];
      return wanted.map((column) => {
        const texts = rows.flatMap((row) => row[column]?.trim() || []);
        return { file, column, share: texts.filter(isPlate).length / Math.max(1, texts.length) };
      });
    });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.filter(({ share }) => share >= 0.1)).toEqual([]);
  });
});
