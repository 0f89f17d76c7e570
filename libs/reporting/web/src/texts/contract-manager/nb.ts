import { plural } from '@tallgrunn/values';
import { count, day, month, workingDays, inDays } from '../terms/nb.ts';

interface TaskWords {
  readonly period: string;
  readonly count: number;
  readonly number: number;
  readonly note: string;
  /** Days until its date; negative when it has passed. */
  readonly days: number;
}

/** Texts of the follow-up pages: the compliance matrix, overridden checks, and today's tasks. */
export const managingNb = {
  compliance: {
    remind: 'Minn om rapporter som mangler',
    messages: 'Se hva som er sendt',
    title: 'Rapportering',
    lead: 'Hvem har levert, hvem mangler, og hva må du behandle. Hver rute åpner rapporten.',
    caption: (p: { agreement: string }) => `Leverandører og perioder på ${p.agreement}`,
    supplier: 'Leverandør',
    range: (p: { from: string; until: string }) => `Perioder fra ${day(p.from)} til ${day(p.until)}`,
    keys: 'Piltastene flytter mellom rutene.',
    agreement: 'Avtale',
    all: 'Alle avtaler',
    noneTitle: 'Ingen rapporter å vise',
    none: 'Når en avtale har leverandører og vilkår, vises periodene her.',
    cut: 'Det er flere enn vi kan vise samlet. Velg én avtale.',
    noObligation: 'Ingen rapport',
    lateBy: (p: { days: number }) => `${workingDays(p.days)} for sent`,
    deliveredInTime: 'levert i tide',
    counts: (p: { state: string; count: number }) => `${p.state}: ${count(p.count)}`,
  },
  overrides: {
    title: 'Kontroller som ofte avvises',
    lead: 'Når leverandørene ofte svarer at det ikke er en feil, kan kontrollen være for streng. Priser over avtalt pris følges opp som prisavvik. Gjelder rapporter sendt inn de siste tolv månedene, uten erstattede versjoner.',
    caption: 'Kontroller etter hvor ofte det de finner, ikke er en feil',
    noneTitle: 'Ingen kontroller er avvist',
    none: 'Når en leverandør svarer «Dette er ikke en feil», vises kontrollen her.',
    heads: {
      check: 'Kontroll',
      agreement: 'Avtale',
      share: 'Avvist',
      of: 'Funn',
      reports: 'Rapporter',
      amount: 'Beløp',
      standing: 'Vurdering',
    },
    of: (p: { overridden: number; found: number }) => `${count(p.overridden)} av ${count(p.found)}`,
    review: 'Over 10 %: bør vurderes',
    prices: 'Se prisavvikene',
    few: 'For få til å vurdere',
    fine: 'Som ventet',
  },
  today: {
    title: 'I dag',
    heading: (p: { count: number }) =>
      `I dag: ${p.count === 0 ? 'ingen oppgaver' : plural('nb', p.count, { one: 'én oppgave', other: `${count(p.count)} oppgaver` })}`,
    lead: 'Det som haster mest, vises først, deretter de største beløpene.',
    noneTitle: 'Ingen oppgaver i dag',
    noneReason: 'Ingen rapporter, frister, opsjoner eller prissaker må følges opp i dag.',
    showAll: (p: { count: number }) => `Vis alle ${count(p.count)}`,
    showFew: 'Vis de første',
    kind: {
      decide: 'Rapport',
      overdue: 'Over fristen',
      returned: 'Sendt tilbake',
      option: 'Opsjon',
      maximum: 'Maksimalverdi',
      'price-case': 'Prissak',
      register: 'Import',
      checks: 'Kontroller',
      declarations: 'Deklarasjoner',
      factors: 'Faktorer',
      rulings: 'Beregningsmetoder',
      figures: 'Offisielle tall',
      case: 'Sak',
      'nil-question': 'Spørsmål',
    },
    what: {
      decide: (p: TaskWords) => `Rapporten for ${p.period} er til godkjenning`,
      overdue: (p: TaskWords) =>
        plural('nb', p.count, {
          one: `Rapporten for ${p.period} mangler`,
          other: `${count(p.count)} rapporter mangler, den eldste for ${p.period}`,
        }),
      returned: (p: TaskWords) => `Rapporten for ${p.period} er ikke sendt inn på nytt`,
      option: (p: TaskWords) => `Opsjon ${count(p.number)} må avgjøres`,
      maximum: (p: TaskWords): string =>
        p.days < 0 ? 'Maksimalverdien er nådd før avtalen utløper' : 'Maksimalverdien kan bli nådd før avtalen utløper',
      'price-case': (p: TaskWords) => `Krav om nye priser, ${p.note}`,
      register: (p: TaskWords) =>
        p.count === 0
          ? `${p.note} er klar til å tas i bruk`
          : `${plural('nb', p.count, { one: 'Ett spørsmål', other: `${count(p.count)} spørsmål` })} om ${p.note}`,
      checks: (p: TaskWords) =>
        plural('nb', p.count, { one: 'Én kontroll avvises ofte', other: `${count(p.count)} kontroller avvises ofte` }),
      declarations: (p: TaskWords) =>
        plural('nb', p.count, {
          one: 'Én deklarasjon er til godkjenning',
          other: `${count(p.count)} deklarasjoner er til godkjenning`,
        }),
      factors: (p: TaskWords) =>
        plural('nb', p.count, {
          one: 'Ett forslag til faktor venter på godkjenning',
          other: `${count(p.count)} forslag til faktor venter på godkjenning`,
        }),
      rulings: (p: TaskWords) =>
        plural('nb', p.count, {
          one: 'Ett forslag til beregningsmetoder venter på godkjenning',
          other: `${count(p.count)} forslag til beregningsmetoder venter på godkjenning`,
        }),
      figures: (p: TaskWords) =>
        plural('nb', p.count, {
          one: 'Ett forslag til publisering av tall venter på godkjenning',
          other: `${count(p.count)} forslag til publisering av tall venter på godkjenning`,
        }),
      case: (p: TaskWords) => `Sak ${p.note} skal følges opp`,
      'nil-question': (p: TaskWords) =>
        `${plural('nb', p.count, { one: 'Én faktura', other: `${count(p.count)} fakturaer` })} kan motsi at det ikke ble levert noe i ${p.period}`,
    },
    why: {
      decide: (p: { days: number }) =>
        p.days === 0
          ? 'Mottatt i dag. Den gjelder ikke før du har behandlet den.'
          : `Har ventet i ${workingDays(p.days)}. Den gjelder ikke før du har behandlet den.`,
      overdue: (p: { days: number; due: string }) =>
        p.days === 0 ? `Fristen var ${day(p.due)}.` : `${workingDays(p.days)} over fristen ${day(p.due)}.`,
      returned: (p: { note: string }) =>
        p.note === ''
          ? 'Leverandøren har ikke sendt en ny.'
          : `Leverandøren har ikke sendt en ny. Du skrev: «${p.note}»`,
      option: (p: { days: number; due: string }) =>
        p.days < 0
          ? `Siste dag for å varsle var ${day(p.due)}.`
          : `Siste dag for å varsle er ${day(p.due)}, ${inDays(p.days)}.`,
      maximum: (p: { days: number; due: string }) =>
        p.days < 0
          ? `Den ble nådd ${day(p.due)}, og avtalen varer videre.`
          : `Med dagens forbruk er den brukt opp tidligst i ${month(p.due.slice(0, 7))}.`,
      'price-case': (p: { days: number; due: string }) =>
        p.days < 0 ? `Skulle gjelde fra ${day(p.due)}.` : `Skal gjelde fra ${day(p.due)}, ${inDays(p.days)}.`,
      register: 'Avtalene i filen er ikke i bruk før du har svart.',
      checks:
        'Leverandørene svarer i mer enn 10 % av tilfellene at det ikke er en feil. Vurder om vilkårene er for strenge.',
      declarations: 'Tallet brukes ikke før du har gått gjennom sjekklisten.',
      proposals: 'En annen enn den som foreslo det, må godkjenne før tallene endres.',
      case: (p: { due: string }) => `Neste dato var ${day(p.due)}`,
      'nil-question':
        'Kjøpene er bokført etter at leverandøren meldte at ingenting var levert. Leverandøren er spurt, og har ikke forklart det.',
    },
    amounts: {
      decide: (p: { amount: string }) => p.amount,
      overdue: (p: { amount: string }) => `forrige rapport: ${p.amount}`,
      returned: (p: { amount: string }) => p.amount,
      option: (p: { amount: string }) => `siste tolv måneder: ${p.amount}`,
      maximum: (p: { amount: string }) => `over, med dagens forbruk: ${p.amount}`,
      'price-case': (p: { amount: string }) => `siste tolv måneder: ${p.amount}`,
      register: (p: { amount: string }) => p.amount,
      checks: (p: { amount: string }) => `gjelder ${p.amount}`,
      declarations: (p: { amount: string }) => p.amount,
      factors: (p: { amount: string }) => p.amount,
      rulings: (p: { amount: string }) => p.amount,
      figures: (p: { amount: string }) => p.amount,
      case: (p: { amount: string }) => p.amount,
      'nil-question': (p: { amount: string }) => `bokført ${p.amount}`,
    },
    actMissing: 'Se hva som mangler',
    act: {
      decide: 'Behandle rapporten',
      overdue: 'Åpne rapporten',
      returned: 'Se rapporten',
      option: 'Se datoene',
      maximum: 'Se forbruket',
      'price-case': 'Behandle prissaken',
      register: 'Svar på spørsmålene',
      checks: 'Se kontrollene',
      declarations: 'Se deklarasjonene',
      factors: 'Se forslagene',
      rulings: 'Se forslagene',
      figures: 'Se forslagene',
      case: 'Åpne saken',
      'nil-question': 'Se spørsmålet',
    },
    matrix: 'Leverandører med rapporter som mangler, må behandles eller snart har frist',
    noExceptions: 'Ingen rapporter mangler, venter på behandling eller har frist de neste to ukene.',
    wholeMatrix: 'Se hele matrisen',
  },
};

export type ManagingTexts = typeof managingNb;
