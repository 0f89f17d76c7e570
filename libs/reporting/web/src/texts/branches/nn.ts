import { formatInstant, listing, plural } from '@tallgrunn/values';
import { count, lines } from '../terms/nn.ts';
import type { BranchTexts } from './nb.ts';

const branches = (n: number) => plural('nn', n, { one: 'éin filial', other: `${count(n)} filialar` });
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('nn') + text.slice(1);

export const nn = {
  title: ({ period, agreement }) => capital(`${period} · ${agreement}, alle filialar`),
  card: 'Alle filialane samla',
  cardHelp: ({ waiting, of }) =>
    `${capital(branches(waiting))} av ${count(of)} manglar rapport. Slepp filene for alle på éin stad.`,
  cardOpen: 'Sjå og lever for filialane',
  sum: ({ done, ready, of, missing }) =>
    [
      `${count(done)} av ${branches(of)} har levert`,
      ...(ready > 0
        ? [plural('nn', ready, { one: 'éin er klar til å sendast', other: `${count(ready)} er klare til å sendast` })]
        : []),
      ...(missing.length > 0 ? [`manglar: ${listing('nn', missing)}`] : []),
    ].join(' · ') + '.',
  dropHelp:
    'Slepp filene for fleire filialar på éin gong. Vi kjenner filialen att på organisasjonsnummeret eller namnet i fila, elles på filnamnet, og spør når vi ikkje veit. Kvar fil blir kontrollert for seg på maskina di; ingenting blir sendt før du vel det.',
  kinds: 'filene, éi for kvar filial,',
  sorting: 'Ser etter kva filial filene høyrer til …',
  looseTitle: (p) => plural('nn', p.count, { one: 'Éi fil utan filial', other: `${count(p.count)} filer utan filial` }),
  why: {
    none: 'det står ikkje kva filial ho gjeld.',
    several: 'ho har linjer for fleire filialar.',
    taken: 'filialen har ei fil her frå før.',
    same: 'ho er heilt lik ei fil som er her frå før.',
    delivered: 'filialen har levert. Rett rapporten på sida til filialen.',
  },
  whose: 'Kva filial?',
  choose: 'Vel filial',
  replaces: ' (byter ut fila som er der)',
  divide: 'Fordel linjene på filialane',
  removeOf: ({ name }) => `Fjern fila ${name}`,
  orgNumber: ({ number }) => `Org.nr ${number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}`,
  missing: 'Manglar',
  results: {
    waiting: 'Ventar',
    checking: 'Blir kontrollert',
    ready: 'Klar',
    asks: 'Treng svar',
    stopped: 'Må rettast',
    failed: 'Ikkje lesen',
    sending: 'Blir sendt',
    differs: 'Må vurderast',
  },
  hows: {
    number: 'kjend att på organisasjonsnummeret i fila',
    column: 'kjend att på filialkolonnen',
    'file-name': 'kjend att på filnamnet',
    asked: 'vald av deg',
  },
  lines: (p) => `${lines(p.lines)}, ${p.amount}`,
  found: ({ questions, stops }) =>
    capital(
      [
        ...(stops > 0 ? [`${count(stops)} stopp`] : []),
        ...(questions > 0
          ? [plural('nn', questions, { one: 'eitt spørsmål', other: `${count(questions)} spørsmål` })]
          : []),
      ].join(' og ') + '.',
    ),
  differs:
    'Kontrollen hos oss gav eit anna resultat. Gå gjennom det, og send inn på nytt. Ingen av filialane er sende inn.',
  said: ({ who, at, reason }) =>
    `${who === '' ? 'Kjeda' : who} melde ${formatInstant(new Date(at), 'nn')} at rapporten kjem seinare: ${reason}`,
  open: 'Opne og svar',
  notIts: 'Høyrer ikkje til her',
  toReport: 'Til rapporten',
  correct: 'Rett',
  whole: 'Alle filialane er med.',
  without: ({ names }) => `Send inn utan ${listing('nn', names)}. Dei må framleis rapportere seinare.`,
  reason: 'Kvifor manglar dei?',
  reasonHelp: 'Avtaleforvaltaren ser svaret.',
  reasonMissing: 'Skriv kvifor filialane manglar.',
  sayMissing: ({ names }) => `Lever for ${listing('nn', names)} òg, eller kryss av for at dei kjem seinare.`,
  act: (p) => `Send inn ${branches(p.count)}`,
  sending: 'Sender og kontrollerer filialane',
  wereSent: (p) => `${capital(branches(p.count))} er sende inn. Kvar har fått si kvittering.`,
} satisfies BranchTexts;
