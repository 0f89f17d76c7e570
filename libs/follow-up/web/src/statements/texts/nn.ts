import { formatCount, formatInstant, plural } from '@tallgrunn/values';
import type { StatementsTexts } from './nb.ts';

interface BasisCounts {
  readonly counted: string;
  readonly total: string;
  readonly share: string;
}

export const nn = {
  unknown: 'ikkje kjent',
  ratings: {
    good: 'God',
    'approaching-target': 'Nær målet',
    'requires-improvement': 'Må bli betre',
    inadequate: 'Ikkje god nok',
    other: 'Anna',
  },
  figures: {
    punctuality: 'Punktlegheit',
    'data-quality': 'Datakvalitet',
    coverage: 'Dekning',
    prices: 'Prisavvik',
    declarations: 'Miljødeklarasjonar',
    'open-cases': 'Opne saker',
  },
  list: {
    title: 'Leverandørvurderingar',
    lead: 'Éi vurdering per leverandør, avtale og år. Forslaget blir laga etter reglar, og ein person avgjer.',
    leadSupplier: 'Vurderingar av dykk som innkjøpssamarbeidet har avgjort. De kan kommentere kvar av dei.',
    caption: (p: { year: string }) => `Leverandørvurderingar for ${p.year}`,
    heads: {
      supplier: 'Leverandør',
      agreement: 'Avtale',
      rating: 'Samla vurdering',
      decided: 'Avgjord',
      act: 'Handling',
    },
    notDecided: 'Ikkje avgjord',
    comments: (p: { count: number }) =>
      plural('nn', p.count, { one: 'éin kommentar', other: `${p.count} kommentarar` }),
    year: 'År',
    otherYear: (p: { year: string }) => `Vis ${p.year}`,
    decide: 'Sjå tala og avgjer',
    decideFor: (p: { supplier: string; agreement: string }) => `Sjå tala og avgjer for ${p.supplier}, ${p.agreement}`,
    none: 'Ingen leverandørar i året',
    noneReason: 'Ingen leverandør har ein avtale i dette året.',
    noneSupplier: 'Innkjøpssamarbeidet har ikkje avgjort noka vurdering av dykk for dette året.',
  },
  statement: {
    heading: (p: { supplier: string; year: string }) => `Leverandørvurdering ${p.year}: ${p.supplier}`,
    lead: (p: { agreement: string; number: string; revision: number }) =>
      `${p.agreement}. ${p.number}, utgåve ${p.revision}.`,
    overall: 'Samla vurdering',
    reason: 'Grunngiving',
    decided: (p: { name: string | null; at: string }) =>
      `Avgjord ${formatInstant(new Date(p.at), 'nn')}${p.name ? ` av ${p.name}` : ''}.`,
    download: 'Last ned (PDF)',
    fileName: (p: { number: string }) => `leverandorvurdering-${p.number}.pdf`,
    newer: 'Vurderinga er erstatta av ei nyare utgåve.',
    toNewer: 'Sjå den nyaste',
    redo: 'Avgjer på nytt',
    revisions: 'Utgåver',
    revision: (p: { number: string; revision: number; at: string }) =>
      `Utgåve ${p.revision}, ${p.number}, ${formatInstant(new Date(p.at), 'nn')}`,
    comments: 'Kommentaren frå leverandøren',
    noComments: 'Leverandøren har ikkje kommentert.',
    comment: 'Kommentar',
    commentHelp: 'Innkjøpssamarbeidet får han på e-post. Han følgjer vurderinga og kan ikkje endrast.',
    commentMissing: 'Skriv ein kommentar.',
    send: 'Send kommentaren',
    sent: 'Kommentaren er send.',
    by: (p: { name: string | null; at: string }) =>
      [p.name, formatInstant(new Date(p.at), 'nn')].filter(Boolean).join(', '),
  },
  decide: {
    heading: (p: { supplier: string; year: string }) => `Vurder ${p.supplier} for ${p.year}`,
    lead: (p: { agreement: string; asOf: string }) => `${p.agreement}. Tal til og med ${p.asOf}.`,
    title: 'Avgjer vurderinga',
    help: 'Reglane har foreslått ei vurdering av kvart tal. Du avgjer. Leverandøren ser vurderinga, tala og grunngivinga.',
    overall: 'Samla vurdering',
    reason: 'Grunngiving',
    reasonHelp: 'Blir vist for leverandøren.',
    reasonMissing: 'Skriv kvifor.',
    send: 'Avgjer og vis leverandøren',
    earlier: 'Tidlegare utgåver',
  },
  table: {
    caption: 'Nøkkeltal, forslag etter reglane og vurdering',
    heads: {
      figure: 'Nøkkeltal',
      result: 'Resultat',
      basis: 'Byggjer på',
      proposed: 'Forslag',
      rating: 'Vurdering',
      evidence: 'Grunnlag',
    },
    evidence: 'Sjå grunnlaget',
    evidenceOf: (p: { figure: string }) => `Sjå grunnlaget for ${p.figure.toLowerCase()}`,
  },
  results: {
    punctuality: (p: { due: string; onTime: string; late: string; missing: string; excused: string }) =>
      `${p.onTime} av ${p.due} rapportar kom innan fristen, ${p.late} kom etter, ${p.missing} er ikkje leverte. For ${p.excused} av dei tel ingen dag som forseinkinga til leverandøren.`,
    noneDue: 'Ingen rapport hadde frist i året.',
    quality: (p: { level: string; reports: string; lines: string; returned: string }) =>
      `Nivå: ${p.level}. ${p.reports} rapportar med ${p.lines} linjer, ${p.returned} sende tilbake.`,
    coverage: (p: { share: string; booked: string }) =>
      `${p.share} av ${p.booked} bokført er kopla til rapporterte linjer, for alle avtalane til leverandøren.`,
    nothingBooked: 'Ingenting er bokført på leverandøren i året.',
    prices: (p: { basis: string; open: string; claimed: string; accepted: string; charged: string }) =>
      `${p.basis === 'reported' ? 'Rapportar' : 'Fakturaer'}: ${p.open} over avtalt pris er ope, ${p.claimed} er i krav, ${p.accepted} har godteken grunngiving, av ${p.charged} samanlikna.`,
    nothingCompared: 'Ingen linjer er samanlikna med avtalte prisar.',
    declarations: (p: { declared: string; items: string; required: string | null }) =>
      `${p.declared} av ${p.items} varer har godkjend deklarasjon. ${p.required === null ? 'Avtalen krev ingen andel enno.' : `Avtalen krev ${p.required}.`}`,
    openCases: (p: { count: number }) =>
      p.count === 0
        ? 'Ingen opne saker som leverandøren kan sjå.'
        : `${plural('nn', p.count, { one: 'Éi open sak', other: `${p.count} opne saker` })} som leverandøren kan sjå.`,
  },
  basis: {
    punctuality: ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} rapportar med frist i året${share}`,
    'data-quality': ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} rapportar som skulle vore leverte${share}`,
    coverage: ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} rekneskapsmånader hos kjøparane${share}`,
    reported: ({ counted, total, share }: BasisCounts) => `${counted} av ${total} linjer i rapportar${share}`,
    invoiced: ({ counted, total, share }: BasisCounts) => `${counted} av ${total} linjer i fakturaer${share}`,
    declarations: ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} varer i prisskjemaa, dei med avtalt pris${share}`,
    'open-cases': 'alle opne saker leverandøren kan sjå',
    notStated: 'ikkje oppgitt',
  },
  late: {
    title: 'Rapportar etter fristen',
    heads: { period: 'Periode', due: 'Frist', days: 'Yrkedagar etter fristen', counts: 'Tel i vurderinga' },
    missing: 'ikkje levert',
    counts: 'ja',
    excused: 'nei',
  },
  rules: {
    title: 'Slik blir vurderingane foreslåtte',
    share: (p: { good: string; near: string; improve: string }) =>
      `Punktlegheit og dekning: god frå ${p.good}, nær målet frå ${p.near}, må bli betre frå ${p.improve}, elles ikkje god nok.`,
    quality:
      'Datakvalitet: god på forventa nivå eller betre, nær målet på påkravd nivå, må bli betre under det. Ikkje god nok når minst like mange rapportar òg er sende tilbake.',
    prices: (p: { good: string; near: string; improve: string }) =>
      `Prisavvik: ope beløp og beløp i krav er høgst ${p.good} av det samanlikna for god, ${p.near} for nær målet, ${p.improve} for må bli betre.`,
    declarations:
      'Miljødeklarasjonar: god når andelen avtalen krev, er nådd. Under han gjeld grensene for punktlegheit, som andel av kravet.',
    cases: (p: { near: string; improve: string }) =>
      `Opne saker: ingen for god, høgst ${p.near} for nær målet, høgst ${p.improve} for må bli betre. Berre saker leverandøren kan sjå, tel.`,
    other:
      'Anna blir foreslått når talet ikkje er kjent eller avtalen ikkje stiller kravet. Samla forslag er den lågaste av dei andre.',
  },
  quality: {
    title: 'Datakvalitet',
    lead: (p: { from: string; to: string }) => `Rapportar sende inn frå ${p.from} til ${p.to}. Dei beste først.`,
    leadSupplier: (p: { from: string; to: string }) =>
      `Rapportane de sende inn frå ${p.from} til ${p.to}. Andre leverandørar ser ikkje dette.`,
    period: (p: { from: string; to: string }) => `Rapportar sende inn frå ${p.from} til ${p.to}.`,
    caption: 'Leverandørar etter datakvalitet',
    heads: {
      rank: 'Plass',
      supplier: 'Leverandør',
      level: 'Nivå',
      lines: 'Linjer',
      required: 'Påkravd: funn per 1 000',
      expected: 'Forventa: funn per 1 000',
      excellent: 'Svært godt: funn per 1 000',
      overridden: 'Overstyrte funn',
      returned: 'Sende tilbake',
    },
    overridden: (p) => `${formatCount(p.count, 'nn')} av ${formatCount(p.of, 'nn')}`,
    levels: {
      'below-required': 'Under påkravd',
      required: 'Påkravd',
      expected: 'Forventa',
      excellent: 'Svært godt',
    },
    none: 'Ingen rapportar i perioden',
    noneReason: 'Datakvaliteten blir berekna frå rapportar som er sende inn.',
    explained: 'Slik blir nivåa berekna',
    rule: 'Kvar kontroll høyrer til eitt nivå. Ein kontroll er bestått med høgst 10 funn per 1 000 linjer. Eit nivå er nådd når alle kontrollane på det, og på nivåa under, er bestått.',
    counts:
      'Funn som vart retta før innsending, tel. Overstyrte funn, der leverandøren svarte at det ikkje er feil, tel ikkje. Prisar, forpliktingar og utgåtte deklarasjonar har eigne tal og tel ikkje her.',
    meanings: [
      'Påkravd: kven som kjøpte, når, og for kor mykje.',
      'Forventa: kva vare, og i kva eining.',
      'Svært godt: det som gjer linja sporbar og brukbar i klimarekneskapen.',
    ],
    supplierHeading: (p: { supplier: string }) => `Datakvalitet: ${p.supplier}`,
    reached: (p: { level: string }) => `Nivå: ${p.level}`,
    levelsCaption: 'Nivåa',
    levelHeads: {
      level: 'Nivå',
      reached: 'Nådd',
      errors: 'Funn',
      perThousand: 'Per 1 000 linjer',
      failed: 'Kontrollar ikkje bestått',
    },
    yes: 'ja',
    no: 'nei',
    checksCaption: 'Kontrollar med funn',
    checkHeads: {
      check: 'Kontroll',
      level: 'Nivå',
      findings: 'Funn',
      overridden: 'Svart: ikkje feil',
      perThousand: 'Per 1 000 linjer',
      passed: 'Bestått',
    },
    noLevel: 'tel ikkje',
    noChecks: 'Ingen funn i perioden.',
  },
} satisfies StatementsTexts;
