import { priceListHeadings, registerHeadings, testAssortment } from '@tallgrunn/agreements-server/testing';
import { pactFootprint } from '@tallgrunn/declarations-server/testing';
import { sampleCatalogue, sampleEpdArchive, sampleEpdJson, sampleEpdXml, samplePdf } from '@tallgrunn/formats/testing';
import { writeXlsx, writeZip } from '@tallgrunn/tabular';
import { indexCsv, indexFields } from './prices-world.ts';
import type { Planted } from './planted-persons.ts';
import type { PersonSupply } from './planting.ts';
import type { Who, World } from './world.ts';

/** A file with persons in it, and the endpoint it is uploaded to. */
export interface PlantedUpload {
  readonly door: string;
  readonly who: Who;
  readonly path: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly fields?: Record<string, string>;
  readonly planted: readonly Planted[];
}

const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** Builds one table row per column, with a person added to its content, and a column that is not read. */
function plantedRows(
  headings: readonly string[],
  row: (at: number) => string[],
  draw: (heading: string) => Planted,
): { rows: string[][]; planted: Planted[] } {
  const planted: Planted[] = [];
  const rows = headings.map((heading, at): string[] => {
    const cells = [...row(at), ''];
    const person = draw(heading);
    planted.push(person);
    cells[at] = [cells[at], person.written].filter(Boolean).join(' ');
    cells[headings.length] = person.written;
    return cells;
  });
  return { rows, planted };
}

const csvOf = (headings: readonly string[], rows: readonly string[][]): string =>
  [[...headings, 'Bestilt av'], ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\r\n');

async function workbookOf(sheet: string, headings: readonly string[], rows: readonly string[][]): Promise<Buffer> {
  return whole(
    writeXlsx([
      { name: sheet, columns: [...headings, 'Bestilt av'].map((header) => ({ header, kind: 'text' as const })), rows },
    ]),
  );
}

/** Returns true for register columns where a person's name is expected. */
const isStated = (heading: string): boolean => /ansvarlig|kontakt|e post|leverandor/.test(heading);

async function registers(persons: PersonSupply): Promise<PlantedUpload[]> {
  const known: Readonly<Record<string, string>> = {
    caseNumber: '26/77',
    title: 'Vask',
    startsOn: '01.01.2026',
    supplierName: 'Finnskog Storkjøkken Engros',
    supplierNumber: '311047116',
  };
  const fields = Object.keys(registerHeadings);
  const headings = fields.map((field) => registerHeadings[field as keyof typeof registerHeadings][0]);
  const draw = (heading: string) => persons.next(isStated(heading) ? ['number'] : undefined);
  const row = (at: number) => fields.map((field) => (field === 'caseNumber' ? `26/${80 + at}` : (known[field] ?? '')));
  const [text, book] = [plantedRows(headings, row, draw), plantedRows(headings, row, draw)];
  const called = persons.next(['name']);
  return [
    {
      door: 'register',
      who: 'manager',
      path: '/agreement-imports',
      name: `avtaler ${called.written}.csv`,
      content: csvOf(headings, text.rows),
      planted: text.planted,
    },
    {
      door: 'register',
      who: 'manager',
      path: '/agreement-imports',
      name: 'avtaler.xlsx',
      content: await workbookOf(called.written, headings, book.rows),
      planted: [...book.planted, called],
    },
  ];
}

async function priceLists(persons: PersonSupply, { agreement, members }: World): Promise<PlantedUpload[]> {
  const [head = '', ...lines] = testAssortment
    .trim()
    .split('\n')
    .map((line) => line.split(';'));
  const known = new Map((head as string[]).map((heading, at) => [heading.toLowerCase(), lines[0]![at] ?? '']));
  const headings = Object.values(priceListHeadings).map(([first]) => first ?? '');
  // Only text columns are used, one list for each: an invalid number, date or lot would reject the whole list.
  const texts = headings.filter(
    (heading) =>
      /varenummer|varenavn|kategori|enhet|pakning$|merking|valuta/.test(heading) && !/antall|gtin/.test(heading),
  );
  const path = `/agreements/${agreement.agreementId}/price-drafts`;
  const fields = { supplierId: members.clerk.organisationId };
  const uploads: PlantedUpload[] = [];
  for (const [at, heading] of texts.entries()) {
    const person = persons.next();
    const own = [...new Set([...(head as string[]).map((each) => each.toLowerCase()), heading])];
    const cells = own.map((each) =>
      each === heading ? `${known.get(each) ?? ''} ${person.written}`.trim() : (known.get(each) ?? ''),
    );
    const isBook = at % 2 === 1;
    // A sheet name cannot contain the stroke of "Dagmamma v/ …", without which the name cannot be detected.
    const called = isBook ? persons.next(['name']) : person;
    uploads.push({
      door: `price list ${heading}`,
      who: 'manager',
      path,
      fields,
      name: isBook ? 'priser.xlsx' : 'priser.csv',
      content: isBook
        ? await workbookOf(called.written, own, [[...cells, person.written]])
        : csvOf(own, [[...cells, person.written]]),
      planted: isBook ? [person, called] : [person],
    });
  }
  for (const place of ['name', 'number', 'description', 'certificate', 'note'] as const) {
    const person = persons.next();
    const itemXml =
      place === 'description'
        ? `<cbc:Description>${person.written}</cbc:Description>`
        : place === 'certificate'
          ? `<cac:Certificate><cbc:ID>${person.written}</cbc:ID></cac:Certificate>`
          : '';
    const content = sampleCatalogue(
      [
        {
          ...(place === 'name' && { name: `Kjøttdeig ${person.written}` }),
          ...(place === 'number' && { number: `00512 ${person.written}` }),
          itemXml,
        },
      ],
      { headXml: place === 'note' ? `<!-- ${person.written} -->` : '' },
    );
    uploads.push({
      door: `catalogue ${place}`,
      who: 'manager',
      path,
      fields,
      name: 'katalog.xml',
      content,
      planted: [person],
    });
  }
  const person = persons.next();
  uploads.push({
    door: 'index',
    who: 'manager',
    path: '/index-series',
    fields: { ...indexFields, code: 'PLANT' },
    name: 'indeks.csv',
    content: `Laget av ${person.written}\n${indexCsv
      .trim()
      .split('\n')
      .map((line, at) => `${line};${at === 0 ? 'merknad' : person.written}`)
      .join('\n')}\n`,
    planted: [person],
  });
  return uploads;
}

/** Number of files per document: each has persons in a different part of its texts. */
const FILES_PER_DOCUMENT = 6;

/** Distributes the texts of a document over the files and adds one person to each text. */
function distributePersons<Place>(
  places: readonly Place[],
  persons: PersonSupply,
  write: (some: readonly (readonly [place: Place, person: Planted])[]) => void,
): void {
  for (let file = 0; file < FILES_PER_DOCUMENT; file += 1)
    write(places.filter((_, at) => at % FILES_PER_DOCUMENT === file).map((place) => [place, persons.next()] as const));
}

/** Returns the paths of all texts in a JSON value. */
function textPlaces(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [at];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textPlaces(inner, [...at, key]))
    : [];
}

function jsonWith(value: unknown, some: readonly (readonly [place: readonly string[], person: Planted])[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const [place, { written }] of some) {
    const holder = place
      .slice(0, -1)
      .reduce<Record<string, unknown>>((each, key) => each[key] as Record<string, unknown>, copy);
    holder[place.at(-1)!] = `${String(holder[place.at(-1)!])} ${written}`;
  }
  return copy;
}

async function declarations(persons: PersonSupply, { members, declarationId }: World): Promise<PlantedUpload[]> {
  const uploads: PlantedUpload[] = [];
  const fields = { supplierId: members.clerk.organisationId };
  const add = (door: string, name: string, content: string, some: readonly (readonly [unknown, Planted])[]) =>
    uploads.push({
      door,
      who: 'manager',
      path: '/declarations',
      fields,
      name,
      content,
      planted: some.map(([, person]) => person),
    });
  const pact = {
    ...pactFootprint({ verifiedBy: 'Kontroll AS', product: 'Kjøttdeig' }),
    comment: 'Fra gården',
    productCategoryCpc: '2111',
  };
  const second = pactFootprint({ id: '6a6cbe91-4ce9-4ae1-8c3e-2f1f0a4d4f77' });
  distributePersons(textPlaces(pact), persons, (some) =>
    add('footprint', 'fotavtrykk.json', JSON.stringify([jsonWith(pact, some), second]), some),
  );
  distributePersons(textPlaces(sampleEpdJson()), persons, (some) =>
    add('EPD in JSON', 'epd.json', JSON.stringify(jsonWith(sampleEpdJson(), some)), some),
  );
  const xml = sampleEpdXml();
  const texts = [...xml.matchAll(/(?<=>)[^<>]*[^\s<>][^<>]*(?=<)/g)].map(({ 0: text, index }) => index + text.length);
  distributePersons(texts, persons, (some) =>
    add(
      'EPD in XML',
      'epd.xml',
      some.toReversed().reduce((all, [end, { written }]) => `${all.slice(0, end)} ${written}${all.slice(end)}`, xml),
      some,
    ),
  );
  const [entry, packed] = [persons.next(), persons.next()];
  const archive = Object.entries(sampleEpdArchive({ owner: `Produsenten ${packed.written}` }));
  const parts = [
    ...archive.map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
    { name: `ILCD/external_docs/${entry.written.replaceAll('/', ' ')}.txt`, content: [Buffer.from(packed.written)] },
  ];
  uploads.push({
    door: 'EPD archive',
    who: 'manager',
    path: '/declarations',
    fields,
    name: 'epd.zip',
    content: await whole(writeZip(parts)),
    planted: [entry, packed],
  });
  for (const [at, write] of [
    (text: string) => `<< /Author (${text}) /Title (Notat av ${text}) /Keywords (${text}) >>`,
    (text: string) => `<< /Author <${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}> >>`,
    (text: string) =>
      `<< /Type /Metadata /Subtype /XML /Length 999 >>\nstream\n<?xpacket begin="" id="x"?><rdf:RDF><rdf:Description xmp:CreatorTool="${text}"><dc:creator><rdf:Seq><rdf:li>${text}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF><?xpacket end="w"?>\nendstream`,
  ].entries()) {
    const person = persons.next();
    uploads.push({
      door: `PDF ${at}`,
      who: 'clerk',
      path: `/declarations/${declarationId}/attachments`,
      name: `${person.written.replaceAll('/', ' ')}.pdf`,
      content: samplePdf('Oppdiktet.', 'table', [write(person.written)]),
      planted: [person],
    });
  }
  return uploads;
}

/**
 * Builds files for every endpoint that stores a file or its content, except reports, ledgers, e-invoices and despatch
 * advices, which planted.spec covers.
 */
export async function plantedUploads(persons: PersonSupply, world: World): Promise<PlantedUpload[]> {
  return [
    ...(await registers(persons)),
    ...(await priceLists(persons, world)),
    ...(await declarations(persons, world)),
  ];
}
