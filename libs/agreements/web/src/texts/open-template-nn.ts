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
    `Kolonnane i rapporten, kva verdiar dei kan ha, og korleis dei blir fylte ut.`,
    `Reglane: periode, fristar, kontrollar og konsekvensar, med tilvisingar og tekstar frå avtalen som står i vilkåra.`,
    `Alltid dei nyaste vilkåra som gjeld. I dag er det versjon ${p.version}.`,
  ],
  never:
    'Prisar, varer, namn på kjøparar og leverandørar og rapporterte data er ikkje med. Har de sjølve skrive slike namn i ein tekst, eller i lista til ein eigen kolonne, blir dei med: les gjennom vilkåra først.',
  withheld: (p) =>
    `Listene med tillatne verdiar for ${listing('nn', p.fields)} blir ikkje publiserte, fordi dei kan namngi kjøparar eller varer.`,
  whole: 'Les vilkåra slik alle kan lese dei',
  slug: 'Siste del av adressa',
  slugHelp: 'Små bokstavar a–z, tal og bindestrek. Adressa kan ikkje endrast seinare.',
  slugWrong: 'Skriv minst tre teikn: små bokstavar a–z, tal og bindestrek mellom dei',
  sameAddress: (p) => `Malen får same adresse som før: ${p.address}`,
  publish: 'Publiser malen',
  cancel: 'Avbryt',
  published: (p) => `Publisert ${day(p.at)}. Kven som helst kan sjekke ei fil her:`,
  withdrawn: (p) => `Trekt tilbake ${day(p.at)}. Adressa viser at malen ikkje lenger er tilgjengeleg:`,
  alsoPublic: (p) =>
    `Rapporten er ein open mal: når denne versjonen gjeld, kan kven som helst lese han på ${p.address}. Sjå over tekstar og lister i eigne kolonnar før du publiserer.`,
  withdraw: 'Trekk malen tilbake',
};
