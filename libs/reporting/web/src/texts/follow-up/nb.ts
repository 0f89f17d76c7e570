import { plural } from '@tallgrunn/values';
import { day, dayOf } from '../terms/nb.ts';

/** Texts of actions on a report that is missing, late or wrong. */
export const followUpNb = {
  acts: 'Neste steg',
  write: 'Skriv til leverandøren',
  extend: 'Gi lengre frist',
  revokeExtension: 'Opphev den lengre fristen',
  exempt: 'Frita for denne rapporten',
  open: 'Åpne en sak',
  remind: 'Minn leverandøren',
  penalty: 'Se hva forsinkelsen kan koste',
  supplierPage: 'Se alt om leverandøren',
  extended: (p: { original: string; reason: string }) =>
    `Fristen er flyttet. Etter vilkårene var den ${day(p.original)}. Begrunnelse: ${p.reason}`,
  dueOn: 'Ny frist',
  extendLead: 'Leverandøren ser den nye fristen og begrunnelsen. Forsinkelse regnes fra den nye fristen.',
  reason: 'Begrunnelse, som leverandøren ser',
  message: 'Melding, som leverandøren får på e-post',
  note: 'Notat, bare for dere',
  send: 'Send meldingen',
  save: 'Lagre',
  requests: 'Be om utsettelse eller fritak',
  askExtension: 'Be om lengre frist',
  askExemption: 'Be om fritak for denne rapporten',
  askLead: 'Avtaleforvalteren svarer, og du får svaret på e-post.',
  askReason: 'Hvorfor?',
  askAct: 'Send til avtaleforvalteren',
  cases: 'Saker om denne rapporten',
  correction: 'Be om retting',
  correctionLead: 'Rapporten gjelder til en ny versjon er godkjent.',
  correctionText: 'Hva er feil, og hvorfor? Leverandøren ser det.',
  correctionAct: 'Be leverandøren rette rapporten',
  acceptedBy: (p: { name: string; at: string }) => `Godkjent av ${p.name} ${dayOf(p.at)}.`,
  acceptedAt: (p: { at: string }) => `Godkjent ${dayOf(p.at)}.`,
  returnedBy: (p: { name: string; at: string }) => `Sendt tilbake av ${p.name} ${dayOf(p.at)}.`,
  returnedAt: (p: { at: string }) => `Sendt tilbake ${dayOf(p.at)}.`,
  mine: 'Bare mine',
  several: 'Ingen leveranser i flere perioder',
  severalLead: 'Velg periodene dere ikke har levert noe i, og send én gang.',
  severalAct: 'Meld ingen leveranser for de valgte',
  severalNone: 'Velg minst én periode.',
  severalDone: (p: { done: number; refused: number }) =>
    `${plural('nb', p.done, { one: 'Én periode er meldt.', other: `${p.done} perioder er meldt.` })}${
      p.refused > 0
        ? ` ${plural('nb', p.refused, { one: 'Én må besvares for seg: åpne rapporten.', other: `${p.refused} må besvares hver for seg: åpne rapportene.` })}`
        : ''
    }`,
};

export type FollowUpTexts = typeof followUpNb;
