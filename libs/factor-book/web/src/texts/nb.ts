import { formatCount, formatShare, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');

export const nb = {
  title: 'Faktorbok',
  lead: 'Hva hver konto regnes med, og hvorfor. Kroner uten faktor vises som kroner uten faktor, aldri som null.',
  release: 'Utgivelsen i bruk',
  facts: { level: 'Prisnivå', year: 'Dataår', revised: 'Revidert', unit: 'Enhet', region: 'Område', licence: 'Lisens', vat: 'Merverdiavgift', hash: 'Filens hash (SHA-256)', map: 'Kontokart' },
  vat: { net: 'uten, slik vi leser kilden', gross: 'med, slik vi leser kilden', netStated: 'uten, sier kilden', grossStated: 'med, sier kilden' },
  attribution: 'Kilder som skal nevnes ved hvert tall',
  source: 'Kilden',
  repository: 'Tabellen',
  rise: (p: { share: string; year: number }) => `Prisene er ${formatShare(p.share, 'nb')} høyere enn i ${p.year}.`,
  accounts: 'Kontokartet',
  accountsLead: 'Fra konto til faktor, gjennomgått rad for rad. Koder fra to kontoplaner møtes aldri.',
  factors: 'Faktorene',
  systems: { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' },
  system: 'Kontoplan',
  answer: 'Svar',
  anyAnswer: 'Alle innkjøpskontoer',
  allAnswers: 'Alle kontoer',
  answers: { factor: 'Faktor', ask: 'Må svares på', none: 'Ingen faktor', 'not-spend': 'Ikke innkjøp' },
  counted: (p: { factor: number; ask: number; none: number; notSpend: number }) =>
    `${plural('nb', p.factor, { one: 'Én konto har faktor', other: `${count(p.factor)} kontoer har faktor` })}, ${count(p.ask)} må svares på, ${count(p.none)} har ingen, ${count(p.notSpend)} er ikke innkjøp.`,
  askMeans: '«Må svares på» betyr at kontoen rommer ting med svært ulike faktorer, som strøm og fyringsolje på samme art. Ingen faktor velges før noen har sagt hva som ble kjøpt. Til da vises kronene uten tall, og aldri som null. Svaret kan ikke gis i Tallgrunn ennå; åpner du en av linjene, ser du hva den ville veid med hver faktor.',
  toAsked: 'Se linjene som venter på svar',
  units: { kilos: 'kg CO₂e', per: { NOK: 'krone' } as Readonly<Record<string, string>> },
  accountCaption: 'Kontoer med svar og grunn',
  accountHeads: { code: 'Konto', name: 'Navn', answer: 'Svar', factor: 'Faktor', value: 'kg CO₂e per krone', reason: 'Hvorfor', candidates: 'Vurdert' },
  factorCaption: 'Faktorer',
  factorHeads: { name: 'Faktor', value: 'Verdi', unit: 'Enhet', published: 'Utgitt, tonn per mill. kr', ns4102: 'NS 4102', dfo: 'DFØ', arts: 'KOSTRA-arter', source: 'Kilde', note: 'Merknad' },
  kinds: { spend: 'Per krone', activity: 'Per mengde' },
  kind: 'Slag',
  activityNote: 'Faktorer per mengde vises, men brukes ikke i en beregning ennå.',
};

export type FactorTexts = typeof nb;
