import { plural } from '@tallgrunn/values';
import type { StatementTexts } from './statement-text-dto.ts';

export const nb: StatementTexts = {
  fileName: 'leverandorvurdering',
  title: ({ supplier, year }) => `Leverandørvurdering ${year}: ${supplier}`,
  subtitle: ({ agreement, number, revision, decided, asOf }) =>
    `${agreement}. ${number}, utgave ${revision}, avgjort ${decided}. Tall til og med ${asOf}.`,
  footer: ({ cooperative, number }) => `${cooperative} · ${number}`,
  overall: {
    heading: 'Samlet vurdering',
    rating: ({ decided, proposed }) => `${decided}. Foreslått etter reglene: ${proposed}.`,
  },
  reason: 'Begrunnelse',
  decidedBy: ({ name, date }) => `Avgjort av ${name}, ${date}.`,
  figures: {
    heading: 'Nøkkeltall',
    caption: 'Nøkkeltall med forslag etter reglene og vurderingen som er avgjort',
    heads: ['Nøkkeltall', 'Resultat', 'Bygger på', 'Forslag', 'Vurdering'],
    names: {
      punctuality: 'Punktlighet',
      'data-quality': 'Datakvalitet',
      coverage: 'Dekning',
      prices: 'Prisavvik',
      declarations: 'Miljødeklarasjoner',
      'open-cases': 'Åpne saker',
    },
  },
  unknown: 'ikke kjent',
  punctuality: ({ due, onTime, late, missing, excused }) =>
    `${onTime} av ${due} rapporter kom innen fristen, ${late} kom etter, ${missing} er ikke levert. For ${excused} av dem teller ingen dag som leverandørens forsinkelse.`,
  noneDue: 'Ingen rapport hadde frist i året.',
  quality: ({ level, reports, lines, returned }) =>
    `${level[0]?.toUpperCase() ?? ''}${level.slice(1)}. ${reports} rapporter med ${lines} linjer, ${returned} sendt tilbake.`,
  coverage: ({ share, booked }) =>
    `${share} av ${booked} bokført er koblet til rapporterte linjer, for alle leverandørens avtaler.`,
  nothingBooked: 'Ingenting er bokført på leverandøren i året.',
  prices: ({ basis, open, claimed, accepted, charged }) =>
    `${basis === 'reported' ? 'Rapporter' : 'Fakturaer'}: ${open} over avtalt pris er åpent, ${claimed} er i krav, ${accepted} har godtatt begrunnelse, av ${charged} sammenlignet.`,
  nothingCompared: 'Ingen linjer er sammenlignet med avtalte priser.',
  declarations: ({ declared, items, required }) =>
    `${declared} av ${items} varer har godkjent deklarasjon. ${required === null ? 'Avtalen krever ingen andel ennå.' : `Avtalen krever ${required}.`}`,
  openCases: ({ count }) =>
    count === 0
      ? 'Ingen åpne saker som leverandøren kan se.'
      : plural('nb', count, { one: 'Én åpen sak', other: `${count} åpne saker` }) + ' som leverandøren kan se.',
  basis: {
    punctuality: ({ counted, total, share }) => `${counted} av ${total} rapporter med frist i året${share}`,
    'data-quality': ({ counted, total, share }) => `${counted} av ${total} rapporter som skulle vært levert${share}`,
    coverage: ({ counted, total, share }) => `${counted} av ${total} regnskapsmåneder hos kjøperne${share}`,
    reported: ({ counted, total, share }) => `${counted} av ${total} linjer i rapporter${share}`,
    invoiced: ({ counted, total, share }) => `${counted} av ${total} linjer i fakturaer${share}`,
    declarations: ({ counted, total, share }) =>
      `${counted} av ${total} varer i prisskjemaene, de med avtalt pris${share}`,
    'open-cases': 'alle åpne saker leverandøren kan se',
    notStated: 'ikke oppgitt',
  },
  late: {
    heading: 'Rapporter etter fristen',
    caption: 'Rapporter som kom etter fristen eller ikke er levert',
    heads: ['Periode', 'Frist', 'Virkedager etter fristen', 'Teller i vurderingen'],
    missing: 'ikke levert',
    excused: 'nei',
    counts: 'ja',
  },
  checks: {
    heading: 'Kontroller som ikke er bestått',
    caption: 'Kontroller med flere funn enn nivået tillater',
    heads: ['Kontroll', 'Nivå', 'Funn per 1 000 linjer'],
  },
  cases: {
    heading: 'Åpne saker',
    caption: 'Åpne saker som leverandøren kan se',
    heads: ['Sak', 'Gjelder', 'Status', 'Åpnet'],
    kinds: {
      late: 'Rapport som mangler',
      'poor-data': 'Datakvalitet',
      overcharging: 'Mulig for høy pris',
      'off-contract': 'Salg utenfor avtalen',
      'missing-declaration': 'Deklarasjon som mangler',
      dispute: 'Uenighet om en leveranse',
      'report-correction': 'Retting av godkjent rapport',
      other: 'Annet',
    },
    statuses: {
      open: 'Åpen',
      'waiting-for-supplier': 'Venter på leverandøren',
      'waiting-for-us': 'Venter på innkjøpssamarbeidet',
      closed: 'Lukket',
    },
  },
  rules: {
    heading: 'Slik foreslås vurderingene',
    list: ({ share, prices, cases, limit }) => [
      `Punktlighet og dekning: god fra ${share[0]}, nær målet fra ${share[1]}, må bli bedre fra ${share[2]}, ellers ikke god nok.`,
      `Datakvalitet: god på forventet nivå eller bedre, nær målet på påkrevd nivå, må bli bedre under det. Ikke god nok når minst like mange rapporter også er sendt tilbake. Et nivå er nådd når hver kontroll på nivået, og på nivåene under, har høyst ${limit} funn per 1 000 linjer.`,
      `Prisavvik: åpent beløp og beløp i krav er høyst ${prices[0]} av det sammenlignede for god, ${prices[1]} for nær målet, ${prices[2]} for må bli bedre.`,
      `Miljødeklarasjoner: god når andelen avtalen krever, er nådd. Under den gjelder ${share.join(', ')} av kravet som for punktlighet.`,
      `Åpne saker: ingen for god, høyst ${cases[1]} for nær målet, høyst ${cases[2]} for må bli bedre.`,
      'Annet foreslås når tallet ikke er kjent eller avtalen ikke stiller kravet. Samlet forslag er den laveste av de andre.',
      'Reglene foreslår. En person har avgjort.',
    ],
  },
  comments: { heading: 'Leverandørens kommentar', none: 'Leverandøren har ikke kommentert.' },
};
