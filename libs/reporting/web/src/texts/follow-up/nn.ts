import { plural } from '@tallgrunn/values';
import { day, dayOf } from '../terms/nn.ts';
import type { FollowUpTexts } from './nb.ts';

export const followUpNn = {
  acts: 'Neste steg',
  write: 'Skriv til leverandøren',
  extend: 'Gi lengre frist',
  revokeExtension: 'Opphev den lengre fristen',
  exempt: 'Frita for denne rapporten',
  open: 'Opne ei sak',
  remind: 'Minn leverandøren',
  penalty: 'Sjå kva forseinkinga kan koste',
  supplierPage: 'Sjå alt om leverandøren',
  extended: (p: { original: string; reason: string }) =>
    `Fristen er flytta. Etter vilkåra var han ${day(p.original)}. Grunngiving: ${p.reason}`,
  dueOn: 'Ny frist',
  extendLead: 'Leverandøren ser den nye fristen og grunngivinga. Forseinking blir rekna frå den nye fristen.',
  reason: 'Grunngiving, som leverandøren ser',
  message: 'Melding, som leverandøren får på e-post',
  note: 'Notat, berre for dykk',
  send: 'Send meldinga',
  save: 'Lagre',
  requests: 'Be om utsetjing eller fritak',
  askExtension: 'Be om lengre frist',
  askExemption: 'Be om fritak for denne rapporten',
  askLead: 'Avtaleforvaltaren svarar, og du får svaret på e-post.',
  askReason: 'Kvifor?',
  askAct: 'Send til avtaleforvaltaren',
  cases: 'Saker om denne rapporten',
  correction: 'Be om retting',
  correctionLead: 'Rapporten gjeld til ein ny versjon er godkjend.',
  correctionText: 'Kva er feil, og kvifor? Leverandøren ser det.',
  correctionAct: 'Be leverandøren rette rapporten',
  acceptedBy: (p: { name: string; at: string }) => `Godkjend av ${p.name} ${dayOf(p.at)}.`,
  acceptedAt: (p: { at: string }) => `Godkjend ${dayOf(p.at)}.`,
  returnedBy: (p: { name: string; at: string }) => `Send tilbake av ${p.name} ${dayOf(p.at)}.`,
  returnedAt: (p: { at: string }) => `Send tilbake ${dayOf(p.at)}.`,
  mine: 'Berre mine',
  several: 'Ingen leveransar i fleire periodar',
  severalLead: 'Vel periodane de ikkje har levert noko i, og send éin gong.',
  severalAct: 'Meld ingen leveransar for dei valde',
  severalNone: 'Vel minst éin periode.',
  severalDone: (p: { done: number; refused: number }) =>
    `${plural('nn', p.done, { one: 'Éin periode er meld.', other: `${p.done} periodar er melde.` })}${
      p.refused > 0
        ? ` ${plural('nn', p.refused, { one: 'Éin må svarast på for seg: opne rapporten.', other: `${p.refused} må svarast på kvar for seg: opne rapportane.` })}`
        : ''
    }`,
} satisfies FollowUpTexts;
