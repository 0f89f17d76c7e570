import type { NoteMessageValues, ProblemMessageValues } from './words.ts';

export const nb = {
  cell: ({ cell }: { cell: string }) => `celle ${cell}`,
  row: ({ row }: { row: string }) => `rad ${row}`,
  inSheet: ({ place, sheet }: { place: string; sheet: string }) => `${place} i arket «${sheet}»`,
  kinds: {
    pdf: 'en PDF-fil',
    png: 'et bilde (PNG)',
    jpeg: 'et bilde (JPEG)',
    gif: 'et bilde (GIF)',
    gzip: 'en pakket fil (gzip)',
    zip: 'en zip-fil uten arbeidsbok',
    '7z': 'en pakket fil (7-Zip)',
    rar: 'en pakket fil (RAR)',
    program: 'et program',
    rtf: 'et tekstdokument (RTF)',
    docx: 'et Word-dokument',
    pptx: 'en PowerPoint-presentasjon',
    ole: 'et eldre Office-dokument som ikke er Excel',
    xml: 'en XML-fil',
    json: 'en JSON-fil',
    binary: 'ikke tekst',
    xls: 'en svært gammel Excel-fil (eldre enn Excel 5)',
    opendocument: 'en OpenDocument-fil som ikke er et regneark',
    numbers: 'et Numbers-dokument',
    html: 'en nettside lagret som regneark',
    sylk: 'en SYLK-fil (.slk)',
    macros: 'makroer',
    controls: 'ActiveX-kontroller',
    'program-links': 'koblinger som starter andre programmer (DDE eller OLE)',
    embedded: 'innebygde objekter, som dokumenter eller programmer',
  },
  problems: {
    'file-empty': (_: ProblemMessageValues) =>
      'Filen er tom. Vi ventet en tabell med overskrifter og linjer. Kontroller at du valgte riktig fil. Hadde dere ingen leveranser, velg «Ingen leveranser i perioden».',
    'not-a-table': ({ kind }: ProblemMessageValues) =>
      `Filen er ${kind}. Vi ventet en Excel-arbeidsbok (.xlsx) eller en CSV-fil. Lagre tabellen som .xlsx og last opp den.`,
    'document-type-not-supported': ({ kind }: ProblemMessageValues) =>
      `Filen er ${kind}. Den typen leser vi ikke ennå. Åpne den i regnearkprogrammet, velg «Lagre som» og .xlsx, og last opp den nye filen.`,
    'password-protected': (_: ProblemMessageValues) =>
      'Filen er beskyttet med passord, så vi får ikke åpnet den. Fjern passordet (Fil › Informasjon › Beskytt arbeidsbok), lagre og last opp på nytt.',
    'workbook-damaged': (_: ProblemMessageValues) =>
      'Arbeidsboken er skadet, og vi får ikke lest den ferdig. Åpne den i Excel, la Excel reparere den, lagre som .xlsx og last opp på nytt.',
    'workbook-part-damaged': ({ part }: ProblemMessageValues) =>
      `Arbeidsboken er skadet: delen «${part}» lar seg ikke lese. Åpne den i Excel, la Excel reparere den, lagre som .xlsx og last opp på nytt.`,
    'zip-damaged': (_: ProblemMessageValues) =>
      'Zip-filen er skadet eller ufullstendig. Pakk den på nytt, eller last ned originalen igjen, og last opp på nytt.',
    'zip-bomb': (_: ProblemMessageValues) =>
      'Filen pakker seg ut til langt mer enn en rapport gjør, så vi stoppet lesingen. Lagre en kopi uten bilder, tomme rader og ubrukte ark, og last opp den.',
    'active-content': ({ kind }: ProblemMessageValues) =>
      `Arbeidsboken inneholder ${kind}. Den som åpner filen senere, kan komme til å kjøre dem, så vi tar den ikke imot. Lagre den som vanlig arbeidsbok (.xlsx) uten dem, eller som CSV, og last opp den.`,
    'xml-doctype': ({ part }: ProblemMessageValues) =>
      `Delen «${part}» inneholder en DOCTYPE. Det har vanlige arbeidsbøker ikke, og vi leser den ikke av sikkerhetsgrunner. Lagre filen på nytt fra Excel og last opp den.`,
    'too-large': ({ foundMb, expectedMb }: ProblemMessageValues) =>
      `Filen er på ${foundMb} MB. Grensen er ${expectedMb} MB. Del rapporten i flere filer, eller ta bort bilder og ubrukte ark.`,
    'too-many-sheets': ({ expected }: ProblemMessageValues) =>
      `Arbeidsboken har mer enn ${expected} ark, som er grensen. Ta bort ark som ikke hører til rapporten.`,
    'too-many-rows': ({ expected }: ProblemMessageValues) =>
      `Filen har mer enn ${expected} rader, som er grensen. Del rapporten i flere filer.`,
    'too-many-columns': ({ found, expected, place }: ProblemMessageValues) =>
      `Det er innhold i kolonne ${found} (${place}). Grensen er ${expected} kolonner. Slett innholdet til høyre for tabellen, og kontroller at skilletegnet er riktig.`,
    'too-many-texts': ({ expectedMb }: ProblemMessageValues) =>
      `Tekstene i arbeidsboken fyller mer enn ${expectedMb} MB, som er grensen. Del rapporten i flere filer, eller lagre den som CSV.`,
    'cell-too-long': ({ expected, place }: ProblemMessageValues) =>
      `Teksten i ${place} har over ${expected} tegn, og det er grensen. Forkort teksten. Står det mange linjer i én celle, mangler det trolig et anførselstegn.`,
    'line-not-json': ({ row }: ProblemMessageValues) =>
      `Linje ${row} er ikke ett JSON-objekt i UTF-8. Vi ventet ett objekt per linje, slik: {"itemNumber": "00512", "quantity": 10}. Rett linjen og send på nytt.`,
    'line-value-nested': ({ row, field }: ProblemMessageValues) =>
      `Feltet «${field}» i linje ${row} har en liste eller et objekt som verdi. Vi ventet tekst, tall, true, false eller null. Skriv verdien rett i linjen.`,
  },
  notes: {
    'name-says-otherwise': ({ ending, found }: NoteMessageValues) =>
      `Filnavnet slutter på .${ending}, men innholdet er ${found}. Vi har lest innholdet.`,
    'bytes-not-in-encoding': ({ many, count }: NoteMessageValues) =>
      many({
        one: 'Ett tegn lot seg ikke lese og er vist som «�».',
        other: `${count} tegn lot seg ikke lese og er vist som «�».`,
      }),
    'quote-broken': ({ row }: NoteMessageValues) =>
      `Anførselstegnene i rad ${row} går ikke opp. Teksten er tatt med slik den er skrevet.`,
    'quote-never-closed': ({ row }: NoteMessageValues) =>
      `Et anførselstegn i rad ${row} blir aldri avsluttet. Det er lest som et vanlig tegn.`,
    'sheet-missing': ({ sheet }: NoteMessageValues) =>
      `Arket «${sheet}» finnes i innholdslisten, men ikke i filen. Det er ikke lest.`,
    'sheet-not-a-table': ({ sheet }: NoteMessageValues) =>
      `Arket «${sheet}» er et diagram eller lignende og er ikke lest.`,
  },
};
