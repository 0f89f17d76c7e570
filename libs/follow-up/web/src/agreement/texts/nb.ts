import { formatCount, formatDate, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');

export const nb = {
  intro:
    'Alt her gjelder bare denne avtalen. Hver tabell viser høyst ti rader. Lenken under den fører til siden med alle radene og det du kan gjøre.',
  reports: {
    late: 'Rapporter over fristen',
    lateCaption: 'Rapporter over fristen, de mest forsinkede først',
    next: 'Neste rapporter',
    nextCaption: 'Neste rapport fra hver leverandør, og rapporter som kom i tide og er sendt tilbake',
    heads: { period: 'Periode', supplier: 'Leverandør', due: 'Frist', state: 'Status' },
    extended: (p: { from: string; reason: string }) => `utsatt fra ${formatDate(p.from, 'nb')}: ${p.reason}`,
    inTime: 'ble levert i tide',
    createdAfterDue: 'ble opprettet etter fristen og regnes ikke som sen',
    remind: 'Minn leverandørene',
    acts: { head: 'Gjør', extend: 'Utsett fristen', open: 'Åpne sak' },
    noneLate: 'Ingen rapporter er over fristen.',
    noneNext: 'Ingen rapporter som ikke er levert, har frist i dag eller senere.',
    noTerms: 'Avtalen har ingen vilkår ennå. Da er det heller ingen rapporter å levere.',
    exempt: (p: { count: number }) =>
      plural('nb', p.count, {
        one: 'Leverandøren er fritatt for én rapport med tidligere frist.',
        other: `Leverandørene er fritatt for ${count(p.count)} rapporter med tidligere frist.`,
      }),
    cut: (p: { count: number }) =>
      `Bare de ${count(p.count)} nyeste fristene er tatt med. Det kan finnes eldre rapporter som ikke er levert.`,
    all: 'Se alle rapporter i avtalen',
  },
  cases: {
    open: 'Åpne en sak om avtalen',
    title: 'Åpne saker',
    lead: 'Saker om denne avtalen. Saker der det ikke er valgt en avtale, er ikke med.',
    caption: 'Åpne saker om avtalen, den tidligste neste datoen først',
    none: 'Ingen saker om avtalen er åpne.',
    all: 'Se sakene om avtalen',
  },
  penalties: {
    title: 'Dagmulkt som venter på avgjørelse',
    lead: 'Beregnet etter vilkårene, for rapporter som er levert for sent eller ikke er levert. Ingenting skjer før en av dere avgjør det.',
    caption: 'Sene rapporter der dagmulkten ikke er avgjort, den nyeste fristen først',
    amount: 'Beregnet dagmulkt',
    none: 'Ingen sene rapporter venter på en avgjørelse.',
    cut: 'Bare de nyeste rapportene er tatt med. Det kan finnes eldre som ikke er avgjort.',
    all: 'Se sene rapporter i avtalen',
  },
  deviations: {
    title: 'Prisavvik',
    lead: 'Beløp over avtalt pris, uten mva., for alle måneder som er sammenlignet. Rapporterte og fakturerte beløp kan gjelde de samme kjøpene og legges aldri sammen.',
    caption: 'Prisavvik i avtalen etter leverandør, det største åpne beløpet først',
    heads: {
      open: 'Over avtalt pris, åpent',
      unknown: 'ikke kjent',
      openLines: 'Åpne linjer',
      compared: 'Linjer sammenlignet',
      notCompared: 'Linjer som ikke kunne sammenlignes',
    },
    none: 'Ingen av linjene som er sammenlignet, er over avtalt pris.',
    unknown: 'Ingen priser i avtalen er sammenlignet ennå. Det er ikke kjent om noe er over avtalt pris.',
    all: 'Se prisavvikene i avtalen',
  },
  claims: {
    title: 'Krav',
    lead: 'Krav mot leverandører for priser over avtalt pris, uten mva.',
    caption: 'Krav i avtalen, det nyeste først',
    none: 'Ingen krav er laget i avtalen.',
    all: 'Se kravene i avtalen',
  },
  quality: {
    title: 'Datakvalitet',
    lead: (p: { from: string; to: string }) => `Rapporter i avtalen som ble sendt inn fra ${p.from} til ${p.to}.`,
    caption: 'Leverandører i avtalen etter datakvalitet, de beste først',
    reports: 'Rapporter',
    unlisted: 'Leverandører som ikke er nevnt, har ikke sendt inn rapporter i perioden. Nivået deres er ikke kjent.',
    unknown: 'Ingen rapporter i avtalen er sendt inn i perioden. Datakvaliteten er ikke kjent.',
    all: 'Se datakvaliteten i avtalen',
  },
  declarations: {
    title: 'Miljødeklarasjoner',
    lead: 'Varer i avtalen som har en avtalt pris i dag, og hvor mange av dem som har en godkjent deklarasjon som gjelder i dag.',
    caption: 'Varer med miljødeklarasjon, etter leverandør',
    heads: { supplier: 'Leverandør', items: 'Varer', declared: 'Med deklarasjon', share: 'Andel' },
    shareUnknown: 'ikke kjent',
    unknown: 'Ingen varer i avtalen har en avtalt pris i dag. Andelen med deklarasjon er ikke kjent.',
    missing: {
      title: 'Varer uten godkjent miljødeklarasjon',
      lead: 'Varer uten godkjent deklarasjon, det leverandøren har levert mest av først. Beløpene er godkjente rapporter de siste tolv månedene, uten mva.',
      heads: { number: 'Varenummer', name: 'Vare', supplier: 'Leverandør', amount: 'Levert' },
      none: 'Alle varene med avtalt pris har en godkjent deklarasjon.',
      askOf: (p: { supplier: string }) => `Be ${p.supplier} om deklarasjonene som mangler`,
      cut: (p: { shown: number; total: number }) =>
        `Bare de første ${count(p.shown)} av ${count(p.total)} varer er med.`,
    },
    all: 'Se deklarasjonene i avtalen',
  },
  statements: {
    title: 'Leverandørvurderinger',
    lead: (p: { year: number; yearBefore: number }) => `Vurderinger for ${p.year} og ${p.yearBefore}.`,
    caption: 'Leverandørvurderinger i avtalen, det nyeste året først',
    none: 'Ingen leverandør har hatt avtalen i disse årene.',
    all: 'Se og avgjør vurderingene i avtalen',
  },
};

export type AgreementFollowUpTexts = typeof nb;
