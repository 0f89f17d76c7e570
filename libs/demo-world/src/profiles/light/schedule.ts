import type { Outcome, Submission } from '../../reports/submission.ts';
import { textTable } from '../../values/text-table.ts';
import { suppliers } from './suppliers.ts';

const columns = ['period', 'at', 'by', 'outcome', 'plants', 'reason'] as const;

const finnskog = `
2025-01 | 2025-02-13 13:42 | jonas | returned | mojibake quantity-text*3 not-entitled*4 misspelt*12      | Antall er tekst i tre rader, og fire rader gjelder en kunde som ikke er med i avtalen.
2025-01 | 2025-02-18 09:05 | kari  | accepted | misspelt*12 |
2025-02 | 2025-03-11 14:20 | jonas | accepted | misspelt*9 gtin-digit*3 fee-line*4 |
2025-03 | 2025-04-10 15:51 | jonas | returned | date-outside*9 date-impossible*1 quantity-blank*2 scientific-gtin*10 misspelt*6 | Leveringsdatoer utenfor mars, og antall mangler i to rader.
2025-03 | 2025-04-14 10:12 | kari  | accepted | misspelt*6 |
2025-04 | 2025-05-13 12:30 | jonas | accepted | deposit-line*6 misspelt*4 |
2025-05 | 2025-06-12 09:44 | jonas | accepted | date-text*14 misspelt*3 |
2025-06 | 2025-07-10 16:02 | jonas | returned | duplicate-period*60 | Linjer fra mai er levert på nytt.
2025-06 | 2025-07-14 08:55 | jonas | accepted | duplicate-line*2 |
2025-07 | 2025-08-15 11:20 | kari  | accepted | fee-line*3 |
2025-08 | 2025-09-11 13:15 | jonas | accepted | currency-text*8 date-serial*6 old-number*5 |
2025-09 | 2025-10-13 10:40 | jonas | accepted | unit-mixed*4 |
2025-10 | 2025-11-12 14:05 | jonas | accepted | misspelt*3 |
2025-11 | 2025-12-11 09:30 | jonas | accepted | unit-mixed*4 |
2025-12 | 2026-01-14 12:48 | jonas | accepted | duplicate-line*2 fee-line*2 |
2026-01 | 2026-02-12 10:10 | jonas | accepted | misspelt*2 |
2026-02 | 2026-03-12 13:55 | jonas | accepted | |
2026-03 | 2026-04-17 09:15 | jonas | accepted | gtin-digit*2 |
2026-04 | 2026-05-12 15:20 | jonas | returned | amount-mismatch*30 extreme*1 | Beløp er ikke pris ganger antall i tretti rader, og én mengde er usannsynlig.
2026-04 | 2026-05-15 08:40 | kari  | accepted | |
2026-05 | 2026-06-11 11:05 | jonas | accepted | misspelt*1 |
2026-06 | 2026-07-13 10:25 | jonas | accepted | fee-line*2 |
2026-07 |                  | jonas | waiting  | quantity-text*2 not-entitled*1 misspelt*3 |
2026-07 |                  | jonas | waiting  | misspelt*3 |
`;

const solglott = `
2025-01 | 2025-02-14 15:30 | vikar | returned | pack-as-piece*9 unit-unknown*12 total-row-off | Enheten KLI er ukjent, og summen stemmer ikke med linjene.
2025-01 | 2025-02-20 13:10 | silje | accepted | pack-as-piece*2 |
2025-02 | 2025-03-19 16:45 | vikar | returned | quantity-blank*4 item-decimal*6 | Mengde mangler i fire rader.
2025-02 | 2025-03-24 09:20 | silje | accepted | item-decimal*6 |
2025-03 | 2025-05-08 12:00 | silje | accepted | misspelt*8 pack-as-piece*4 |
2025-04 | 2025-05-13 14:35 | vikar | returned | hidden-rows*15 formula-cell*3 | Formler i stedet for verdier i tre celler.
2025-04 | 2025-05-16 10:00 | silje | accepted | |
2025-05 | 2025-06-13 15:05 | vikar | returned | vat-included-15 | Beløpene er inkludert 15 % merverdiavgift.
2025-05 | 2025-06-17 11:30 | silje | accepted | |
2025-06 | 2025-07-11 09:50 | silje | accepted | unit-mixed*5 |
2025-07 | 2025-08-12 08:30 | vikar | refused  | empty-file |
2025-07 | 2025-08-12 08:41 | vikar | returned | nil-contradicted | Dere meldte ingen salg, men kommunene har bokført kjøp i juli.
2025-07 | 2025-08-28 13:25 | silje | accepted | |
2025-08 | 2025-09-12 10:15 | silje | accepted | pack-as-piece*3 |
2025-09 | 2025-10-23 16:20 | vikar | returned | header-renamed unit-unknown*8 negative-price*2 | Ukjent enhet i åtte rader og negativ pris i to.
2025-09 | 2025-10-28 09:35 | silje | accepted | |
2025-10 | 2025-11-13 12:05 | silje | accepted | misspelt*4 |
2025-11 | 2025-12-12 15:40 | vikar | returned | item-date*3 total-row-off | Tre varenumre er blitt datoer.
2025-11 | 2025-12-16 10:30 | silje | accepted | |
2025-12 | 2026-01-27 14:10 | vikar | returned | duplicate-line*6 quantity-text*2 | Mengde er tekst i to rader, og seks rader står to ganger.
2025-12 | 2026-01-30 09:45 | silje | accepted | |
2026-01 | 2026-02-13 11:15 | silje | accepted | pack-as-piece*2 |
2026-02 | 2026-03-13 13:20 | vikar | returned | pack-as-piece*14 unit-unknown*5 | Kolli er ført som stykk.
2026-02 | 2026-03-18 10:50 | silje | accepted | |
2026-03 | 2026-04-16 12:40 | silje | accepted | misspelt*2 |
2026-04 | 2026-05-13 10:05 | silje | accepted | |
2026-05 | 2026-06-12 14:30 | silje | accepted | unit-mixed*2 |
2026-06 | 2026-07-16 09:10 | silje | accepted | misspelt*2 |
2026-07 |                  | silje | waiting  | unit-unknown*2 |
`;

const blyant = `
2025-Q1 | 2025-04-22 10:20 | petter    | refused  | personal-data |
2025-Q1 | 2025-04-22 11:05 | petter    | returned | lost-zeros org-digit*6 org-placeholder*2 not-entitled*5 | Organisasjonsnummer er feil i åtte rader, og fem rader gjelder Elverum.
2025-Q1 | 2025-04-28 09:15 | anne-lise | accepted | lost-zeros |
2025-Q2 | 2025-08-05 13:50 | petter    | accepted | site-missing lost-zeros |
2025-Q3 | 2025-10-24 15:25 | petter    | returned | vat-included-25 site-missing | Beløpene er inkludert 25 % merverdiavgift.
2025-Q3 | 2025-10-30 10:40 | anne-lise | accepted | site-missing |
2025-Q4 | 2026-01-20 12:15 | anne-lise | accepted | sub-unit*8 line-break*4 |
2026-Q1 | 2026-04-20 14:55 | petter    | returned | org-short*3 foreign-currency*2 credit-exceeds | Organisasjonsnummer har åtte siffer i tre rader.
2026-Q1 | 2026-04-24 11:10 | anne-lise | accepted | credit-exceeds |
2026-Q2 |                  | petter    | waiting  | lost-zeros sub-unit*4 |
`;

const nettverket = `
2025-Q1 | 2025-04-14 09:00 | henrik | accepted | item-renumbered*12 |
2025-Q2 | 2025-07-15 09:00 | henrik | returned | year-to-date injection*1 | Tallene er hittil i år, ikke for kvartalet.
2025-Q2 | 2025-07-18 09:00 | amina  | accepted | |
2025-Q3 | 2025-10-14 09:00 | henrik | accepted | sub-unit*5 |
2025-Q4 | 2026-01-15 09:00 | henrik | accepted | |
2026-Q1 | 2026-04-15 09:00 | henrik | accepted | item-renumbered*6 |
2026-Q2 | 2026-07-15 09:00 | henrik | accepted-later | |
`;

function read(supplier: string, table: string): Submission[] {
  const agreement = suppliers.find((one) => one.key === supplier)?.agreement as string;
  const counts = new Map<string, number>();
  return textTable(columns, table).map((row) => {
    const plants = row.plants
      .split(' ')
      .filter((one) => one !== '')
      .map((one) => {
        const [kind, count] = one.split('*') as [string, string | undefined];
        return { kind, count: Number(count ?? 1) };
      });
    const version = row.outcome === 'refused' ? null : (counts.get(row.period) ?? 0) + 1;
    if (version !== null) counts.set(row.period, version);
    return {
      supplier,
      agreement,
      branch: null,
      period: row.period,
      version,
      at: row.at || null,
      by: row.by,
      outcome: row.outcome.replace(/-later$/, '') as Outcome,
      decidedLater: row.outcome.endsWith('-later'),
      plants,
      nil: plants.some(({ kind }) => kind === 'nil-contradicted'),
      reason: row.reason,
    };
  });
}

/** All submissions: sender, time and mistakes. The same story for every seed. */
export const submissions: readonly Submission[] = [
  read('finnskog', finnskog),
  read('solglott', solglott),
  read('blyant', blyant),
  read('nettverket', nettverket),
].flat();
