import type { Item } from '../../catalogue/item.ts';
import type { Beat, Story } from '../../setting/scenario.ts';
import { quarterOf, yearOf, type Day } from '../../values/calendar.ts';
import { randomStream } from '../../values/rng.ts';
import { items } from './items.ts';
import { worldYears } from './prices.ts';

const beats: readonly Beat[] = [
  {
    key: 'a',
    title: 'Mindre storfe i Kongsvinger',
    see: 'Storfeandelen i Kongsvingers kjøkken faller fra 2024 til 2025. Det synes bare med varelinjer: kostnadsbasert stiger tallet fordi prisene er regulert opp.',
  },
  {
    key: 'b',
    title: 'Billigere bærbare PC-er',
    see: '2025 mot 2024: flere maskiner og lavere pris. Kostnadsbasert faller tallet mer enn varebasert.',
  },
  {
    key: 'c',
    title: 'Flere miljødeklarasjoner fra Omsorgsmøbler',
    see: 'Dekningen stiger år for år, fra om lag en femdel til om lag sju tideler av varene.',
  },
  {
    key: 'd',
    title: 'Utenfor sortiment hos Glomma',
    see: 'Om lag 18 % av omsetningen ligger utenfor prisskjemaet, spredt på fjorten avdelinger.',
  },
  {
    key: 'e',
    title: 'Forsinkede rapporter fra Varselklær',
    see: 'Tre kvartalsrapporter på rad i 2024 kom lenge etter fristen. Dagmulkt kan beregnes.',
  },
  {
    key: 'f',
    title: 'Utløpt miljødeklarasjon for kopipapir',
    see: 'Deklarasjonen for vare 0041207 gikk ut 31.12.2024. Leveranser i 2025 faller tilbake på faktoren for papir.',
  },
  {
    key: 'g',
    title: 'Høy dekning i Åsnes',
    see: 'Åsnes har e-faktura med linjer for 92 % av avtalekjøpene. Sammenlikning per innbygger er ikke rettferdig før andre når samme dekning.',
  },
  {
    key: 'i',
    title: 'Kredit større enn salget',
    see: 'Blyant & Bind har i 2024-Q1 ført en kredit som er større enn alt rapportert salg av varen.',
  },
  {
    key: 'j',
    title: 'Priser tatt i bruk for tidlig',
    see: 'Finnskog tok i bruk 2025-prisene på meierivarer og kaffe allerede 1. oktober 2024.',
  },
  {
    key: 'k',
    title: 'Manglende regnskap fra Våler',
    see: 'Våler har ikke sendt regnskap for 2025-Q4, men e-fakturaene er der.',
  },
  {
    key: 'l',
    title: 'Møbelavtalen skifter midt i et kvartal',
    see: 'RIIK-20-066 gikk ut 14.05.2024 og RIIK-24-066 gjelder fra 15.05.2024. Linjene i 2024-Q2 er delt etter leveringsdato.',
  },
  {
    key: 'm',
    title: 'Verdien av møbelavtalen er snart brukt opp',
    see: 'RIIK-24-066 har brukt det meste av maksimumsverdien lenge før avtalen går ut.',
  },
  {
    key: 'n',
    title: 'Legevakten bokføres av Kongsvinger',
    see: 'Kongsvinger er vertskommune. Leverandørene rapporterer legevakten som kunde, og fakturaene står i Kongsvingers regnskap.',
  },
  {
    key: 'o',
    title: 'Renovasjonsselskapet har ikke levert regnskap',
    see: 'Et interkommunalt selskap handler på avtalene. Rapportene er der, regnskapet er ikke.',
  },
  {
    key: 'p',
    title: 'Varselklær betales gjennom et inkassoselskap',
    see: 'Fra juli 2023 står fakturaene på Fordringshuset Demo AS i regnskapet, med et annet organisasjonsnummer.',
  },
  {
    key: 'q',
    title: 'Byggevarer regulert etter indeks',
    see: 'Prisene er regulert 01.04.2023 og 01.07.2024 etter krav og vedtak; ett krav ble avslått.',
  },
];

/** Kongsvinger's kitchens from 2025: less beef and more substitutes, for about the same amount (beat a). */
const kitchenShift: Record<string, number> = { beef: 0.55, poultry: 1.2, fish: 1.16, pulses: 1.9 };
/** Laptops from 2025: fewer of the expensive ones (beat b). */
const laptopShift: Readonly<Record<string, number>> = {
  'BP-14-G5': 0.62,
  'BP-15-G4': 0.7,
  'BP-16-PRO': 0.66,
  'BP-11-SKO': 1.1,
  'BP-14-G6E': 1.05,
};
const familyOf = (number: string): string | undefined => Object.keys(laptopShift).find((one) => number.startsWith(one));

function mixOf(item: Item, municipalityNumber: string, day: Day): number {
  if (yearOf(day) < 2025) return 1;
  if (municipalityNumber === '3401' && item.supplier === 'finnskog') return kitchenShift[item.category.key] ?? 1;
  const family = item.category.key === 'laptops' ? familyOf(item.number) : undefined;
  return family ? (laptopShift[family] as number) : 1;
}

const raisedEarly = ['milk', 'cheese', 'coffee', 'dairy'];

/**
 * Draws twenty items per year that are renumbered without notice. Each has its new number in the reports of one
 * quarter, until the old number is requested.
 */
function renumberings(seed: number): ReadonlyMap<Item, string> {
  const rng = randomStream(seed, 'renumbered');
  // only numbers of digits: with a suffix of a letter or dash they still differ from all agreed numbers
  const known = items.filter(
    (item) => item.onAssortment && /^\d{5,}$/.test(item.number) && !['solglott', 'blyant'].includes(item.supplier),
  );
  const chosen = rng.sample(known, worldYears.length * 20);
  return new Map(chosen.map((item, index) => [item, `${worldYears[index % worldYears.length]}-Q${rng.int(1, 4)}`]));
}

export function storyOf(seed: number): Story {
  const renumbered = renumberings(seed);
  return {
    beats,
    mixOf,
    isOnSale: (item, month) => !(item.number.startsWith('BP-14-G6E') && month < '2025-01'),
    wrongPrice: (item, day) =>
      item.supplier === 'finnskog' &&
      item.onAssortment &&
      raisedEarly.includes(item.category.key) &&
      quarterOf(day) === '2024-Q4'
        ? (item.prices[2025] as number)
        : null,
    isLedgerMissing: (municipalityNumber, quarter) => municipalityNumber === '3419' && quarter === '2025-Q4',
    forgottenSite: '3418-02',
    isRenumbered: (item, period) =>
      renumbered.get(item) === (period.includes('Q') ? period : quarterOf(`${period}-01`)),
  };
}
