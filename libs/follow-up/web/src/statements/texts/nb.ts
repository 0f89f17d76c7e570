import { formatCount, formatInstant, plural } from '@tallgrunn/values';

/** Formatted counts; `share` in parentheses, empty when there is nothing to share. */
interface BasisCounts {
  readonly counted: string;
  readonly total: string;
  readonly share: string;
}

export const nb = {
  unknown: 'ikke kjent',
  ratings: {
    good: 'God',
    'approaching-target': 'Nær målet',
    'requires-improvement': 'Må bli bedre',
    inadequate: 'Ikke god nok',
    other: 'Annet',
  },
  figures: {
    punctuality: 'Punktlighet',
    'data-quality': 'Datakvalitet',
    coverage: 'Dekning',
    prices: 'Prisavvik',
    declarations: 'Miljødeklarasjoner',
    'open-cases': 'Åpne saker',
  },
  list: {
    title: 'Leverandørvurderinger',
    lead: 'Én vurdering per leverandør, avtale og år. Forslaget lages etter regler, og en person avgjør.',
    leadSupplier: 'Vurderinger av dere som innkjøpssamarbeidet har avgjort. Dere kan kommentere hver av dem.',
    caption: (p: { year: string }) => `Leverandørvurderinger for ${p.year}`,
    heads: {
      supplier: 'Leverandør',
      agreement: 'Avtale',
      rating: 'Samlet vurdering',
      decided: 'Avgjort',
      act: 'Handling',
    },
    notDecided: 'Ikke avgjort',
    comments: (p: { count: number }) => plural('nb', p.count, { one: 'én kommentar', other: `${p.count} kommentarer` }),
    year: 'År',
    otherYear: (p: { year: string }) => `Vis ${p.year}`,
    decide: 'Se tallene og avgjør',
    decideFor: (p: { supplier: string; agreement: string }) => `Se tallene og avgjør for ${p.supplier}, ${p.agreement}`,
    none: 'Ingen leverandører i året',
    noneReason: 'Ingen leverandør har en avtale i dette året.',
    noneSupplier: 'Innkjøpssamarbeidet har ikke avgjort noen vurdering av dere for dette året.',
  },
  statement: {
    heading: (p: { supplier: string; year: string }) => `Leverandørvurdering ${p.year}: ${p.supplier}`,
    lead: (p: { agreement: string; number: string; revision: number }) =>
      `${p.agreement}. ${p.number}, utgave ${p.revision}.`,
    overall: 'Samlet vurdering',
    reason: 'Begrunnelse',
    decided: (p: { name: string | null; at: string }) =>
      `Avgjort ${formatInstant(new Date(p.at), 'nb')}${p.name ? ` av ${p.name}` : ''}.`,
    download: 'Last ned (PDF)',
    fileName: (p: { number: string }) => `leverandorvurdering-${p.number}.pdf`,
    newer: 'Vurderingen er erstattet av en nyere utgave.',
    toNewer: 'Se den nyeste',
    redo: 'Avgjør på nytt',
    revisions: 'Utgaver',
    revision: (p: { number: string; revision: number; at: string }) =>
      `Utgave ${p.revision}, ${p.number}, ${formatInstant(new Date(p.at), 'nb')}`,
    comments: 'Leverandørens kommentar',
    noComments: 'Leverandøren har ikke kommentert.',
    comment: 'Kommentar',
    commentHelp: 'Innkjøpssamarbeidet får den på e-post. Den følger vurderingen og kan ikke endres.',
    commentMissing: 'Skriv en kommentar.',
    send: 'Send kommentaren',
    sent: 'Kommentaren er sendt.',
    by: (p: { name: string | null; at: string }) =>
      [p.name, formatInstant(new Date(p.at), 'nb')].filter(Boolean).join(', '),
  },
  decide: {
    heading: (p: { supplier: string; year: string }) => `Vurder ${p.supplier} for ${p.year}`,
    lead: (p: { agreement: string; asOf: string }) => `${p.agreement}. Tall til og med ${p.asOf}.`,
    title: 'Avgjør vurderingen',
    help: 'Reglene har foreslått en vurdering av hvert tall. Du avgjør. Leverandøren ser vurderingen, tallene og begrunnelsen.',
    overall: 'Samlet vurdering',
    reason: 'Begrunnelse',
    reasonHelp: 'Vises for leverandøren.',
    reasonMissing: 'Skriv hvorfor.',
    send: 'Avgjør og vis leverandøren',
    earlier: 'Tidligere utgaver',
  },
  table: {
    caption: 'Nøkkeltall, forslag etter reglene og vurdering',
    heads: {
      figure: 'Nøkkeltall',
      result: 'Resultat',
      basis: 'Bygger på',
      proposed: 'Forslag',
      rating: 'Vurdering',
      evidence: 'Grunnlag',
    },
    evidence: 'Se grunnlaget',
    evidenceOf: (p: { figure: string }) => `Se grunnlaget for ${p.figure.toLowerCase()}`,
  },
  results: {
    punctuality: (p: { due: string; onTime: string; late: string; missing: string; excused: string }) =>
      `${p.onTime} av ${p.due} rapporter kom innen fristen, ${p.late} kom etter, ${p.missing} er ikke levert. For ${p.excused} av dem teller ingen dag som leverandørens forsinkelse.`,
    noneDue: 'Ingen rapport hadde frist i året.',
    quality: (p: { level: string; reports: string; lines: string; returned: string }) =>
      `Nivå: ${p.level}. ${p.reports} rapporter med ${p.lines} linjer, ${p.returned} sendt tilbake.`,
    coverage: (p: { share: string; booked: string }) =>
      `${p.share} av ${p.booked} bokført er koblet til rapporterte linjer, for alle leverandørens avtaler.`,
    nothingBooked: 'Ingenting er bokført på leverandøren i året.',
    prices: (p: { basis: string; open: string; claimed: string; accepted: string; charged: string }) =>
      `${p.basis === 'reported' ? 'Rapporter' : 'Fakturaer'}: ${p.open} over avtalt pris er åpent, ${p.claimed} er i krav, ${p.accepted} har godtatt begrunnelse, av ${p.charged} sammenlignet.`,
    nothingCompared: 'Ingen linjer er sammenlignet med avtalte priser.',
    declarations: (p: { declared: string; items: string; required: string | null }) =>
      `${p.declared} av ${p.items} varer har godkjent deklarasjon. ${p.required === null ? 'Avtalen krever ingen andel ennå.' : `Avtalen krever ${p.required}.`}`,
    openCases: (p: { count: number }) =>
      p.count === 0
        ? 'Ingen åpne saker som leverandøren kan se.'
        : `${plural('nb', p.count, { one: 'Én åpen sak', other: `${p.count} åpne saker` })} som leverandøren kan se.`,
  },
  basis: {
    punctuality: ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} rapporter med frist i året${share}`,
    'data-quality': ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} rapporter som skulle vært levert${share}`,
    coverage: ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} regnskapsmåneder hos kjøperne${share}`,
    reported: ({ counted, total, share }: BasisCounts) => `${counted} av ${total} linjer i rapporter${share}`,
    invoiced: ({ counted, total, share }: BasisCounts) => `${counted} av ${total} linjer i fakturaer${share}`,
    declarations: ({ counted, total, share }: BasisCounts) =>
      `${counted} av ${total} varer i prisskjemaene, de med avtalt pris${share}`,
    'open-cases': 'alle åpne saker leverandøren kan se',
    notStated: 'ikke oppgitt',
  },
  late: {
    title: 'Rapporter etter fristen',
    heads: { period: 'Periode', due: 'Frist', days: 'Virkedager etter fristen', counts: 'Teller i vurderingen' },
    missing: 'ikke levert',
    counts: 'ja',
    excused: 'nei',
  },
  rules: {
    title: 'Slik foreslås vurderingene',
    share: (p: { good: string; near: string; improve: string }) =>
      `Punktlighet og dekning: god fra ${p.good}, nær målet fra ${p.near}, må bli bedre fra ${p.improve}, ellers ikke god nok.`,
    quality:
      'Datakvalitet: god på forventet nivå eller bedre, nær målet på påkrevd nivå, må bli bedre under det. Ikke god nok når minst like mange rapporter også er sendt tilbake.',
    prices: (p: { good: string; near: string; improve: string }) =>
      `Prisavvik: åpent beløp og beløp i krav er høyst ${p.good} av det sammenlignede for god, ${p.near} for nær målet, ${p.improve} for må bli bedre.`,
    declarations:
      'Miljødeklarasjoner: god når andelen avtalen krever, er nådd. Under den gjelder grensene for punktlighet, som andel av kravet.',
    cases: (p: { near: string; improve: string }) =>
      `Åpne saker: ingen for god, høyst ${p.near} for nær målet, høyst ${p.improve} for må bli bedre. Bare saker leverandøren kan se, teller.`,
    other:
      'Annet foreslås når tallet ikke er kjent eller avtalen ikke stiller kravet. Samlet forslag er den laveste av de andre.',
  },
  quality: {
    title: 'Datakvalitet',
    lead: (p: { from: string; to: string }) => `Rapporter sendt inn fra ${p.from} til ${p.to}. De beste først.`,
    leadSupplier: (p: { from: string; to: string }) =>
      `Rapportene dere sendte inn fra ${p.from} til ${p.to}. Andre leverandører ser ikke dette.`,
    period: (p: { from: string; to: string }) => `Rapporter sendt inn fra ${p.from} til ${p.to}.`,
    caption: 'Leverandører etter datakvalitet',
    heads: {
      rank: 'Plass',
      supplier: 'Leverandør',
      level: 'Nivå',
      lines: 'Linjer',
      required: 'Påkrevd: funn per 1 000',
      expected: 'Forventet: funn per 1 000',
      excellent: 'Svært godt: funn per 1 000',
      overridden: 'Overstyrte funn',
      returned: 'Sendt tilbake',
    },
    overridden: (p: { count: number; of: number }) => `${formatCount(p.count, 'nb')} av ${formatCount(p.of, 'nb')}`,
    levels: {
      'below-required': 'Under påkrevd',
      required: 'Påkrevd',
      expected: 'Forventet',
      excellent: 'Svært godt',
    },
    none: 'Ingen rapporter i perioden',
    noneReason: 'Datakvaliteten beregnes fra rapporter som er sendt inn.',
    explained: 'Slik beregnes nivåene',
    rule: 'Hver kontroll hører til ett nivå. En kontroll er bestått med høyst 10 funn per 1 000 linjer. Et nivå er nådd når alle kontrollene på det, og på nivåene under, er bestått.',
    counts:
      'Funn som ble rettet før innsending, teller. Overstyrte funn, der leverandøren svarte at det ikke er feil, teller ikke. Priser, forpliktelser og utløpte deklarasjoner har egne tall og teller ikke her.',
    meanings: [
      'Påkrevd: hvem som kjøpte, når, og for hvor mye.',
      'Forventet: hvilken vare, og i hvilken enhet.',
      'Svært godt: det som gjør linjen sporbar og brukbar i klimaregnskapet.',
    ],
    supplierHeading: (p: { supplier: string }) => `Datakvalitet: ${p.supplier}`,
    reached: (p: { level: string }) => `Nivå: ${p.level}`,
    levelsCaption: 'Nivåene',
    levelHeads: {
      level: 'Nivå',
      reached: 'Nådd',
      errors: 'Funn',
      perThousand: 'Per 1 000 linjer',
      failed: 'Kontroller ikke bestått',
    },
    yes: 'ja',
    no: 'nei',
    checksCaption: 'Kontroller med funn',
    checkHeads: {
      check: 'Kontroll',
      level: 'Nivå',
      findings: 'Funn',
      overridden: 'Svart: ikke feil',
      perThousand: 'Per 1 000 linjer',
      passed: 'Bestått',
    },
    noLevel: 'teller ikke',
    noChecks: 'Ingen funn i perioden.',
  },
};

export type StatementsTexts = typeof nb;
