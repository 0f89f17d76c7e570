import { formatCount, plural, type Language } from '@tallgrunn/values';
import type { PenaltyReason } from './calculate-penalty.ts';

interface Clause {
  readonly reference: string | null;
  readonly amount: string;
  readonly per: 'working-day' | 'week';
  readonly cap: string | null;
  readonly capUnits: number | null;
}

const nb = {
  warningSubject: (p: { agreement: string; period: string }) => `Varsel om sen rapport: ${p.agreement}, ${p.period}`,
  claimSubject: (p: { agreement: string; period: string }) => `Krav om dagmulkt: ${p.agreement}, ${p.period}`,
  ourCase: (p: { number: string }) => `Vår sak: ${p.number}`,
  agreementCase: (p: { number: string }) => `Avtalens saksnummer: ${p.number}`,
  agreement: (p: { number: string; title: string }) => `Avtale: ${p.number} ${p.title}`,
  report: (p: { period: string }) => `Rapport: ${p.period}`,
  due: (p: { due: string }) => `Frist: ${p.due}`,
  extended: (p: { original: string; due: string }) => `Frist: ${p.due} (utsatt fra ${p.original})`,
  delivered: (p: { on: string }) => `Levert: ${p.on}`,
  notDelivered: (p: { on: string }) => `Ikke levert per ${p.on}`,
  clause: ({ reference, amount, per, cap, capUnits }: Clause) =>
    `Etter avtalen${reference ? ` (${reference})` : ''} er dagmulkten ${amount} per ${per === 'week' ? 'påbegynt uke' : 'virkedag'} når en rapport kommer for sent${cap ? `, inntil ${cap}` : ''}${capUnits === null ? '' : `, og høyst for ${formatCount(capUnits, 'nb')} ${per === 'week' ? 'uker' : 'virkedager'}`}.`,
  clauseWithoutAmount: (p: { reference: string | null }) =>
    `Etter avtalen${p.reference ? ` (${p.reference})` : ''} skal rapporten leveres innen fristen.`,
  counted: (p: { days: number; list: string }) =>
    plural('nb', p.days, {
      one: `Én dag teller: ${p.list}.`,
      other: `${formatCount(p.days, 'nb')} dager teller: ${p.list}.`,
    }),
  notCounted: (p: { reason: string; days: number }) => `${p.reason} (${formatCount(p.days, 'nb')})`,
  others: (p: { list: string }) => `Dager som ikke teller: ${p.list}.`,
  claim: (p: { amount: string; units: number; per: 'working-day' | 'week' }) =>
    `Vi krever ${p.amount} for ${p.per === 'week' ? plural('nb', p.units, { one: 'én påbegynt uke', other: `${formatCount(p.units, 'nb')} påbegynte uker` }) : plural('nb', p.units, { one: 'én virkedag', other: `${formatCount(p.units, 'nb')} virkedager` })}.`,
  warning: 'Vi krever ikke dagmulkt denne gangen. Dette brevet er et varsel.',
  respond:
    'Skriv til oss hvis dere mener at beregningen er feil, eller at forsinkelsen skyldes noe dere ikke kunne råde over.',
  regards: 'Vennlig hilsen',
  reasons: {
    late: 'for sent',
    'above-cap': 'over grensen i avtalen',
    weekend: 'helg',
    holiday: 'helligdag',
    'starts-later': 'før dagmulkten løper',
    'force-majeure': 'force majeure',
    'portal-downtime': 'portalen var nede',
    'in-review': 'rapporten var til godkjenning hos oss',
    'before-invitation': 'før dere var invitert',
    'created-after-due': 'rapporten ble opprettet etter fristen',
    exempt: 'fritatt',
  } satisfies Record<PenaltyReason, string>,
};

const nn: typeof nb = {
  warningSubject: (p) => `Varsel om sein rapport: ${p.agreement}, ${p.period}`,
  claimSubject: (p) => `Krav om dagmulkt: ${p.agreement}, ${p.period}`,
  ourCase: (p) => `Vår sak: ${p.number}`,
  agreementCase: (p) => `Saksnummeret til avtalen: ${p.number}`,
  agreement: (p) => `Avtale: ${p.number} ${p.title}`,
  report: (p) => `Rapport: ${p.period}`,
  due: (p) => `Frist: ${p.due}`,
  extended: (p) => `Frist: ${p.due} (utsett frå ${p.original})`,
  delivered: (p) => `Levert: ${p.on}`,
  notDelivered: (p) => `Ikkje levert per ${p.on}`,
  clause: ({ reference, amount, per, cap, capUnits }) =>
    `Etter avtalen${reference ? ` (${reference})` : ''} er dagmulkta ${amount} per ${per === 'week' ? 'påbyrja veke' : 'yrkedag'} når ein rapport kjem for seint${cap ? `, inntil ${cap}` : ''}${capUnits === null ? '' : `, og høgst for ${formatCount(capUnits, 'nn')} ${per === 'week' ? 'veker' : 'yrkedagar'}`}.`,
  clauseWithoutAmount: (p) =>
    `Etter avtalen${p.reference ? ` (${p.reference})` : ''} skal rapporten leverast innan fristen.`,
  counted: (p) =>
    plural('nn', p.days, {
      one: `Éin dag tel: ${p.list}.`,
      other: `${formatCount(p.days, 'nn')} dagar tel: ${p.list}.`,
    }),
  notCounted: (p) => `${p.reason} (${formatCount(p.days, 'nn')})`,
  others: (p) => `Dagar som ikkje tel: ${p.list}.`,
  claim: (p) =>
    `Vi krev ${p.amount} for ${p.per === 'week' ? plural('nn', p.units, { one: 'éi påbyrja veke', other: `${formatCount(p.units, 'nn')} påbyrja veker` }) : plural('nn', p.units, { one: 'éin yrkedag', other: `${formatCount(p.units, 'nn')} yrkedagar` })}.`,
  warning: 'Vi krev ikkje dagmulkt denne gongen. Dette brevet er eit varsel.',
  respond:
    'Skriv til oss om de meiner at utrekninga er feil, eller at forseinkinga kjem av noko de ikkje kunne rå over.',
  regards: 'Vennleg helsing',
  reasons: {
    late: 'for seint',
    'above-cap': 'over grensa i avtalen',
    weekend: 'helg',
    holiday: 'heilagdag',
    'starts-later': 'før dagmulkta startar',
    'force-majeure': 'force majeure',
    'portal-downtime': 'portalen var nede',
    'in-review': 'rapporten var til godkjenning hos oss',
    'before-invitation': 'før de var inviterte',
    'created-after-due': 'rapporten vart oppretta etter fristen',
    exempt: 'friteken',
  },
};

const en: typeof nb = {
  warningSubject: (p) => `Warning about a late report: ${p.agreement}, ${p.period}`,
  claimSubject: (p) => `Claim for a daily penalty: ${p.agreement}, ${p.period}`,
  ourCase: (p) => `Our case: ${p.number}`,
  agreementCase: (p) => `Case number of the agreement: ${p.number}`,
  agreement: (p) => `Agreement: ${p.number} ${p.title}`,
  report: (p) => `Report: ${p.period}`,
  due: (p) => `Due date: ${p.due}`,
  extended: (p) => `Due date: ${p.due} (extended from ${p.original})`,
  delivered: (p) => `Delivered: ${p.on}`,
  notDelivered: (p) => `Not delivered as of ${p.on}`,
  clause: ({ reference, amount, per, cap, capUnits }) =>
    `Under the agreement${reference ? ` (${reference})` : ''}, a late report leads to a penalty of ${amount} per ${per === 'week' ? 'started week' : 'working day'}${cap ? `, up to ${cap}` : ''}${capUnits === null ? '' : `, for at most ${formatCount(capUnits, 'en')} ${per === 'week' ? 'weeks' : 'working days'}`}.`,
  clauseWithoutAmount: (p) =>
    `Under the agreement${p.reference ? ` (${p.reference})` : ''}, the report must be delivered by the due date.`,
  counted: (p) =>
    plural('en', p.days, {
      one: `One day counts: ${p.list}.`,
      other: `${formatCount(p.days, 'en')} days count: ${p.list}.`,
    }),
  notCounted: (p) => `${p.reason} (${formatCount(p.days, 'en')})`,
  others: (p) => `Days that do not count: ${p.list}.`,
  claim: (p) =>
    `We claim ${p.amount} for ${p.per === 'week' ? plural('en', p.units, { one: 'one started week', other: `${formatCount(p.units, 'en')} started weeks` }) : plural('en', p.units, { one: 'one working day', other: `${formatCount(p.units, 'en')} working days` })}.`,
  warning: 'We do not claim a penalty this time. This letter is a warning.',
  respond: 'Write to us if you think that the calculation is wrong, or that the delay was beyond your control.',
  regards: 'Yours sincerely',
  reasons: {
    late: 'late',
    'above-cap': 'above the limit in the agreement',
    weekend: 'weekend',
    holiday: 'public holiday',
    'starts-later': 'before the penalty starts',
    'force-majeure': 'force majeure',
    'portal-downtime': 'the portal was down',
    'in-review': 'the report was in review with us',
    'before-invitation': 'before you were invited',
    'created-after-due': 'the report was created after its due date',
    exempt: 'exempt',
  },
};

/** Texts of letters about late reports. */
export const penaltyLetterTexts: Record<Language, typeof nb> = { nb, nn, en };
