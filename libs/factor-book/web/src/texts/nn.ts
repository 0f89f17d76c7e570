import { formatCount, formatShare, plural } from '@tallgrunn/values';
import type { FactorTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'nn');

export const nn = {
  title: 'Faktorbok',
  lead: 'Kva kvar konto blir rekna med, og kvifor. Kroner utan faktor er viste som kroner utan faktor, aldri som null.',
  release: 'Utgjevinga i bruk',
  facts: { level: 'Prisnivå', year: 'Dataår', revised: 'Revidert', unit: 'Eining', region: 'Område', licence: 'Lisens', vat: 'Meirverdiavgift', hash: 'Hash av fila (SHA-256)', map: 'Kontokart' },
  vat: { net: 'utan, slik vi les kjelda', gross: 'med, slik vi les kjelda', netStated: 'utan, seier kjelda', grossStated: 'med, seier kjelda' },
  attribution: 'Kjelder som skal nemnast ved kvart tal',
  source: 'Kjelda',
  repository: 'Tabellen',
  rise: (p) => `Prisane er ${formatShare(p.share, 'nn')} høgare enn i ${p.year}.`,
  accounts: 'Kontokartet',
  accountsLead: 'Frå konto til faktor, gått gjennom rad for rad. Kodar frå to kontoplanar møtest aldri.',
  factors: 'Faktorane',
  systems: { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' },
  system: 'Kontoplan',
  answer: 'Svar',
  anyAnswer: 'Alle innkjøpskontoar',
  allAnswers: 'Alle kontoar',
  answers: { factor: 'Faktor', ask: 'Må svarast på', none: 'Ingen faktor', 'not-spend': 'Ikkje innkjøp' },
  counted: (p) =>
    `${plural('nn', p.factor, { one: 'Éin konto har faktor', other: `${count(p.factor)} kontoar har faktor` })}, ${count(p.ask)} må svarast på, ${count(p.none)} har ingen, ${count(p.notSpend)} er ikkje innkjøp.`,
  askMeans: '«Må svarast på» tyder at kontoen rommar ting med svært ulike faktorar, som straum og fyringsolje på same art. Ingen faktor blir vald før nokon har sagt kva som vart kjøpt. Til då er kronene viste utan tal, og aldri som null. Svaret kan ikkje gjevast i Tallgrunn enno; opnar du ei av linjene, ser du kva ho ville vege med kvar faktor.',
  toAsked: 'Sjå linjene som ventar på svar',
  units: { kilos: 'kg CO₂e', per: { NOK: 'krone' } as Readonly<Record<string, string>> },
  accountCaption: 'Kontoar med svar og grunn',
  accountHeads: { code: 'Konto', name: 'Namn', answer: 'Svar', factor: 'Faktor', value: 'kg CO₂e per krone', reason: 'Kvifor', candidates: 'Vurdert' },
  factorCaption: 'Faktorar',
  factorHeads: { name: 'Faktor', value: 'Verdi', unit: 'Eining', published: 'Utgjeve, tonn per mill. kr', ns4102: 'NS 4102', dfo: 'DFØ', arts: 'KOSTRA-artar', source: 'Kjelde', note: 'Merknad' },
  kinds: { spend: 'Per krone', activity: 'Per mengd' },
  kind: 'Slag',
  activityNote: 'Faktorar per mengd er viste, men ikkje brukte i ei utrekning enno.',
} satisfies FactorTexts;
