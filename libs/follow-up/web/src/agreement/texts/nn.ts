import { formatCount, formatDate, plural } from '@tallgrunn/values';
import type { AgreementFollowUpTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'nn');

export const nn = {
  intro:
    'Alt her gjeld berre denne avtalen. Kvar tabell viser høgst ti rader. Lenkja under han fører til sida med alle radene og det du kan gjere.',
  reports: {
    late: 'Rapportar over fristen',
    lateCaption: 'Rapportar over fristen, dei mest forseinka først',
    next: 'Neste rapportar',
    nextCaption: 'Neste rapport frå kvar leverandør, og rapportar som kom i tide og er sende tilbake',
    heads: { period: 'Periode', supplier: 'Leverandør', due: 'Frist', state: 'Status' },
    extended: (p) => `utsett frå ${formatDate(p.from, 'nn')}: ${p.reason}`,
    inTime: 'vart levert i tide',
    createdAfterDue: 'vart oppretta etter fristen og blir ikkje rekna som sein',
    remind: 'Minn leverandørane',
    acts: { head: 'Gjer', extend: 'Utset fristen', open: 'Opne sak' },
    noneLate: 'Ingen rapportar er over fristen.',
    noneNext: 'Ingen rapportar som ikkje er leverte, har frist i dag eller seinare.',
    noTerms: 'Avtalen har ingen vilkår enno. Då er det heller ingen rapportar å levere.',
    exempt: (p) =>
      plural('nn', p.count, {
        one: 'Leverandøren er friteken for éin rapport med tidlegare frist.',
        other: `Leverandørane er fritekne for ${count(p.count)} rapportar med tidlegare frist.`,
      }),
    cut: (p) =>
      `Berre dei ${count(p.count)} nyaste fristane er tekne med. Det kan finnast eldre rapportar som ikkje er leverte.`,
    all: 'Sjå alle rapportar i avtalen',
  },
  cases: {
    open: 'Opne ei sak om avtalen',
    title: 'Opne saker',
    lead: 'Saker om denne avtalen. Saker der det ikkje er valt ein avtale, er ikkje med.',
    caption: 'Opne saker om avtalen, den tidlegaste neste datoen først',
    none: 'Ingen saker om avtalen er opne.',
    all: 'Sjå sakene om avtalen',
  },
  penalties: {
    title: 'Dagmulkt som ventar på avgjerd',
    lead: 'Berekna etter vilkåra, for rapportar som er leverte for seint eller ikkje er leverte. Ingenting skjer før ein av dykk avgjer det.',
    caption: 'Seine rapportar der dagmulkta ikkje er avgjord, den nyaste fristen først',
    amount: 'Berekna dagmulkt',
    none: 'Ingen seine rapportar ventar på ei avgjerd.',
    cut: 'Berre dei nyaste rapportane er tekne med. Det kan finnast eldre som ikkje er avgjorde.',
    all: 'Sjå seine rapportar i avtalen',
  },
  deviations: {
    title: 'Prisavvik',
    lead: 'Beløp over avtalt pris, utan mva., for alle månader som er samanlikna. Rapporterte og fakturerte beløp kan gjelde dei same kjøpa og blir aldri lagde saman.',
    caption: 'Prisavvik i avtalen etter leverandør, det største opne beløpet først',
    heads: {
      open: 'Over avtalt pris, ope',
      unknown: 'ikkje kjent',
      openLines: 'Opne linjer',
      compared: 'Linjer samanlikna',
      notCompared: 'Linjer som ikkje kunne samanliknast',
    },
    none: 'Ingen av linjene som er samanlikna, er over avtalt pris.',
    unknown: 'Ingen prisar i avtalen er samanlikna enno. Det er ikkje kjent om noko er over avtalt pris.',
    all: 'Sjå prisavvika i avtalen',
  },
  claims: {
    title: 'Krav',
    lead: 'Krav mot leverandørar for prisar over avtalt pris, utan mva.',
    caption: 'Krav i avtalen, det nyaste først',
    none: 'Ingen krav er laga i avtalen.',
    all: 'Sjå krava i avtalen',
  },
  quality: {
    title: 'Datakvalitet',
    lead: (p) => `Rapportar i avtalen som vart sende inn frå ${p.from} til ${p.to}.`,
    caption: 'Leverandørar i avtalen etter datakvalitet, dei beste først',
    reports: 'Rapportar',
    unlisted:
      'Leverandørar som ikkje er nemnde, har ikkje sendt inn rapportar i perioden. Nivået deira er ikkje kjent.',
    unknown: 'Ingen rapportar i avtalen er sende inn i perioden. Datakvaliteten er ikkje kjend.',
    all: 'Sjå datakvaliteten i avtalen',
  },
  declarations: {
    title: 'Miljødeklarasjonar',
    lead: 'Varer i avtalen som har ein avtalt pris i dag, og kor mange av dei som har ein godkjend deklarasjon som gjeld i dag.',
    caption: 'Varer med miljødeklarasjon, etter leverandør',
    heads: { supplier: 'Leverandør', items: 'Varer', declared: 'Med deklarasjon', share: 'Del' },
    shareUnknown: 'ikkje kjent',
    unknown: 'Ingen varer i avtalen har ein avtalt pris i dag. Delen med deklarasjon er ikkje kjend.',
    missing: {
      title: 'Varer utan godkjend miljødeklarasjon',
      lead: 'Varer utan godkjend deklarasjon, det leverandøren har levert mest av først. Beløpa er godkjende rapportar dei siste tolv månadene, utan mva.',
      heads: { number: 'Varenummer', name: 'Vare', supplier: 'Leverandør', amount: 'Levert' },
      none: 'Alle varene med avtalt pris har ein godkjend deklarasjon.',
      askOf: (p) => `Be ${p.supplier} om deklarasjonane som manglar`,
      cut: (p) => `Berre dei første ${count(p.shown)} av ${count(p.total)} varer er med.`,
    },
    all: 'Sjå deklarasjonane i avtalen',
  },
  statements: {
    title: 'Leverandørvurderingar',
    lead: (p) => `Vurderingar for ${p.year} og ${p.yearBefore}.`,
    caption: 'Leverandørvurderingar i avtalen, det nyaste året først',
    none: 'Ingen leverandør har hatt avtalen i desse åra.',
    all: 'Sjå og avgjer vurderingane i avtalen',
  },
} satisfies AgreementFollowUpTexts;
