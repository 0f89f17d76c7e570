import type { Violation } from './violation.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';

/**
 * A fact of docs/developers/facts.md with exactly one definition: patterns of a second definition, and the files that
 * own the first.
 */
interface OwnedFact {
  readonly fact: string;
  readonly second: readonly RegExp[];
  readonly owners: RegExp;
  readonly readIt: string;
}

const SPEND = 'libs/spend/server/src';
const EMISSIONS = 'libs/emissions/server/src';
const INSIGHT = 'libs/insight/server/src';

export const ownedFacts: readonly OwnedFact[] = [
  {
    fact: 'purchase',
    second: [/(?:<>|!?=|is (?:not )?distinct from|not in \()\s*'not-spend'/gi],
    owners: new RegExp(`^${EMISSIONS}/calculation/(?:methods|calculate-line-parts)\\.ts$`),
    readIt: 'isPurchaseSql of emissions',
  },
  {
    fact: 'day of the books',
    second: [/coalesce\(\s*(?:[\w${}]+\.)?booked_on\s*,/gi, /\baccounting_day\(/gi],
    owners: new RegExp(
      `^(?:${SPEND}/(?:counted-on\\.ts|door\\.sql)|${EMISSIONS}/door\\.sql|libs/matching/server/src/loading/load-line-tables\\.ts)$`,
    ),
    readIt: 'countedOn of spend',
  },
  {
    fact: 'day of a reported line',
    second: [/coalesce\(\s*(?:\w+\.)?delivered_on\s*,\s*(?:\w+\.)?invoiced_on/gi],
    owners:
      /^libs\/reporting\/server\/src\/|^libs\/emissions\/server\/src\/calculation\/calculate-supplier-results\.ts$/,
    readIt: 'told_on and counts_on of reporting.door_report_line',
  },
  {
    fact: 'currency of the cooperative and of an agreement',
    second: [/\bcurrency\s*(?:=|<>)\s*'NOK'/gi, /coalesce\(\s*(?:\w+\.)?maximum_value_currency\b/gi],
    owners: /^libs\/(?:factor-book|agreements)\/server\/src\//,
    readIt: 'IS_OWN_CURRENCY, or currency of agreements.door_agreement',
  },
  {
    fact: 'reported kroner that are added up',
    second: [/\bvat = 'excluded'/gi],
    owners:
      /^libs\/reporting\/server\/src\/added-up\.ts$|^libs\/follow-up\/server\/src\/price-deviations\/charged-lines\.ts$/,
    readIt: 'countsInTotalsSql of reporting',
  },
  {
    fact: 'how many lines some rows are of',
    second: [/count\(distinct \((?:\w+\.)?batch_id, (?:\w+\.)?(?:spend_)?line_no\)\)/gi],
    owners: new RegExp(`^${INSIGHT}/sum-source\\.ts$`),
    readIt: 'LINES_OF_SET of insight',
  },
  {
    fact: 'agreement of a booked line',
    second: [/\bheld_alone\b/g, /then 'by-supplier'/g],
    owners: new RegExp(`^${INSIGHT}/combining/`),
    readIt: 'agreement_id and agreement_basis of insight.combined_line',
  },
  {
    fact: 'whether a month of a ledger is complete',
    second: [
      /\blast_whole_month\b/g,
      /\bposting_count\s*\*\s*5\b/g,
      /max\((?:\w+\.)?month\)[^;]{0,200}spend\.door_ledger_month/gi,
    ],
    owners: new RegExp(`^${SPEND}/door\\.sql$`),
    readIt: 'is_complete of spend.door_ledger_month',
  },
  {
    fact: 'category of a CPV code',
    second: [/\blike (?:\w+\.)?cpv_prefix\b/gi],
    owners: /^libs\/catalogue\/server\/src\/(?:cpv-category\.ts|door\.sql)$/,
    readIt: 'categoryOfCpv of catalogue',
  },
  {
    fact: 'membership in force',
    second: [
      /agreements\.door_participation p\b[^;`]{0,400}?\bp\.(?:valid_from|valid_to)\b[^;`]{0,20}(?:<|>|between)/gi,
      /greatest\(p\.valid_from/gi,
    ],
    owners: /^libs\/agreements\/server\/src\//,
    readIt: 'takesPart of agreements',
  },
  {
    fact: 'results in force at a run',
    second: [/\bclosed_by_run is null or (?:\w+\.)?closed_by_run\s*>/gi],
    owners: new RegExp(`^${EMISSIONS}/at-run\\.ts$|^libs/matching/server/src/supplier-responses/`),
    readIt: 'inForceAt of emissions',
  },
  {
    fact: 'what of a booked line a report explains',
    second: [/\bof_report\b/g, /\bamount\)+ over \(partition by (?:\w+\.)?batch_id/gi],
    owners: /^libs\/matching\/server\/src\/booked-shares\.ts$/,
    readIt: 'booked-shares.ts of matching',
  },
  {
    fact: 'kroner that are covered',
    second: [/least\(greatest\([^()]*linked/gi],
    owners: /^libs\/matching\/server\/src\/covered-amount-sql\.ts$/,
    readIt: 'covered of matching',
  },
  {
    fact: 'goods, fees and deposits',
    second: [/\bkind in \('(?:goods|credit|fee|deposit)'/gi],
    owners: /^libs\/reporting\/server\/src\/line-kind\.ts$/,
    readIt: 'isOfGoods and isFee of reporting',
  },
  {
    fact: 'inhabitants',
    second: [/\binsight\.population\b/g],
    owners: new RegExp(`^${INSIGHT}/municipalities/`),
    readIt: 'CompareMunicipalities or ReadPopulation of insight',
  },
];

/** Returns true for code and door views that run; false for texts, test data and the steps that created the tables. */
const isRun = (file: string): boolean =>
  /^(?:apps|libs)\/(?:[\w-]+\/)?(?:server|src)\b/.test(file) &&
  (isScript(file) || file.endsWith('.sql')) &&
  !/\/(?:texts|store|readme)\/|\.dto\.ts$|^libs\/(?:demo-world|api-client|formats|checks)\//.test(file) &&
  !isForTests(file);

/** Returns second definitions of facts that have one. A second definition gives figures that no longer agree. */
export function secondDefinitions(root: string, facts: readonly OwnedFact[] = ownedFacts): Violation[] {
  return projectFiles(root)
    .filter(isRun)
    .flatMap((file) => {
      const text = readText(root, file);
      return facts
        .filter(({ owners }) => !owners.test(file))
        .flatMap(({ fact, second, readIt }) =>
          second.flatMap((pattern) =>
            [...text.matchAll(pattern)].map(({ index }) => ({
              file,
              line: lineAt(text, index),
              said: `defines anew: ${fact}. Read ${readIt}`,
            })),
          ),
        );
    });
}
