import { plural } from '@tallgrunn/values';
import type { StatementTexts } from './statement-text-dto.ts';

export const nn: StatementTexts = {
  fileName: 'leverandorvurdering',
  title: ({ supplier, year }) => `Leverandørvurdering ${year}: ${supplier}`,
  subtitle: ({ agreement, number, revision, decided, asOf }) =>
    `${agreement}. ${number}, utgåve ${revision}, avgjord ${decided}. Tal til og med ${asOf}.`,
  footer: ({ cooperative, number }) => `${cooperative} · ${number}`,
  overall: {
    heading: 'Samla vurdering',
    rating: ({ decided, proposed }) => `${decided}. Foreslått etter reglane: ${proposed}.`,
  },
  reason: 'Grunngiving',
  decidedBy: ({ name, date }) => `Avgjord av ${name}, ${date}.`,
  figures: {
    heading: 'Nøkkeltal',
    caption: 'Nøkkeltal med forslag etter reglane og vurderinga som er avgjord',
    heads: ['Nøkkeltal', 'Resultat', 'Byggjer på', 'Forslag', 'Vurdering'],
    names: {
      punctuality: 'Punktlegheit',
      'data-quality': 'Datakvalitet',
      coverage: 'Dekning',
      prices: 'Prisavvik',
      declarations: 'Miljødeklarasjonar',
      'open-cases': 'Opne saker',
    },
  },
  unknown: 'ikkje kjent',
  punctuality: ({ due, onTime, late, missing, excused }) =>
    `${onTime} av ${due} rapportar kom innan fristen, ${late} kom etter, ${missing} er ikkje leverte. For ${excused} av dei tel ingen dag som forseinkinga til leverandøren.`,
  noneDue: 'Ingen rapport hadde frist i året.',
  quality: ({ level, reports, lines, returned }) =>
    `${level[0]?.toUpperCase() ?? ''}${level.slice(1)}. ${reports} rapportar med ${lines} linjer, ${returned} sende tilbake.`,
  coverage: ({ share, booked }) =>
    `${share} av ${booked} bokført er kopla til rapporterte linjer, for alle avtalane til leverandøren.`,
  nothingBooked: 'Ingenting er bokført på leverandøren i året.',
  prices: ({ basis, open, claimed, accepted, charged }) =>
    `${basis === 'reported' ? 'Rapportar' : 'Fakturaer'}: ${open} over avtalt pris er ope, ${claimed} er i krav, ${accepted} har godteken grunngiving, av ${charged} samanlikna.`,
  nothingCompared: 'Ingen linjer er samanlikna med avtalte prisar.',
  declarations: ({ declared, items, required }) =>
    `${declared} av ${items} varer har godkjend deklarasjon. ${required === null ? 'Avtalen krev ingen andel enno.' : `Avtalen krev ${required}.`}`,
  openCases: ({ count }) =>
    count === 0
      ? 'Ingen opne saker som leverandøren kan sjå.'
      : plural('nn', count, { one: 'Éi open sak', other: `${count} opne saker` }) + ' som leverandøren kan sjå.',
  basis: {
    punctuality: ({ counted, total, share }) => `${counted} av ${total} rapportar med frist i året${share}`,
    'data-quality': ({ counted, total, share }) => `${counted} av ${total} rapportar som skulle vore leverte${share}`,
    coverage: ({ counted, total, share }) => `${counted} av ${total} rekneskapsmånader hos kjøparane${share}`,
    reported: ({ counted, total, share }) => `${counted} av ${total} linjer i rapportar${share}`,
    invoiced: ({ counted, total, share }) => `${counted} av ${total} linjer i fakturaer${share}`,
    declarations: ({ counted, total, share }) =>
      `${counted} av ${total} varer i prisskjemaa, dei med avtalt pris${share}`,
    'open-cases': 'alle opne saker leverandøren kan sjå',
    notStated: 'ikkje oppgitt',
  },
  late: {
    heading: 'Rapportar etter fristen',
    caption: 'Rapportar som kom etter fristen eller ikkje er leverte',
    heads: ['Periode', 'Frist', 'Yrkedagar etter fristen', 'Tel i vurderinga'],
    missing: 'ikkje levert',
    excused: 'nei',
    counts: 'ja',
  },
  checks: {
    heading: 'Kontrollar som ikkje er bestått',
    caption: 'Kontrollar med fleire funn enn nivået tillèt',
    heads: ['Kontroll', 'Nivå', 'Funn per 1 000 linjer'],
  },
  cases: {
    heading: 'Opne saker',
    caption: 'Opne saker som leverandøren kan sjå',
    heads: ['Sak', 'Gjeld', 'Status', 'Opna'],
    kinds: {
      late: 'Rapport som manglar',
      'poor-data': 'Datakvalitet',
      overcharging: 'Mogleg for høg pris',
      'off-contract': 'Sal utanfor avtalen',
      'missing-declaration': 'Deklarasjon som manglar',
      dispute: 'Usemje om ein leveranse',
      'report-correction': 'Retting av godkjend rapport',
      other: 'Anna',
    },
    statuses: {
      open: 'Open',
      'waiting-for-supplier': 'Ventar på leverandøren',
      'waiting-for-us': 'Ventar på innkjøpssamarbeidet',
      closed: 'Lukka',
    },
  },
  rules: {
    heading: 'Slik blir vurderingane foreslåtte',
    list: ({ share, prices, cases, limit }) => [
      `Punktlegheit og dekning: god frå ${share[0]}, nær målet frå ${share[1]}, må bli betre frå ${share[2]}, elles ikkje god nok.`,
      `Datakvalitet: god på forventa nivå eller betre, nær målet på påkravd nivå, må bli betre under det. Ikkje god nok når minst like mange rapportar òg er sende tilbake. Eit nivå er nådd når kvar kontroll på nivået, og på nivåa under, har høgst ${limit} funn per 1 000 linjer.`,
      `Prisavvik: ope beløp og beløp i krav er høgst ${prices[0]} av det samanlikna for god, ${prices[1]} for nær målet, ${prices[2]} for må bli betre.`,
      `Miljødeklarasjonar: god når andelen avtalen krev, er nådd. Under han gjeld ${share.join(', ')} av kravet som for punktlegheit.`,
      `Opne saker: ingen for god, høgst ${cases[1]} for nær målet, høgst ${cases[2]} for må bli betre.`,
      'Anna blir foreslått når talet ikkje er kjent eller avtalen ikkje stiller kravet. Samla forslag er den lågaste av dei andre.',
      'Reglane foreslår. Ein person har avgjort.',
    ],
  },
  comments: { heading: 'Kommentaren frå leverandøren', none: 'Leverandøren har ikkje kommentert.' },
};
