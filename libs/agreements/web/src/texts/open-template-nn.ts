import { formatDate, listing, osloDate } from '@tallgrunn/values';
import type { OpenTemplateTexts } from './open-template-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nn');

/** Texts of published templates, in nynorsk. */
export const openTemplateNn: OpenTemplateTexts = {
  title: 'Open mal',
  help: 'Publiser vilkåra som ein open mal, så kan kven som helst sjekke ei fil mot dei utan å logge inn. Leverandørar kan prøve filene sine før dei har fått tilgang.',
  seePreview: 'Sjå kva som blir offentleg',
  previewTitle: 'Dette blir offentleg',
  shown: (p) => [
    `Namnet på innkjøpssamarbeidet, og titlane på avtalen og rapporten.`,
    `Kolonnane i rapporten, kva som kan stå i dei, og korleis dei blir fylte ut.`,
    `Reglane: periode, fristar, kontrollar og følgjer, med tilvisingar og tekstar frå avtalen som står i vilkåra.`,
    `Alltid dei nyaste vilkåra som gjeld. I dag er det versjon ${p.version}.`,
  ],
  never:
    'Prisar, varer, namn på kjøparar og leverandørar, og det nokon har rapportert, er ikkje med. Har de sjølve skrive slike namn i ein tekst, eller i lista til ein eigen kolonne, blir dei med: les gjennom vilkåra først.',
  withheld: (p) =>
    `Listene over kva som kan stå i ${listing('nn', p.fields)}, blir haldne tilbake, fordi dei kan namngi kjøparar eller varer.`,
  whole: 'Les vilkåra slik alle kan lese dei',
  slug: 'Siste del av adressa',
  slugHelp: 'Små bokstavar a–z, tal og bindestrek. Adressa kan ikkje endrast sidan.',
  slugWrong: 'Skriv minst tre teikn: små bokstavar a–z, tal og bindestrek mellom dei',
  sameAddress: (p) => `Malen får same adresse som før: ${p.address}`,
  publish: 'Publiser malen',
  cancel: 'Avbryt',
  published: (p) => `Publisert ${day(p.at)}. Kven som helst kan sjekke ei fil her:`,
  withdrawn: (p) => `Trekt tilbake ${day(p.at)}. Adressa seier at malen ikkje lenger er tilgjengeleg:`,
  alsoPublic: (p) =>
    `Rapporten er ein open mal: når denne versjonen gjeld, kan kven som helst lese han på ${p.address}. Sjå over tekstar og lister i eigne kolonnar før du publiserer.`,
  withdraw: 'Trekk malen tilbake',
};
