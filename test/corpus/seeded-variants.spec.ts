import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { variantKinds } from '@tallgrunn/demo-world';
import { VariantAssessor, variantPage, variantTable, type KindScore } from './variants.ts';

jest.setTimeout(900_000);

/**
 * The number of seeds on the documentation page. `VARIANT_SEEDS=100 npm test -- test/corpus/seeded-variants.spec.ts`
 * uses more. The tables are written to tmp/corpus.
 */
const usual = 20;
const seeds = Number(process.env['VARIANT_SEEDS'] ?? usual);
const floor = 0.9;
const tables = path.join(__dirname, '../../tmp/corpus');

describe(`mistakes put into tables of every kind, ${seeds} of each`, () => {
  const scores: KindScore[] = [];
  let judge: VariantAssessor;
  beforeAll(async () => {
    judge = await VariantAssessor.open();
  });
  afterAll(() => {
    mkdirSync(tables, { recursive: true });
    writeFileSync(
      path.join(tables, 'variants.txt'),
      [
        variantTable(scores),
        '',
        'missed',
        ...scores.flatMap(({ missed }) => missed),
        '',
        'said of the twin',
        ...scores.flatMap(({ cried }) => cried),
        '',
      ].join('\n'),
    );
    writeFileSync(path.join(tables, 'variants.md'), `${variantPage(scores)}\n`);
    process.stdout.write(`\n${variantTable(scores)}\n`);
  });

  it.each(variantKinds.map(({ kind, class: errorClass }) => [errorClass, kind] as const))(
    'class %i, %s: is found at its location, with no finding in the twin',
    async (_class, kind) => {
      const score = await judge.score(kind, seeds);
      scores.push(score);
      if (score.found < floor * seeds) expect(score.missed).toEqual([]);
      expect(score.cried).toEqual([]);
      expect(score.alarms).toEqual([]);
    },
  );

  it('are missed by a check that is turned off', async () => {
    const { found, missed } = await judge.without('gtin-check-digit').score('gtin-digit', 2);
    expect({ found, missed }).toEqual({
      found: 0,
      missed: [expect.stringContaining('gtin-digit 1'), expect.stringContaining('gtin-digit 2')],
    });
  });

  // tmp/corpus/variants.md has the current rows; a difference of one does not require a change of the page
  (seeds === usual ? it : it.skip)('agree with the documentation page', () => {
    const told = [
      ...readFileSync(path.join(__dirname, '../../docs/checks/README.md'), 'utf8').matchAll(
        /^\| (\d+) \| `([\w-]+)` \| (\d+) \| (\d+) \| (\d+) \|$/gm,
      ),
    ].map(([, errorClass, kind, planted, found, silent]) => ({
      class: Number(errorClass),
      kind,
      planted: Number(planted),
      found: Number(found),
      silent: Number(silent),
    }));
    const name = ({ class: errorClass, kind }: { class: number; kind?: string | undefined }) => `${errorClass} ${kind}`;
    expect(told.map(name)).toEqual(scores.map(name));
    expect(
      told.filter(
        ({ planted, found, silent }, at) =>
          planted !== usual || Math.abs(found - scores[at]!.found) > 1 || silent !== scores[at]!.silent,
      ),
    ).toEqual([]);
  });
});
