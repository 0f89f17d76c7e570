import type { nb } from './words-nb.ts';

export const nn: typeof nb = {
  cell: ({ cell }) => `celle ${cell}`,
  row: ({ row }) => `rad ${row}`,
  inSheet: ({ place, sheet }) => `${place} i arket «${sheet}»`,
  kinds: {
    pdf: 'ei PDF-fil',
    png: 'eit bilete (PNG)',
    jpeg: 'eit bilete (JPEG)',
    gif: 'eit bilete (GIF)',
    gzip: 'ei pakka fil (gzip)',
    zip: 'ei zip-fil utan arbeidsbok',
    '7z': 'ei pakka fil (7-Zip)',
    rar: 'ei pakka fil (RAR)',
    program: 'eit program',
    rtf: 'eit tekstdokument (RTF)',
    docx: 'eit Word-dokument',
    pptx: 'ein PowerPoint-presentasjon',
    ole: 'eit eldre Office-dokument som ikkje er Excel',
    xml: 'ei XML-fil',
    json: 'ei JSON-fil',
    binary: 'ikkje tekst',
    xls: 'ei svært gammal Excel-fil (eldre enn Excel 5)',
    opendocument: 'ei OpenDocument-fil som ikkje er eit rekneark',
    numbers: 'eit Numbers-dokument',
    html: 'ei nettside lagra som rekneark',
    sylk: 'ei SYLK-fil (.slk)',
    macros: 'makroar',
    controls: 'ActiveX-kontrollar',
    'program-links': 'koplingar som startar andre program (DDE eller OLE)',
    embedded: 'innebygde objekt, som dokument eller program',
  },
  problems: {
    'file-empty': () =>
      'Fila er tom. Vi venta ein tabell med overskrifter og linjer. Kontroller at du valde rett fil. Hadde de ingen leveransar, vel «Ingen leveransar i perioden».',
    'not-a-table': ({ kind }) =>
      `Fila er ${kind}. Vi venta ei Excel-arbeidsbok (.xlsx) eller ei CSV-fil. Lagre tabellen som .xlsx og last opp den.`,
    'document-type-not-supported': ({ kind }) =>
      `Fila er ${kind}. Den typen les vi ikkje enno. Opne henne i reknearkprogrammet, vel «Lagre som» og .xlsx, og last opp den nye fila.`,
    'password-protected': () =>
      'Fila er verna med passord, så vi får ikkje opna henne. Fjern passordet (Fil › Informasjon › Vern arbeidsbok), lagre og last opp på nytt.',
    'workbook-damaged': () =>
      'Arbeidsboka er skadd, og vi får ikkje lese henne ferdig. Opne henne i Excel, la Excel reparere henne, lagre som .xlsx og last opp på nytt.',
    'workbook-part-damaged': ({ part }) =>
      `Arbeidsboka er skadd: delen «${part}» lèt seg ikkje lese. Opne henne i Excel, la Excel reparere henne, lagre som .xlsx og last opp på nytt.`,
    'zip-damaged': () =>
      'Zip-fila er skadd eller ufullstendig. Pakk henne på nytt, eller last ned originalen igjen, og last opp på nytt.',
    'zip-bomb': () =>
      'Fila pakkar seg ut til langt meir enn ein rapport gjer, så vi stoppa lesinga. Lagre ein kopi utan bilete, tomme rader og ubrukte ark, og last opp den.',
    'active-content': ({ kind }) =>
      `Arbeidsboka inneheld ${kind}. Den som opnar fila seinare, kan kome til å køyre dei, så vi tek ho ikkje imot. Lagre ho som vanleg arbeidsbok (.xlsx) utan dei, eller som CSV, og last opp den.`,
    'xml-doctype': ({ part }) =>
      `Delen «${part}» inneheld ein DOCTYPE. Det har vanlege arbeidsbøker ikkje, og vi les han ikkje av tryggleiksgrunnar. Lagre fila på nytt frå Excel og last opp den.`,
    'too-large': ({ foundMb, expectedMb }) =>
      `Fila er på ${foundMb} MB. Grensa er ${expectedMb} MB. Del rapporten i fleire filer, eller ta bort bilete og ubrukte ark.`,
    'too-many-sheets': ({ expected }) =>
      `Arbeidsboka har meir enn ${expected} ark, som er grensa. Ta bort ark som ikkje høyrer til rapporten.`,
    'too-many-rows': ({ expected }) =>
      `Fila har meir enn ${expected} rader, som er grensa. Del rapporten i fleire filer.`,
    'too-many-columns': ({ found, expected, place }) =>
      `Det er innhald i kolonne ${found} (${place}). Grensa er ${expected} kolonnar. Slett innhaldet til høgre for tabellen, og kontroller at skiljeteiknet er rett.`,
    'too-many-texts': ({ expectedMb }) =>
      `Tekstane i arbeidsboka fyller meir enn ${expectedMb} MB, som er grensa. Del rapporten i fleire filer, eller lagre han som CSV.`,
    'cell-too-long': ({ expected, place }) =>
      `Teksten i ${place} har over ${expected} teikn, og det er grensa. Kort ned teksten. Står det mange linjer i éi celle, manglar det truleg eit hermeteikn.`,
    'line-not-json': ({ row }) =>
      `Linje ${row} er ikkje eitt JSON-objekt i UTF-8. Vi venta eitt objekt per linje, slik: {"itemNumber": "00512", "quantity": 10}. Rett linja og send på nytt.`,
    'line-value-nested': ({ row, field }) =>
      `Feltet «${field}» i linje ${row} har ei liste eller eit objekt som verdi. Vi venta tekst, tal, true, false eller null. Skriv verdien rett i linja.`,
  },
  notes: {
    'name-says-otherwise': ({ ending, found }) =>
      `Filnamnet sluttar på .${ending}, men innhaldet er ${found}. Vi har lese innhaldet.`,
    'bytes-not-in-encoding': ({ many, count }) =>
      many({
        one: 'Eitt teikn lét seg ikkje lese og er vist som «�».',
        other: `${count} teikn lét seg ikkje lese og er viste som «�».`,
      }),
    'quote-broken': ({ row }) => `Hermeteikna i rad ${row} går ikkje opp. Teksten er teken med slik han er skriven.`,
    'quote-never-closed': ({ row }) =>
      `Eit hermeteikn i rad ${row} blir aldri avslutta. Det er lese som eit vanleg teikn.`,
    'sheet-missing': ({ sheet }) => `Arket «${sheet}» finst i innhaldslista, men ikkje i fila. Det er ikkje lese.`,
    'sheet-not-a-table': ({ sheet }) => `Arket «${sheet}» er eit diagram eller liknande og er ikkje lese.`,
  },
};
