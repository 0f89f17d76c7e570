import { formatCount, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const some = (n: number, one: string, other: string) => plural('nb', n, { one, other: `${count(n)} ${other}` });

/** Counts of what is set up and what is missing before suppliers can report. */
export interface SetUpCounts {
  readonly contractManagers: number;
  readonly buyers: number;
  readonly buyersNotInvited: number;
  readonly agreements: number;
  readonly withoutTerms: number;
  readonly withoutPrices: number;
  readonly suppliers: number;
  readonly suppliersNotInvited: number;
}

/** Texts of the set-up guide, up to the first report. */
export const setUpNb = {
  title: 'Kom i gang',
  lead: 'Når dette er på plass, får leverandørene rapporter å levere, og siden viser oppgavene dine.',
  missing: 'Dette mangler i oppsettet',
  noReports: 'Ingen rapporter skal leveres ennå.',
  states: { done: 'Ferdig', next: 'Neste steg', waiting: 'Gjenstår' },
  steps: {
    managers: 'Avtaleforvaltere',
    buyers: 'Kommuner og andre kunder',
    agreements: 'Avtaler',
    terms: 'Vilkår',
    prices: 'Priser',
    suppliers: 'Invitasjoner til leverandørene',
  },
  acts: {
    managers: 'Inviter en avtaleforvalter',
    buyers: 'Se kundene',
    agreements: 'Importer avtaler',
    terms: 'Gi avtalene vilkår',
    prices: 'Se avtalene',
    suppliers: 'Inviter leverandører',
  },
  others: {
    managers: 'En administrator inviterer avtaleforvaltere.',
    buyers: 'En avtaleforvalter eller administrator gjør dette.',
    agreements: 'En avtaleforvalter importerer avtalene.',
    terms: 'En avtaleforvalter gir avtalene vilkår.',
    prices: 'En avtaleforvalter legger inn prisskjemaene.',
    suppliers: 'En avtaleforvalter eller administrator inviterer.',
  },
  progress: {
    managers: (p: SetUpCounts) =>
      p.contractManagers === 0
        ? 'Ingen er avtaleforvalter ennå.'
        : `${some(p.contractManagers, 'Én avtaleforvalter', 'avtaleforvaltere')}.`,
    buyers: (p: SetUpCounts) =>
      p.buyers === 0
        ? 'Ingen kunder er lagt inn. De kan komme med avtalelisten.'
        : `${some(p.buyers, 'Én kunde', 'kunder')}, ${p.buyersNotInvited === 0 ? 'alle invitert' : `${count(p.buyersNotInvited)} uten brukere eller invitasjon`}.`,
    agreements: (p: SetUpCounts) =>
      p.agreements === 0
        ? 'Ingen avtaler er lagt inn.'
        : `${some(p.agreements, 'Én avtale', 'avtaler')} gjelder eller skal begynne.`,
    terms: (p: SetUpCounts) =>
      p.agreements === 0
        ? 'Vilkårene bestemmer hva leverandørene skal rapportere, og når.'
        : p.withoutTerms === 0
          ? 'Alle avtalene har vilkår.'
          : `${some(p.withoutTerms, 'Én avtale', 'avtaler')} mangler vilkår, og gir ingen rapporter.`,
    prices: (p: SetUpCounts) =>
      p.agreements === 0
        ? 'Prisene gjør at hver rapportert linje kan kontrolleres.'
        : p.withoutPrices === 0
          ? 'Alle avtalene har priser.'
          : `${some(p.withoutPrices, 'Én avtale', 'avtaler')} mangler priser, og prisene i rapportene kan ikke kontrolleres.`,
    suppliers: (p: SetUpCounts) =>
      p.suppliers === 0
        ? 'Leverandørene kommer med avtalene.'
        : p.suppliersNotInvited === 0
          ? 'Alle leverandørene er invitert.'
          : `${some(p.suppliersNotInvited, 'Én leverandør', 'leverandører')} er ikke invitert.`,
  },
};

/** Texts of the filters of the compliance matrix. */
export const narrowingNb = {
  states: 'Vis bare rader med',
  createdAfterDueDate: 'opprettet etter fristen',
  search: 'Søk i avtale og leverandør',
  buyer: 'Kunde',
  allBuyers: 'Alle kunder',
  noneTitle: 'Ingen rapporter passer til utvalget',
  none: 'Ingen rader passer med det du har valgt.',
  clear: 'Vis alle',
};
