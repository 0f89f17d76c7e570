import { formatDate, listing, osloDate } from '@tallgrunn/values';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nb');

/** Texts of published templates, in bokmål. */
export const openTemplateNb = {
  title: 'Åpen mal',
  help: 'Publiser vilkårene som en åpen mal, så kan hvem som helst sjekke en fil mot dem uten å logge inn. Leverandører kan prøve filene sine før de har fått tilgang.',
  seePreview: 'Se hva som blir offentlig',
  previewTitle: 'Dette blir offentlig',
  shown: (p: { version: number }) => [
    `Navnet på innkjøpssamarbeidet, og titlene på avtalen og rapporten.`,
    `Kolonnene i rapporten, hvilke verdier de kan ha, og hvordan de fylles ut.`,
    `Reglene: periode, frister, kontroller og konsekvenser, med henvisninger og tekster fra avtalen som står i vilkårene.`,
    `Alltid de nyeste vilkårene som gjelder. I dag er det versjon ${p.version}.`,
  ],
  never:
    'Priser, varer, navn på kjøpere og leverandører og rapporterte data er ikke med. Har dere selv skrevet slike navn i en tekst, eller i listen til en egen kolonne, blir de med: les gjennom vilkårene først.',
  withheld: (p: { fields: readonly string[] }) =>
    `Listene med tillatte verdier for ${listing('nb', p.fields)} publiseres ikke, fordi de kan navngi kjøpere eller varer.`,
  whole: 'Les vilkårene slik alle kan lese dem',
  slug: 'Siste del av adressen',
  slugHelp: 'Små bokstaver a–z, tall og bindestrek. Adressen kan ikke endres senere.',
  slugWrong: 'Skriv minst tre tegn: små bokstaver a–z, tall og bindestrek mellom dem',
  sameAddress: (p: { address: string }) => `Malen får samme adresse som før: ${p.address}`,
  publish: 'Publiser malen',
  cancel: 'Avbryt',
  published: (p: { at: string }) => `Publisert ${day(p.at)}. Hvem som helst kan sjekke en fil her:`,
  withdrawn: (p: { at: string }) =>
    `Trukket tilbake ${day(p.at)}. Adressen viser at malen ikke lenger er tilgjengelig:`,
  alsoPublic: (p: { address: string }) =>
    `Rapporten er en åpen mal: når denne versjonen gjelder, kan hvem som helst lese den på ${p.address}. Se over tekster og lister i egne kolonner før du publiserer.`,
  withdraw: 'Trekk malen tilbake',
};

export type OpenTemplateTexts = typeof openTemplateNb;
