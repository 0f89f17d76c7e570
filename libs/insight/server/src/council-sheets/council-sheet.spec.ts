import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import {
  readOffice,
  readPdf,
  setUpTestApp,
  type ReadOffice,
  type ReadPdf,
  type TestApp,
} from '@tallgrunn/platform/testing';
import { divide, formatCount, formatMoney, formatQuantity, formatShare, languages } from '@tallgrunn/values';
import { insight } from '../room.ts';
import {
  calculate,
  closeLedgers,
  postLedger,
  publishPart,
  roomsOfEmissions,
} from '@tallgrunn/emissions-server/testing';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let approver: SignedIn;
let regionId: string;
let ownId: string;

const buyerId = (at = 0) => parties.buyers[at]!.organisationId;
const fetchSheet = (who: SignedIn, id: string, query = '') =>
  who.get(`/emissions/publications/${id}/council-sheet?${query}`);
const bytesOf = async (who: SignedIn, id: string, query = ''): Promise<Buffer> =>
  (await fetchSheet(who, id, query).responseType('blob').expect(200)).body as Buffer;
const sheetOf = async (who: SignedIn, id: string, query = ''): Promise<ReadPdf> =>
  readPdf(await bytesOf(who, id, query));
const officeOf = async (format: 'pptx' | 'docx', query = '', id = regionId): Promise<ReadOffice> =>
  readOffice(await bytesOf(manager, id, `format=${format}&${query}`));
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  approver = await administrator(stand, parties, 'godkjenner@example.no');
  await postLedger(stand, parties, [
    { account: '200', amount: '2000', on: '2026-01-05' },
    { account: '120', amount: '700000', on: '2026-01-05' },
    { account: '115', amount: '900000', on: '2026-02-05' },
    { account: null, amount: '1234', on: '2026-02-05' },
    { account: '115', amount: '50000', on: '2026-03-05', vat: 'unknown' },
  ]);
  await postLedger(stand, parties, [{ account: '115', amount: '4000000', on: '2026-01-05' }], { buyer: 1 });
  await calculate(stand, parties);
  await closeLedgers(stand, parties);
  regionId = await publishPart(manager, approver, 1, {
    caseNumber: '26/1',
    scope: 'Kommunene, første kvartal.',
    from: '2026-01',
    to: '2026-03',
  });
  ownId = await publishPart(manager, approver, 1, {
    caseNumber: '26/2',
    scope: 'Én kommune.',
    from: '2026-01',
    to: '2026-03',
    buyerIds: [buyerId()],
  });
});
afterAll(() => stand.close());

describe('council sheet', () => {
  it('is one page of PDF/UA-1 in each language, with its finding as title and its parts in reading order', async () => {
    const headings = {
      nb: ['Det vi ikke vet', 'Det som kan bestemmes'],
      nn: ['Det vi ikkje veit', 'Det som kan avgjerast'],
      en: ['What we do not know', 'What can be decided'],
    };
    for (const language of languages) {
      const read = await sheetOf(manager, regionId, `language=${language}`);
      expect(read).toMatchObject({
        uaPart: '1',
        isTagged: true,
        pageCount: 1,
        language: /^en/.test(language) ? 'en-GB' : `${language}-NO`,
      });
      expect(read.title).toMatch(/\d.*%.*2026/u);
      expect(read.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'Figure', 'L']));
      const places = [spaced(read.title!).slice(0, 20), '26/1', ...headings[language]].map((part) =>
        read.text.indexOf(part),
      );
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(read.pictures).toHaveLength(1);
    }
  });

  it('has the figures of the publication page, of all and of one municipality', async () => {
    for (const query of ['', `buyerId=${buyerId()}`]) {
      const read = await sheetOf(manager, regionId, query);
      const { totals, rows } = (
        await manager.get(`/emissions/summary?publication=${regionId}&run=1&${query}`).expect(200)
      ).body;
      expect(read.text).toContain(spaced(formatMoney(totals.spend, 'NOK', 'nb', 0)));
      expect(read.text).toContain(spaced(formatShare(totals.shareKnown, 'nb')));
      expect(read.text).toContain(spaced(formatMoney(totals.vatUnknown, 'NOK', 'nb', 0)));
      const largest = Math.max(...(rows as { kg: string | null }[]).map(({ kg }) => Number(kg ?? 0)));
      expect(read.title).toContain(formatShare((largest / Number(totals.kg)).toFixed(6), 'nb'));
    }
    expect((await sheetOf(manager, regionId)).text).toContain('4 av 6');
  });

  it('names the municipality that it is of, and the same figures from either publication', async () => {
    const name = (await manager.get('/emissions/publications').expect(200)).body.find(
      ({ id }: { id: string }) => id === ownId,
    ).buyers[0].name as string;
    const [own, part] = [await sheetOf(manager, ownId), await sheetOf(manager, regionId, `buyerId=${buyerId()}`)];
    expect([own.title, part.title].every((title) => title?.includes(name))).toBe(true);
    expect(own.pictures).toEqual(part.pictures);
  });

  it.each(languages)(
    'has the texts, figures and alt texts of the PDF as a slide and as a text, in %s',
    async (language) => {
      for (const who of ['', `buyerId=${buyerId()}`]) {
        const query = `language=${language}&${who}`;
        const pdf = await sheetOf(manager, regionId, query);
        const [slide, text] = [await officeOf('pptx', query), await officeOf('docx', query)];
        const { totals } = (await manager.get(`/emissions/summary?publication=${regionId}&run=1&${who}`).expect(200))
          .body;
        expect([slide.title, text.title].map((title) => spaced(title ?? ''))).toEqual(
          Array(2).fill(spaced(pdf.title!)),
        );
        expect(slide.tables).toEqual(text.tables);
        expect(spaced(text.tables.flat(2).join(' '))).toContain(spaced(formatMoney(totals.spend, 'NOK', language, 0)));
        for (const paragraph of text.paragraphs) expect(spaced(pdf.text)).toContain(spaced(paragraph));
        const common = text.paragraphs.slice(0, -1); // sources are at the foot of a slide
        for (const paragraph of common) expect(slide.paragraphs).toContain(paragraph);
        expect(slide.paragraphs.at(-1)).toContain(text.paragraphs.at(-1));
        expect(text.descriptions.map(spaced)).toEqual(pdf.pictures.map(spaced));
        expect(slide.descriptions.at(-1)).toBe(text.descriptions[0]);
        expect(slide.chart).toEqual(text.chart);
      }
    },
  );

  it('has charts as long as the categories of the publication page are large', async () => {
    const { chart } = await officeOf('pptx');
    const { rows } = (await manager.get(`/emissions/summary?publication=${regionId}&run=1`).expect(200)).body;
    const byCategory = Map.groupBy(
      (rows as { category: string; kg: string | null }[]).filter(({ kg }) => kg !== null),
      ({ category }) => category,
    );
    const tonnes = [...byCategory.values()].map((own) => own.reduce((total, { kg }) => total + Number(kg) / 1000, 0));
    const lengths = chart!.labels.map((_, at) => chart!.series.reduce((total, values) => total + values[at]!, 0));
    expect(lengths).toEqual(tonnes.toSorted((a, b) => b - a).map((value) => Number(value.toPrecision(2))));
  });

  it('has figures per inhabitant where the ledgers are complete and the inhabitants are known, or says why not', async () => {
    expect((await sheetOf(manager, regionId)).text).toContain('fordi regnskapet ikke er komplett');
    const months = { from: '2026-01', to: '2026-01' };
    const complete = { caseNumber: '26/3', scope: 'Januar.', ...months, buyerIds: [buyerId(0), buyerId(1)] };
    const id = await publishPart(manager, approver, 1, complete);
    const store = (year: number, figures: object[]) =>
      manager.post('/municipalities/population', { year, source: 'SSB, tabell 07459', figures }).expect(204);
    await store(2025, [{ buyerId: buyerId(0), inhabitants: 4000 }]);
    const names = (await manager.get('/emissions/publications').expect(200)).body[0].buyers as { name: string }[];
    expect((await sheetOf(manager, id)).text).toContain(
      spaced(`fordi innbyggertallet mangler for ${names.map(({ name }) => name).at(1)}`),
    );
    await store(2026, [{ buyerId: buyerId(1), inhabitants: 6000 }]);
    for (const [query, inhabitants, years] of [
      ['', 10_000, '2025–2026'],
      [`buyerId=${buyerId(1)}`, 6000, '2026'],
    ] as const) {
      const url = `/emissions/summary?publication=${id}&run=1&${query}`;
      const { kg, spend, kgFromKroner } = (await manager.get(url).expect(200)).body.totals;
      const [row] = (await officeOf('docx', query, id)).tables[0]!.filter(([name]) =>
        name?.startsWith('Per innbygger'),
      );
      expect(spaced(row![0]!)).toBe(spaced(`Per innbygger (${formatCount(inhabitants, 'nb')} innbyggere, ${years})`));
      const digits = Number(kgFromKroner) > Number(kg) / 2 ? 2 : 3;
      expect(row![1]).toMatch(
        new RegExp(`^${formatQuantity(String(Number((Number(kg) / inhabitants).toPrecision(digits))), 'nb')} kg`, 'u'),
      );
      expect(spaced(row![1]!)).toContain(spaced(formatMoney(divide(spend, String(inhabitants), 3), 'NOK', 'nb', 0)));
      expect((await sheetOf(manager, id, query)).pageCount).toBe(1);
    }
  });

  it('is the same bytes when nothing has changed', async () => {
    for (const format of ['format=pptx', 'format=docx'])
      expect((await bytesOf(manager, regionId, format)).equals(await bytesOf(manager, regionId, format))).toBe(true);
    expect((await bytesOf(manager, regionId)).equals(await bytesOf(manager, regionId))).toBe(true);
  });

  it('is of its own municipality for a buyer, and of no other', async () => {
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    expect((await sheetOf(buyer, regionId)).pictures).toEqual(
      (await sheetOf(manager, regionId, `buyerId=${buyerId()}`)).pictures,
    );
    await fetchSheet(buyer, regionId, `buyerId=${buyerId(1)}`).expect(404);
  });

  it('is refused without a publication, and when nothing of the municipality is published', async () => {
    await fetchSheet(manager, '00000000-0000-4000-8000-000000000000').expect(404);
    expect((await fetchSheet(manager, ownId, `buyerId=${buyerId(1)}`).expect(422)).body.code).toBe('nothing-published');
    await fetchSheet(manager, regionId, 'language=de').expect(400);
    await fetchSheet(manager, regionId, 'format=odt').expect(400);
    const acts = await stand.asOwner<{ details: { run: number } }>(
      `select details from platform.audit_entry where act = 'council-sheet.downloaded' limit 1`,
    );
    expect(acts[0]?.details.run).toBe(1);
  });
});
