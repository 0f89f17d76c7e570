import { plural } from '@tallgrunn/values';
import { count, day, workingDays, inDays } from '../terms/nn.ts';
import type { ManagingTexts } from './nb.ts';

/** Texts of the follow-up pages: the compliance matrix, overridden checks, and today's tasks. */
export const managingNn: ManagingTexts = {
  compliance: {
    remind: 'Minn om rapportar som manglar',
    messages: 'Sjå kva som er sendt',
    title: 'Rapportering',
    lead: 'Kven har levert, kven manglar, og kva ventar på deg. Kvar rute opnar rapporten.',
    caption: (p: { agreement: string }) => `Leverandørar og periodar på ${p.agreement}`,
    supplier: 'Leverandør',
    range: (p: { from: string; until: string }) => `Periodar frå ${day(p.from)} til ${day(p.until)}`,
    keys: 'Piltastane flyttar mellom rutene.',
    agreement: 'Avtale',
    all: 'Alle avtalar',
    noneTitle: 'Ingen rapportar å vise',
    none: 'Når ein avtale har leverandørar og vilkår, kjem periodane her.',
    cut: 'Det er fleire enn vi kan vise samla. Vel éin avtale.',
    noDuty: 'Ingen rapport',
    lateBy: (p: { days: number }) => `${workingDays(p.days)} for seint`,
    deliveredInTime: 'levert i tide',
    counts: (p: { state: string; count: number }) => `${p.state}: ${count(p.count)}`,
  },
  overrides: {
    title: 'Kontrollar som ofte blir avviste',
    lead: 'Når leverandørane ofte svarer at det ikkje er ein feil, veg kontrollen for tungt eller er for snever. Prisar over avtalt pris blir følgde opp som prisavvik. Gjeld rapportane som står frå dei siste tolv månadene.',
    caption: 'Kontrollar etter kor ofte det dei finn, ikkje er ein feil',
    noneTitle: 'Ingen kontrollar er avviste',
    none: 'Når ein leverandør svarer «Dette er ikkje ein feil», kjem kontrollen her.',
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
    review: 'Over 10 %: sjå på han',
    prices: 'Sjå prisavvika',
    few: 'For få til å seie noko',
    fine: 'Som venta',
  },
  today: {
    title: 'I dag',
    heading: (p) =>
      `I dag: ${p.count === 0 ? 'ingenting' : plural('nn', p.count, { one: 'éin ting', other: `${count(p.count)} ting` })} treng deg`,
    lead: 'Det som hastar, står først, og av det dei største beløpa.',
    noneTitle: 'Ingenting ventar på deg',
    noneReason: 'Ingen rapportar, fristar, opsjonar eller prissaker treng nokon i dag.',
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
      rulings: 'Reglar',
      figures: 'Offisielle tal',
      case: 'Sak',
      'nil-question': 'Spørsmål',
    },
    what: {
      decide: (p) => `Rapport for ${p.period} ventar på avgjerd`,
      overdue: (p) =>
        plural('nn', p.count, {
          one: `Rapport for ${p.period} manglar`,
          other: `${count(p.count)} rapportar manglar, den eldste for ${p.period}`,
        }),
      returned: (p) => `Rapport for ${p.period} er ikkje komen att`,
      option: (p) => `Opsjon ${count(p.number)} må avgjerast`,
      maximum: () => 'Maksimalverdien rekk ikkje ut avtalen',
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
          one: 'Éin deklarasjon ventar på avgjerd',
          other: `${count(p.count)} deklarasjonar ventar på avgjerd`,
        }),
      factors: (p) =>
        plural('nn', p.count, {
          one: 'Eitt framlegg om faktor ventar på svaret ditt',
          other: `${count(p.count)} framlegg om faktor ventar på svaret ditt`,
        }),
      rulings: (p) =>
        plural('nn', p.count, {
          one: 'Eitt framlegg om kva som tel, ventar på svaret ditt',
          other: `${count(p.count)} framlegg om kva som tel, ventar på svaret ditt`,
        }),
      figures: (p) =>
        plural('nn', p.count, {
          one: 'Eitt framlegg om tal som skal publiserast, ventar på svaret ditt',
          other: `${count(p.count)} framlegg om tal som skal publiserast, ventar på svaret ditt`,
        }),
      case: (p) => `Sak ${p.note} skal følgjast opp`,
      'nil-question': (p) =>
        `${plural('nn', p.count, { one: 'Éin faktura', other: `${count(p.count)} fakturaer` })} kan seie imot at det ikkje vart levert noko i ${p.period}`,
    },
    why: {
      decide: (p) =>
        p.days === 0
          ? 'Kom inn i dag, og gjeld ikkje før du har sett på han.'
          : `Har venta i ${workingDays(p.days)}, og gjeld ikkje før du har sett på han.`,
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
          : `Slik det går no, er han brukt opp ${day(p.due)}, ${inDays(p.days)}.`,
      'price-case': (p) =>
        p.days < 0 ? `Skulle gjelde frå ${day(p.due)}.` : `Skal gjelde frå ${day(p.due)}, ${inDays(p.days)}.`,
      register: 'Avtalane i fila er ikkje i bruk før du har svart.',
      checks: 'Leverandørane seier i meir enn 10 % av tilfella at det ikkje er ein feil. Sjå om vilkåra veg han rett.',
      declarations: 'Talet tel ikkje før du har sett på sjekklista.',
      proposals: 'To personar må seie det same før tala blir endra.',
      case: (p) => `Neste dato var ${day(p.due)}`,
      'nil-question':
        'Kjøpa er bokførte etter at leverandøren melde at ingenting var levert. Leverandøren er spurd, og har ikkje forklart det.',
    },
    amounts: {
      decide: (p) => p.amount,
      overdue: (p) => `førre rapport: ${p.amount}`,
      returned: (p) => p.amount,
      option: (p) => `siste tolv månader: ${p.amount}`,
      maximum: (p) => `over: ${p.amount}`,
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
      decide: 'Avgjer rapporten',
      overdue: 'Opne rapporten',
      returned: 'Sjå rapporten',
      option: 'Sjå datoane',
      maximum: 'Sjå forbruket',
      'price-case': 'Avgjer prissaka',
      register: 'Svar på spørsmåla',
      checks: 'Sjå kontrollane',
      declarations: 'Avgjer',
      factors: 'Sjå framlegga',
      rulings: 'Sjå framlegga',
      figures: 'Sjå framlegga',
      case: 'Opne saka',
      'nil-question': 'Sjå spørsmålet',
    },
    matrix: 'Leverandørar der noko manglar, ventar eller snart har frist',
    noExceptions: 'Alle har levert det som skulle vore levert.',
    wholeMatrix: 'Sjå heile matrisa',
  },
};
