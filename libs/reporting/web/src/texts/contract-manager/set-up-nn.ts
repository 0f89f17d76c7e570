import { formatCount, plural } from '@tallgrunn/values';
import type { narrowingNb, setUpNb } from './set-up-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const some = (n: number, one: string, other: string) => plural('nn', n, { one, other: `${count(n)} ${other}` });

export const setUpNn = {
  title: 'Kom i gang',
  lead: 'Når dette er på plass, får leverandørane rapportar å levere, og sida viser oppgåvene dine.',
  missing: 'Dette manglar i oppsettet',
  noReports: 'Ingen rapportar skal leverast enno.',
  states: { done: 'Ferdig', next: 'Neste steg', waiting: 'Står att' },
  steps: {
    managers: 'Avtaleforvaltarar',
    buyers: 'Kommunar og andre kundar',
    agreements: 'Avtalar',
    terms: 'Vilkår',
    prices: 'Prisar',
    suppliers: 'Invitasjonar til leverandørane',
  },
  acts: {
    managers: 'Inviter ein avtaleforvaltar',
    buyers: 'Sjå kundane',
    agreements: 'Importer avtalar',
    terms: 'Gi avtalane vilkår',
    prices: 'Sjå avtalane',
    suppliers: 'Inviter leverandørar',
  },
  others: {
    managers: 'Ein administrator inviterer avtaleforvaltarar.',
    buyers: 'Ein avtaleforvaltar eller administrator gjer dette.',
    agreements: 'Ein avtaleforvaltar importerer avtalane.',
    terms: 'Ein avtaleforvaltar gir avtalane vilkår.',
    prices: 'Ein avtaleforvaltar legg inn prisskjemaa.',
    suppliers: 'Ein avtaleforvaltar eller administrator inviterer.',
  },
  progress: {
    managers: (p) =>
      p.contractManagers === 0
        ? 'Ingen er avtaleforvaltar enno.'
        : `${some(p.contractManagers, 'Éin avtaleforvaltar', 'avtaleforvaltarar')}.`,
    buyers: (p) =>
      p.buyers === 0
        ? 'Ingen kundar er lagde inn. Dei kan kome med avtalelista.'
        : `${some(p.buyers, 'Éin kunde', 'kundar')}, ${p.buyersNotInvited === 0 ? 'alle inviterte' : `${count(p.buyersNotInvited)} utan brukarar eller invitasjon`}.`,
    agreements: (p) =>
      p.agreements === 0
        ? 'Ingen avtalar er lagde inn.'
        : `${some(p.agreements, 'Éin avtale', 'avtalar')} gjeld eller skal ta til.`,
    terms: (p) =>
      p.agreements === 0
        ? 'Vilkåra avgjer kva leverandørane skal rapportere, og når.'
        : p.withoutTerms === 0
          ? 'Alle avtalane har vilkår.'
          : `${some(p.withoutTerms, 'Éin avtale', 'avtalar')} manglar vilkår, og gir ingen rapportar.`,
    prices: (p) =>
      p.agreements === 0
        ? 'Prisane gjer at kvar rapportert linje kan kontrollerast.'
        : p.withoutPrices === 0
          ? 'Alle avtalane har prisar.'
          : `${some(p.withoutPrices, 'Éin avtale', 'avtalar')} manglar prisar, og prisane i rapportane kan ikkje kontrollerast.`,
    suppliers: (p) =>
      p.suppliers === 0
        ? 'Leverandørane kjem med avtalane.'
        : p.suppliersNotInvited === 0
          ? 'Alle leverandørane er inviterte.'
          : `${some(p.suppliersNotInvited, 'Éin leverandør', 'leverandørar')} er ikkje inviterte.`,
  },
} satisfies typeof setUpNb;

export const narrowingNn = {
  states: 'Vis berre rader med',
  createdAfterDueDate: 'oppretta etter fristen',
  search: 'Søk i avtale og leverandør',
  buyer: 'Kunde',
  allBuyers: 'Alle kundar',
  noneTitle: 'Ingen rapportar passar til utvalet',
  none: 'Ingen rader passar med det du har valt.',
  clear: 'Vis alle',
} satisfies typeof narrowingNb;
