import type { Language } from '@tallgrunn/values';
import type { CaseKind, CaseStatus } from '../cases/case.ts';
import type { PriceBasis } from '../price-deviations/charged-lines.ts';

export interface MeetingSheetTexts {
  readonly fileName: string;
  title(p: { supplier: string }): string;
  subtitle(p: { period: string; orgNumber: string | null; today: string }): string;
  footer(p: { cooperative: string; today: string; isForSupplier: boolean }): string;
  months(p: { from: string; to: string }): string;
  readonly measure: string;
  readonly none: string;
  readonly unknown: string;
  readonly agreements: string;
  readonly noAgreements: string;
  readonly amounts: {
    readonly heading: string;
    readonly caption: string;
    readonly reports: string;
    readonly reported: string;
    readonly lineCount: string;
    readonly complete: string;
    ledgerMonths(p: { complete: string; expected: string }): string;
    readonly booked: string;
    readonly linked: string;
    readonly linkedShare: string;
    outside(p: { amount: string }): string;
    readonly help: string;
  };
  readonly punctuality: {
    readonly heading: string;
    readonly caption: string;
    readonly due: string;
    readonly onTime: string;
    readonly late: string;
    readonly missing: string;
    readonly exempt: string;
    readonly meanDaysLate: string;
  };
  readonly quality: {
    readonly heading: string;
    readonly caption: string;
    readonly reports: string;
    readonly lines: string;
    readonly returned: string;
    readonly findings: string;
    readonly perThousand: string;
    readonly overridden: string;
    readonly checksCaption: string;
    readonly check: string;
  };
  readonly commitments: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string];
    readonly none: string;
    readonly noField: string;
    readonly noLines: string;
    delivered(p: { share: string; amount: string }): string;
  };
  readonly deviations: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string, string, string];
    readonly none: string;
    readonly basis: Readonly<Record<PriceBasis, string>>;
  };
  readonly declarations: {
    readonly heading: string;
    covered(p: { declared: string; items: string }): string;
    waiting(p: { count: string }): string;
    expiring(p: { count: string }): string;
  };
  readonly cases: {
    readonly heading: string;
    readonly caption: string;
    readonly heads: readonly [string, string, string, string, string];
    readonly none: string;
    readonly kinds: Readonly<Record<CaseKind, string>>;
    readonly statuses: Readonly<Record<CaseStatus, string>>;
  };
  readonly meetings: { readonly heading: string; readonly none: string };
}

const nb: MeetingSheetTexts = {
  fileName: 'moteark',
  title: ({ supplier }) => `Møteark: ${supplier}`,
  subtitle: ({ period, orgNumber, today }) =>
    `${orgNumber ? `Org.nr. ${orgNumber}. ` : ''}Tall for ${period}, slik de er ${today}.`,
  footer: ({ cooperative, today, isForSupplier }) =>
    `${cooperative} · ${today}${isForSupplier ? '' : ' · Internt for innkjøpssamarbeidet'}`,
  months: ({ from, to }) => (from === to ? from : `${from} til ${to}`),
  measure: 'Mål',
  none: 'ingen',
  unknown: 'ikke kjent',
  agreements: 'Avtaler i perioden',
  noAgreements: 'Leverandøren har ingen avtale i perioden.',
  amounts: {
    heading: 'Omsetning',
    caption: 'Beløp i kroner uten mva.',
    reports: 'Godkjente rapporter for perioden',
    reported: 'Rapportert i godkjente rapporter',
    lineCount: 'Rapporterte linjer',
    complete: 'Komplette måneder i kjøpernes regnskap',
    ledgerMonths: ({ complete, expected }) => `${complete} av ${expected}`,
    booked: 'Bokført hos kjøperne',
    linked: 'Av det bokførte: koblet til rapporterte linjer',
    linkedShare: 'Andel koblet',
    outside: ({ amount }) =>
      `I tillegg er ${amount} bokført på linjer der mva. ikke er kjent. De er ikke med i summene.`,
    help: 'Rapporterte og bokførte beløp kan gjelde de samme kjøpene og legges aldri sammen.',
  },
  punctuality: {
    heading: 'Punktlighet',
    caption: 'Rapporter med frist i perioden',
    due: 'Skulle leveres',
    onTime: 'Kom innen fristen',
    late: 'Kom etter fristen',
    missing: 'Ikke levert',
    exempt: 'Fritatt',
    meanDaysLate: 'Virkedager etter fristen, i snitt for de sene',
  },
  quality: {
    heading: 'Datakvalitet',
    caption: 'Rapporter levert i perioden',
    reports: 'Rapporter',
    lines: 'Linjer',
    returned: 'Sendt tilbake',
    findings: 'Funn som trengte svar eller retting',
    perThousand: 'Funn per 1 000 linjer',
    overridden: 'Funn der leverandøren svarte at det ikke var feil',
    checksCaption: 'Kontrollene med flest funn i perioden',
    check: 'Kontroll',
  },
  commitments: {
    heading: 'Tilbudt og levert',
    caption: 'Andel av beløpet i godkjente rapporter, uten mva., som oppfyller det leverandøren tilbød',
    heads: ['Avtale', 'Gjelder', 'Tilbudt'],
    none: 'Vilkårene har ingen forpliktelser fra tilbudet.',
    noField: 'kolonnen mangler i rapportene',
    noLines: 'ingen linjer',
    delivered: ({ share, amount }) => `${share} av ${amount}`,
  },
  deviations: {
    heading: 'Mulige prisavvik',
    caption: 'Beløp over avtalt pris i perioden, uten mva.',
    heads: ['Avtale', 'Grunnlag', 'Åpent', 'Begrunnelse godtatt', 'I krav'],
    none: 'Ingen linjer i perioden har pris over den avtalte.',
    basis: { reported: 'Rapportert', invoiced: 'Fakturert' },
  },
  declarations: {
    heading: 'Miljødeklarasjoner',
    covered: ({ declared, items }) =>
      `${declared} av ${items} varer med avtalt pris har en godkjent deklarasjon som gjelder i dag.`,
    waiting: ({ count }) => `Deklarasjoner til godkjenning: ${count}`,
    expiring: ({ count }) => `Deklarasjoner som går ut innen 90 dager: ${count}`,
  },
  cases: {
    heading: 'Åpne saker',
    caption: 'Saker som ikke er lukket',
    heads: ['Sak', 'Gjelder', 'Status', 'Neste dato', 'Ansvarlig'],
    none: 'Ingen saker er åpne.',
    kinds: {
      late: 'Rapport som mangler',
      'poor-data': 'Datakvalitet',
      overcharging: 'Mulig for høy pris',
      'off-contract': 'Salg utenfor avtalen',
      'missing-declaration': 'Deklarasjon som mangler',
      dispute: 'Uenighet om en leveranse',
      'report-correction': 'Retting av godkjent rapport',
      'extension-request': 'Ønske om lengre frist',
      'exemption-request': 'Ønske om fritak',
      'stop-request': 'Ønske om å slutte å rapportere',
      'data-correction-request': 'Ønske om å rette opplysninger',
      other: 'Annet',
    },
    statuses: {
      open: 'Åpen',
      'waiting-for-supplier': 'Venter på leverandøren',
      'waiting-for-us': 'Venter på innkjøpssamarbeidet',
      closed: 'Lukket',
    },
  },
  meetings: { heading: 'Fra tidligere møter', none: 'Ingen møter er registrert i sakene.' },
};

const nn: MeetingSheetTexts = {
  fileName: 'moteark',
  title: ({ supplier }) => `Møteark: ${supplier}`,
  subtitle: ({ period, orgNumber, today }) =>
    `${orgNumber ? `Org.nr. ${orgNumber}. ` : ''}Tal for ${period}, slik dei er ${today}.`,
  footer: ({ cooperative, today, isForSupplier }) =>
    `${cooperative} · ${today}${isForSupplier ? '' : ' · Internt for innkjøpssamarbeidet'}`,
  months: ({ from, to }) => (from === to ? from : `${from} til ${to}`),
  measure: 'Mål',
  none: 'ingen',
  unknown: 'ikkje kjent',
  agreements: 'Avtalar i perioden',
  noAgreements: 'Leverandøren har ingen avtale i perioden.',
  amounts: {
    heading: 'Omsetning',
    caption: 'Beløp i kroner utan mva.',
    reports: 'Godkjende rapportar for perioden',
    reported: 'Rapportert i godkjende rapportar',
    lineCount: 'Rapporterte linjer',
    complete: 'Komplette månader i rekneskapen til kjøparane',
    ledgerMonths: ({ complete, expected }) => `${complete} av ${expected}`,
    booked: 'Bokført hos kjøparane',
    linked: 'Av det bokførte: kopla til rapporterte linjer',
    linkedShare: 'Andel kopla',
    outside: ({ amount }) =>
      `I tillegg er ${amount} bokført på linjer der mva. ikkje er kjend. Dei er ikkje med i summane.`,
    help: 'Rapporterte og bokførte beløp kan gjelde dei same kjøpa og blir aldri lagde saman.',
  },
  punctuality: {
    heading: 'Punktlegheit',
    caption: 'Rapportar med frist i perioden',
    due: 'Skulle leverast',
    onTime: 'Kom innan fristen',
    late: 'Kom etter fristen',
    missing: 'Ikkje leverte',
    exempt: 'Fritekne',
    meanDaysLate: 'Yrkedagar etter fristen, i snitt for dei seine',
  },
  quality: {
    heading: 'Datakvalitet',
    caption: 'Rapportar leverte i perioden',
    reports: 'Rapportar',
    lines: 'Linjer',
    returned: 'Sende tilbake',
    findings: 'Funn som trong svar eller retting',
    perThousand: 'Funn per 1 000 linjer',
    overridden: 'Funn der leverandøren svara at det ikkje var feil',
    checksCaption: 'Kontrollane med flest funn i perioden',
    check: 'Kontroll',
  },
  commitments: {
    heading: 'Tilbode og levert',
    caption: 'Del av beløpet i godkjende rapportar, utan mva., som oppfyller det leverandøren tilbaud',
    heads: ['Avtale', 'Gjeld', 'Tilbode'],
    none: 'Vilkåra har ingen forpliktingar frå tilbodet.',
    noField: 'kolonnen manglar i rapportane',
    noLines: 'ingen linjer',
    delivered: ({ share, amount }) => `${share} av ${amount}`,
  },
  deviations: {
    heading: 'Moglege prisavvik',
    caption: 'Beløp over avtalt pris i perioden, utan mva.',
    heads: ['Avtale', 'Grunnlag', 'Ope', 'Grunngiving godteken', 'I krav'],
    none: 'Ingen linjer i perioden har pris over den avtalte.',
    basis: { reported: 'Rapportert', invoiced: 'Fakturert' },
  },
  declarations: {
    heading: 'Miljødeklarasjonar',
    covered: ({ declared, items }) =>
      `${declared} av ${items} varer med avtalt pris har ein godkjend deklarasjon som gjeld i dag.`,
    waiting: ({ count }) => `Deklarasjonar til godkjenning: ${count}`,
    expiring: ({ count }) => `Deklarasjonar som går ut innan 90 dagar: ${count}`,
  },
  cases: {
    heading: 'Opne saker',
    caption: 'Saker som ikkje er lukka',
    heads: ['Sak', 'Gjeld', 'Status', 'Neste dato', 'Ansvarleg'],
    none: 'Ingen saker er opne.',
    kinds: {
      late: 'Rapport som manglar',
      'poor-data': 'Datakvalitet',
      overcharging: 'Mogleg for høg pris',
      'off-contract': 'Sal utanfor avtalen',
      'missing-declaration': 'Deklarasjon som manglar',
      dispute: 'Usemje om ein leveranse',
      'report-correction': 'Retting av godkjend rapport',
      'extension-request': 'Ønske om lengre frist',
      'exemption-request': 'Ønske om fritak',
      'stop-request': 'Ønske om å slutte å rapportere',
      'data-correction-request': 'Ønske om å rette opplysningar',
      other: 'Anna',
    },
    statuses: {
      open: 'Open',
      'waiting-for-supplier': 'Ventar på leverandøren',
      'waiting-for-us': 'Ventar på innkjøpssamarbeidet',
      closed: 'Lukka',
    },
  },
  meetings: { heading: 'Frå tidlegare møte', none: 'Ingen møte er registrerte i sakene.' },
};

const en: MeetingSheetTexts = {
  fileName: 'meeting-sheet',
  title: ({ supplier }) => `Meeting sheet: ${supplier}`,
  subtitle: ({ period, orgNumber, today }) =>
    `${orgNumber ? `Organisation number ${orgNumber}. ` : ''}Figures for ${period}, as of ${today}.`,
  footer: ({ cooperative, today, isForSupplier }) =>
    `${cooperative} · ${today}${isForSupplier ? '' : ' · Internal to the cooperative'}`,
  months: ({ from, to }) => (from === to ? from : `${from} to ${to}`),
  measure: 'Measure',
  none: 'none',
  unknown: 'not known',
  agreements: 'Agreements in the period',
  noAgreements: 'The supplier has no agreement in the period.',
  amounts: {
    heading: 'Turnover',
    caption: 'NOK excluding VAT',
    reports: 'Approved reports for the period',
    reported: 'Reported in approved reports',
    lineCount: 'Reported lines',
    complete: 'Complete months of the buyers’ ledgers',
    ledgerMonths: ({ complete, expected }) => `${complete} of ${expected}`,
    booked: 'Booked by the buyers',
    linked: 'Of what is booked: matched to reported lines',
    linkedShare: 'Share matched',
    outside: ({ amount }) =>
      `In addition ${amount} is booked on lines whose VAT is not known. They are not part of the totals.`,
    help: 'Reported and booked amounts may cover the same purchases and are never added together.',
  },
  punctuality: {
    heading: 'Punctuality',
    caption: 'Reports due in the period',
    due: 'Due',
    onTime: 'Received on time',
    late: 'Received late',
    missing: 'Not received',
    exempt: 'Exempt',
    meanDaysLate: 'Working days late, average of those that were late',
  },
  quality: {
    heading: 'Data quality',
    caption: 'Reports submitted in the period',
    reports: 'Reports',
    lines: 'Lines',
    returned: 'Returned',
    findings: 'Findings that needed an answer or a correction',
    perThousand: 'Findings per 1,000 lines',
    overridden: 'Findings that the supplier answered were not errors',
    checksCaption: 'Checks with the most findings in the period',
    check: 'Check',
  },
  commitments: {
    heading: 'Promised and delivered',
    caption: 'Share of the amount in approved reports, excluding VAT, that meets what the supplier offered',
    heads: ['Agreement', 'About', 'Promised'],
    none: 'The terms have no commitments from the tender.',
    noField: 'the column is not in the reports',
    noLines: 'no lines',
    delivered: ({ share, amount }) => `${share} of ${amount}`,
  },
  deviations: {
    heading: 'Possible price deviations',
    caption: 'Amounts above the agreed price in the period, excluding VAT',
    heads: ['Agreement', 'Basis', 'Open', 'Reason accepted', 'Claimed'],
    none: 'No line in the period has a price above the agreed one.',
    basis: { reported: 'Reported', invoiced: 'Invoiced' },
  },
  declarations: {
    heading: 'Environmental declarations',
    covered: ({ declared, items }) =>
      `${declared} of ${items} items with an agreed price have an approved declaration that is valid today.`,
    waiting: ({ count }) => `Declarations awaiting approval: ${count}`,
    expiring: ({ count }) => `Declarations that expire within 90 days: ${count}`,
  },
  cases: {
    heading: 'Open cases',
    caption: 'Cases that are not closed',
    heads: ['Case', 'About', 'Status', 'Next date', 'Owner'],
    none: 'No cases are open.',
    kinds: {
      late: 'Missing report',
      'poor-data': 'Data quality',
      overcharging: 'Possible overcharging',
      'off-contract': 'Off-contract sales',
      'missing-declaration': 'Missing declaration',
      dispute: 'Disputed delivery',
      'report-correction': 'Correction of an approved report',
      'extension-request': 'Request for more time',
      'exemption-request': 'Request for an exemption',
      'stop-request': 'Request to stop reporting',
      'data-correction-request': 'Request to correct data',
      other: 'Other',
    },
    statuses: {
      open: 'Open',
      'waiting-for-supplier': 'Waiting for the supplier',
      'waiting-for-us': 'Waiting for the cooperative',
      closed: 'Closed',
    },
  },
  meetings: { heading: 'From earlier meetings', none: 'No meetings are recorded in the cases.' },
};

export const meetingSheetTexts: Readonly<Record<Language, MeetingSheetTexts>> = { nb, nn, en };
