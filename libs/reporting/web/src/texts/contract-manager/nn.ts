import { plural } from '@tallgrunn/values';
import { count, day, month, workingDays, inDays } from '../terms/nn.ts';
import type { ManagingTexts } from './nb.ts';

/** Texts of the follow-up pages: the compliance matrix, overridden checks, and today's tasks. */
export const managingNn: ManagingTexts = {
  compliance: {
    remind: 'Minn om rapportar som manglar',
    messages: 'Sjå kva som er sendt',
    title: 'Rapportering',
    lead: 'Kven har levert, kven manglar, og kva må du behandle. Kvar rute opnar rapporten.',
    caption: (p: { agreement: string }) => `Leverandørar og periodar på ${p.agreement}`,
    supplier: 'Leverandør',
    range: (p: { from: string; until: string }) => `Periodar frå ${day(p.from)} til ${day(p.until)}`,
    keys: 'Piltastane flyttar mellom rutene.',
    agreement: 'Avtale',
    all: 'Alle avtalar',
    noneTitle: 'Ingen rapportar å vise',
    none: 'Når ein avtale har leverandørar og vilkår, blir periodane viste her.',
    cut: 'Det er fleire enn vi kan vise samla. Vel éin avtale.',
    noObligation: 'Ingen rapport',
    lateBy: (p: { days: number }) => `${workingDays(p.days)} for seint`,
    deliveredInTime: 'levert i tide',
    counts: (p: { state: string; count: number }) => `${p.state}: ${count(p.count)}`,
  },
  overrides: {
    title: 'Kontrollar som ofte blir avviste',
    lead: 'Når leverandørane ofte svarer at det ikkje er ein feil, kan kontrollen vere for streng. Prisar over avtalt pris blir følgde opp som prisavvik. Gjeld rapportar sende inn dei siste tolv månadene, utan erstatta versjonar.',
    caption: 'Kontrollar etter kor ofte det dei finn, ikkje er ein feil',
    noneTitle: 'Ingen kontrollar er avviste',
    none: 'Når ein leverandør svarer «Dette er ikkje ein feil», blir kontrollen vist her.',
    heads: {
      check: 'Kontroll',
      agreement: 'Avtale',
      share: 'Avvist',
      of: 'Funn',
      reports: 'Rapportar',
      amount: 'Beløp',
      standing: 'Vurdering',
    },
    of: (p: { overridden: number; found: number }) => `${count(p.overridden)} av ${count(p.found)}`,
    review: 'Over 10 %: bør vurderast',
    prices: 'Sjå prisavvika',
    few: 'For få til å vurdere',
    fine: 'Som venta',
  },
  today: {
    title: 'I dag',
    heading: (p) =>
      `I dag: ${p.count === 0 ? 'ingen oppgåver' : plural('nn', p.count, { one: 'éi oppgåve', other: `${count(p.count)} oppgåver` })}`,
    lead: 'Det som hastar mest, blir vist først, deretter dei største beløpa.',
    noneTitle: 'Ingen oppgåver i dag',
    noneReason: 'Ingen rapportar, fristar, opsjonar eller prissaker må følgjast opp i dag.',
    showAll: (p) => `Vis alle ${count(p.count)}`,
    showFew: 'Vis dei første',
    kind: {
      decide: 'Rapport',
      overdue: 'Over fristen',
      returned: 'Send tilbake',
      option: 'Opsjon',
      maximum: 'Maksimalverdi',
      'price-case': 'Prissak',
      register: 'Import',
      checks: 'Kontrollar',
      declarations: 'Deklarasjonar',
      factors: 'Faktorar',
      rulings: 'Berekningsmetodar',
      figures: 'Offisielle tal',
      case: 'Sak',
      'nil-question': 'Spørsmål',
    },
    what: {
      decide: (p) => `Rapporten for ${p.period} er til godkjenning`,
      overdue: (p) =>
        plural('nn', p.count, {
          one: `Rapporten for ${p.period} manglar`,
          other: `${count(p.count)} rapportar manglar, den eldste for ${p.period}`,
        }),
      returned: (p) => `Rapporten for ${p.period} er ikkje send inn på nytt`,
      option: (p) => `Opsjon ${count(p.number)} må avgjerast`,
      maximum: (p) =>
        p.days < 0 ? 'Maksimalverdien er nådd før avtalen går ut' : 'Maksimalverdien kan bli nådd før avtalen går ut',
      'price-case': (p) => `Krav om nye prisar, ${p.note}`,
      register: (p) =>
        p.count === 0
          ? `${p.note} er klar til å takast i bruk`
          : `${plural('nn', p.count, { one: 'Eitt spørsmål', other: `${count(p.count)} spørsmål` })} om ${p.note}`,
      checks: (p) =>
        plural('nn', p.count, {
          one: 'Éin kontroll blir ofte avvist',
          other: `${count(p.count)} kontrollar blir ofte avviste`,
        }),
      declarations: (p) =>
        plural('nn', p.count, {
          one: 'Éin deklarasjon er til godkjenning',
          other: `${count(p.count)} deklarasjonar er til godkjenning`,
        }),
      factors: (p) =>
        plural('nn', p.count, {
          one: 'Eitt framlegg til faktor ventar på godkjenning',
          other: `${count(p.count)} framlegg til faktor ventar på godkjenning`,
        }),
      rulings: (p) =>
        plural('nn', p.count, {
          one: 'Eitt framlegg til berekningsmetodar ventar på godkjenning',
          other: `${count(p.count)} framlegg til berekningsmetodar ventar på godkjenning`,
        }),
      figures: (p) =>
        plural('nn', p.count, {
          one: 'Eitt framlegg til publisering av tal ventar på godkjenning',
          other: `${count(p.count)} framlegg til publisering av tal ventar på godkjenning`,
        }),
      case: (p) => `Sak ${p.note} skal følgjast opp`,
      'nil-question': (p) =>
        `${plural('nn', p.count, { one: 'Éin faktura', other: `${count(p.count)} fakturaer` })} kan motseie at det ikkje vart levert noko i ${p.period}`,
    },
    why: {
      decide: (p) =>
        p.days === 0
          ? 'Motteken i dag. Han gjeld ikkje før du har behandla han.'
          : `Har venta i ${workingDays(p.days)}. Han gjeld ikkje før du har behandla han.`,
      overdue: (p) =>
        p.days === 0 ? `Fristen var ${day(p.due)}.` : `${workingDays(p.days)} over fristen ${day(p.due)}.`,
      returned: (p) =>
        p.note === ''
          ? 'Leverandøren har ikkje sendt ein ny.'
          : `Leverandøren har ikkje sendt ein ny. Du skreiv: «${p.note}»`,
      option: (p) =>
        p.days < 0
          ? `Siste dag for å varsle var ${day(p.due)}.`
          : `Siste dag for å varsle er ${day(p.due)}, ${inDays(p.days)}.`,
      maximum: (p) =>
        p.days < 0
          ? `Han vart nådd ${day(p.due)}, og avtalen varer vidare.`
          : `Med forbruket no er han brukt opp tidlegast i ${month(p.due.slice(0, 7))}.`,
      'price-case': (p) =>
        p.days < 0 ? `Skulle gjelde frå ${day(p.due)}.` : `Skal gjelde frå ${day(p.due)}, ${inDays(p.days)}.`,
      register: 'Avtalane i fila er ikkje i bruk før du har svart.',
      checks:
        'Leverandørane svarer i meir enn 10 % av tilfella at det ikkje er ein feil. Vurder om vilkåra er for strenge.',
      declarations: 'Talet blir ikkje brukt før du har gått gjennom sjekklista.',
      proposals: 'Ein annan enn den som gjorde framlegget, må godkjenne før tala blir endra.',
      case: (p) => `Neste dato var ${day(p.due)}`,
      'nil-question':
        'Kjøpa er bokførte etter at leverandøren melde at ingenting var levert. Leverandøren er spurd, og har ikkje forklart det.',
    },
    amounts: {
      decide: (p) => p.amount,
      overdue: (p) => `førre rapport: ${p.amount}`,
      returned: (p) => p.amount,
      option: (p) => `siste tolv månader: ${p.amount}`,
      maximum: (p) => `over, med forbruket no: ${p.amount}`,
      'price-case': (p) => `siste tolv månader: ${p.amount}`,
      register: (p) => p.amount,
      checks: (p: { amount: string }) => `gjeld ${p.amount}`,
      declarations: (p) => p.amount,
      factors: (p) => p.amount,
      rulings: (p) => p.amount,
      figures: (p) => p.amount,
      case: (p) => p.amount,
      'nil-question': (p) => `bokført ${p.amount}`,
    },
    actMissing: 'Sjå kva som manglar',
    act: {
      decide: 'Behandle rapporten',
      overdue: 'Opne rapporten',
      returned: 'Sjå rapporten',
      option: 'Sjå datoane',
      maximum: 'Sjå forbruket',
      'price-case': 'Behandle prissaka',
      register: 'Svar på spørsmåla',
      checks: 'Sjå kontrollane',
      declarations: 'Sjå deklarasjonane',
      factors: 'Sjå framlegga',
      rulings: 'Sjå framlegga',
      figures: 'Sjå framlegga',
      case: 'Opne saka',
      'nil-question': 'Sjå spørsmålet',
    },
    matrix: 'Leverandørar med rapportar som manglar, må behandlast eller snart har frist',
    noExceptions: 'Ingen rapportar manglar, ventar på behandling eller har frist dei neste to vekene.',
    wholeMatrix: 'Sjå heile matrisa',
  },
};
