import type { Obligation } from '../../setting/obligations.ts';
import type { Field } from '../../reports/line.ts';
import { textTable } from '../../values/text-table.ts';
import type { Rng } from '../../values/rng.ts';
import { forms } from './forms.ts';

export interface Plant {
  kind: string;
  count: number;
}

/** The mistakes for which a report is returned, and the reason given. */
export interface SeriousMistakes {
  plants: Plant[];
  reason: string;
  /** Mistake in an earlier file that was checked but never submitted. */
  refused?: Plant;
}

interface PlantChoice {
  kind: string;
  from: number;
  to: number;
  /** Column that the report must have, or '' for none. */
  needs: Field | '';
  file: 'any' | 'csv' | 'xlsx';
  reason: string;
}

const columns = ['kind', 'from', 'to', 'needs', 'file', 'reason'] as const;

/** Mistakes for which a contract manager returns a report. */
const hardTable = `
quantity-text     | 2 | 4  |              | any  | Antall er tekst i noen rader.
quantity-blank    | 2 | 4  |              | any  | Antall mangler i noen rader.
date-outside      | 3 | 9  |              | any  | Leveringsdatoer utenfor perioden.
date-impossible   | 1 | 2  |              | any  | Datoer som ikke finnes.
not-entitled      | 2 | 5  |              | any  | Rader som gjelder en kunde som ikke er med i avtalen.
unit-unknown      | 4 | 10 |              | any  | Ukjent enhet.
negative-price    | 1 | 3  |              | any  | Negativ pris med positivt antall.
formula-cell      | 2 | 4  |              | xlsx | Formler i stedet for verdier.
item-date         | 2 | 4  |              | xlsx | Varenumre er blitt datoer.
org-digit         | 3 | 6  | orgNumber    | any  | Feil kontrollsiffer i organisasjonsnummer.
org-short         | 2 | 4  | orgNumber    | any  | Organisasjonsnummer har åtte siffer.
org-placeholder   | 1 | 3  | orgNumber    | any  | Organisasjonsnummer er fylt ut med niere.
amount-mismatch   | 8 | 20 |              | any  | Beløp er ikke pris ganger antall.
scientific-gtin   | 4 | 9  | gtin         | csv  | GTIN er blitt et tall med eksponent.
foreign-currency  | 1 | 3  |              | any  | Pris i annen valuta.
hidden-rows       | 12 | 15 |             | xlsx | Skjulte rader.
extreme           | 1 | 2  |              | any  | Usannsynlig mengde.
`;

/** Mistakes with which a report is accepted: reported, corrected or answered. */
const softTable = `
misspelt          | 2 | 6  | municipality | any  |
gtin-digit        | 1 | 3  | gtin         | any  |
fee-line          | 2 | 4  |              | any  |
deposit-line      | 2 | 4  |              | any  |
date-text         | 3 | 9  |              | any  |
currency-text     | 3 | 6  |              | csv  |
date-serial       | 3 | 5  |              | csv  |
unit-mixed        | 2 | 4  |              | any  |
duplicate-line    | 1 | 2  |              | any  |
sub-unit          | 3 | 6  | orgNumber    | any  |
line-break        | 2 | 4  |              | xlsx |
item-decimal      | 3 | 5  |              | xlsx |
old-number        | 2 | 4  | municipality | any  |
`;

const read = (table: string): PlantChoice[] =>
  textTable(columns, table).map((row) => ({
    ...row,
    from: Number(row.from),
    to: Number(row.to),
    needs: row.needs as Field | '',
    file: row.file as PlantChoice['file'],
  }));
const [hard, soft] = [read(hardTable), read(softTable)];

function fitting(choices: readonly PlantChoice[], { supplier, period }: Obligation): PlantChoice[] {
  const form = (forms[supplier] as (typeof forms)[string])(period);
  const fields = new Set(form.columns.map(([, field]) => field));
  return choices.filter(
    ({ needs, file }) =>
      (needs === '' || fields.has(needs)) && (file === 'any' || (file === 'csv') === (form.csv !== null)),
  );
}

const planted = ({ kind, from, to }: PlantChoice, rng: Rng): Plant => ({ kind, count: rng.int(from, to) });

/**
 * Draws one or two serious mistakes and the contract manager's reason. In 5 % of cases a blocked file comes before
 * them.
 */
export function chooseHard(obligation: Obligation, isFirst: boolean, rng: Rng): SeriousMistakes {
  // an extreme value can only be recognised after earlier deliveries
  const choices = fitting(hard, obligation).filter(({ kind }) => !(isFirst && kind === 'extreme'));
  const chosen = rng.sample(choices, rng.chance(0.35) ? 2 : 1);
  const refused = rng.chance(0.05) ? { kind: rng.chance(0.5) ? 'personal-data' : 'empty-file', count: 1 } : undefined;
  return {
    plants: chosen.map((one) => planted(one, rng)),
    reason: chosen.map(({ reason }) => reason).join(' '),
    ...(refused && { refused }),
  };
}

/** Draws zero, one or two minor mistakes. */
export function chooseSoft(obligation: Obligation, rng: Rng): Plant[] {
  const count = rng.chance(0.45) ? 0 : rng.chance(0.7) ? 1 : 2;
  return rng.sample(fitting(soft, obligation), count).map((one) => planted(one, rng));
}

/**
 * Returns a supplier's recurring mistakes: packs written as pieces where boxes are sold, and leading zeros lost in a
 * workbook.
 */
export function habitsOf({ supplier, period }: Obligation): Plant[] {
  if (supplier === 'helse') return [{ kind: 'pack-as-piece', count: 11 }];
  if (supplier === 'solglott') return [{ kind: 'pack-as-piece', count: 6 }];
  return supplier === 'blyant' && period < '2025' ? [{ kind: 'lost-zeros', count: 1 }] : [];
}

interface Fixed {
  returned?: SeriousMistakes;
  accepted?: Plant[];
}

const one = (kind: string, count = 1): Plant => ({ kind, count });

/** Mistakes that every world of this profile has, once each. */
const always: Readonly<Record<string, Fixed>> = {
  'finnskog/2022-01': { returned: { plants: [one('mojibake')], reason: 'Bokstavene æ, ø og å er ødelagt.' } },
  'finnskog/2022-06': {
    returned: { plants: [one('duplicate-period', 60)], reason: 'Linjer fra mai er levert på nytt.' },
  },
  'solglott/2022-02': {
    returned: { plants: [one('header-renamed'), one('unit-unknown', 6)], reason: 'Ukjent enhet i seks rader.' },
  },
  'solglott/2022-11': {
    returned: {
      plants: [one('total-row-off'), one('quantity-blank', 2)],
      reason: 'Summen stemmer ikke med linjene, og mengde mangler i to rader.',
    },
  },
  'solglott/2023-07': {
    returned: {
      plants: [one('nil-contradicted')],
      reason: 'Dere meldte ingen salg, men kommunene har bokført kjøp i juli.',
    },
  },
  'odal/2022-Q3': {
    returned: { plants: [one('vat-included-25')], reason: 'Beløpene er inkludert 25 % merverdiavgift.' },
  },
  'nettverket/2023-Q2': {
    returned: { plants: [one('year-to-date')], reason: 'Tallene er hittil i år, ikke for kvartalet.' },
  },
  'blyant/2023-Q2': { accepted: [one('site-missing')] },
  'blyant/2023-Q3': { accepted: [one('site-missing')] },
  'blyant/2024-Q1': { accepted: [one('credit-exceeds', 200)] },
  'tregard/2023-Q1': {
    returned: { plants: [one('injection')], reason: 'Et varenavn begynner som en formel.', refused: one('empty-file') },
  },
};

export const fixedPlants = ({ supplier, period }: Obligation): Fixed | null => always[`${supplier}/${period}`] ?? null;
