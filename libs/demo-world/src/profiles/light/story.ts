import type { Item } from '../../catalogue/item.ts';
import type { Beat, Story } from '../../setting/scenario.ts';
import { quarterOf, yearOf, type Day } from '../../values/calendar.ts';

const beats: readonly Beat[] = [
  {
    key: 'a',
    title: 'Mindre storfe i Kongsvinger',
    see: 'Storfeandelen i Kongsvingers kjøkken faller fra 2025 til 2026. Det synes bare med varelinjer: kostnadsbasert stiger tallet om lag 6 % fordi prisene er regulert opp.',
  },
  {
    key: 'b',
    title: 'Billigere bærbare PC-er',
    see: 'Første halvår 2026 mot 2025: flere maskiner, lavere fotavtrykk per maskin. Kostnadsbasert faller om lag 12 %, varebasert stiger om lag 4 %.',
  },
  {
    key: 'd',
    title: 'Utenfor sortiment hos Blyant & Bind',
    see: 'Om lag 18 % av omsetningen ligger utenfor prisskjemaet.',
  },
  {
    key: 'e',
    title: 'Forsinkede rapporter fra Solgløtt',
    see: 'Flere månedsrapporter kom etter fristen; én etter purring. Dagmulkt kan beregnes.',
  },
  {
    key: 'f',
    title: 'Utløpt miljødeklarasjon for kopipapir',
    see: 'Deklarasjonen for vare 0041207 gikk ut 31.12.2025. Leveranser i 2026 faller tilbake på faktoren for papir.',
  },
  {
    key: 'g',
    title: 'Høy dekning i Åsnes',
    see: 'Åsnes har e-faktura med linjer for 92 % av avtalekjøpene. Sammenlikning per innbygger er ikke rettferdig før andre når samme dekning.',
  },
  {
    key: 'i',
    title: 'Kredit større enn salget',
    see: 'Blyant & Bind har i 2026-Q1 ført en kredit som er større enn alt rapportert salg av varen.',
  },
  {
    key: 'j',
    title: 'Priser tatt i bruk for tidlig',
    see: 'Finnskog tok i bruk 2026-prisene på melk, ost og kaffe allerede 1. oktober 2025. Om lag 140 000 kr kan kreves tilbake.',
  },
  {
    key: 'k',
    title: 'Manglende regnskap fra Våler',
    see: 'Våler har ikke sendt regnskap for 2026-Q2, men e-fakturaene er der.',
  },
];

/** Kongsvinger's kitchens from 2026: less beef and more substitutes, for about the same amount (beat a). */
const kitchenShift: Record<string, number> = { beef: 0.55, poultry: 1.2, fish: 1.16, pulses: 1.9 };

/** Returns the multiplier on the planned purchases of an item. */
function mixOf(item: Item, municipalityNumber: string, day: Day): number {
  const shifted = municipalityNumber === '3401' && yearOf(day) >= 2026 && item.supplier === 'finnskog';
  return shifted ? (kitchenShift[item.category.key] ?? 1) : 1;
}

const raisedEarly = ['milk', 'cheese', 'coffee'];

/** Finnskog charges next year's price from October 2025 (beat j). */
const isRaisedEarly = (item: Item, day: Day): boolean =>
  item.supplier === 'finnskog' &&
  item.onAssortment &&
  raisedEarly.includes(item.category.key) &&
  quarterOf(day) === '2025-Q4';

export const story: Story = {
  beats,
  mixOf,
  /** The new cheap laptop has no plan for 2025 and is not sold before January 2026 (beat b). */
  isOnSale: (item, month) => !(item.number === 'BP-14-G6E' && month < '2026-01'),
  wrongPrice: (item, day) => (isRaisedEarly(item, day) ? (item.prices[2026] as number) : null),
  /** The ledger of Våler for the last quarter is missing, but all its e-invoices are available (beat k). */
  isLedgerMissing: (municipalityNumber, quarter) => municipalityNumber === '3419' && quarter === '2026-Q2',
  /** Blyant & Bind omitted its customer number in two quarters: its lines are in the ledger only. */
  forgottenSite: '3417-02',
  isRenumbered: () => false,
};
