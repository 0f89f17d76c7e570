import fs from 'node:fs';
import path from 'node:path';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { sampleCatalogue } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { agreements } from '../room.ts';
import { setUpAgreement, spoolFile, type TestAgreement } from '../testing.ts';
import { ImportAssortment } from './import-assortment.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const importXml = (name: string, text: string) =>
  stand
    .get(UnitOfWork)
    .run(parties.manager.actor, async () =>
      stand
        .get(ImportAssortment)
        .run(made.agreementId, parties.suppliers[1]!.organisationId, await spoolFile(stand, name, text)),
    );
const linesOf = (versionId: string) =>
  stand.asOwner<Record<string, unknown>>(
    `select i.number, l.name, l.unit, l.price::text as price, l.previous_item_number, l.pack_quantity::text as holds, l.pack_unit, l.valid_from::text as valid_from, l.valid_to::text as valid_to
     from agreements.price_line l join agreements.item i on i.id = l.item_id where l.price_version_id = $1 order by l.line_no`,
    [versionId],
  );

describe('catalogue import', () => {
  it('creates a price version', async () => {
    const text = sampleCatalogue([
      {
        lineXml:
          '<cbc:OrderableUnit>CT</cbc:OrderableUnit><cbc:ContentUnitQuantity unitCode="EA">6</cbc:ContentUnitQuantity>',
        priceXml: '<cbc:BaseQuantity unitCode="EA">2</cbc:BaseQuantity>',
      },
      {
        number: '9',
        name: 'Uten pris',
        price: null,
        lineXml: '<cac:ReplacedRelatedItem><cbc:ID>8</cbc:ID></cac:ReplacedRelatedItem>',
      },
    ]);
    const { priceVersionId, number, items, remarks } = await importXml('katalog.xml', text);
    expect({ number, items, remarks }).toEqual({ number: 1, items: 2, remarks: [] });
    expect(await linesOf(priceVersionId)).toMatchObject([
      {
        number: '0041207',
        name: 'Kjøttdeig',
        unit: 'stk',
        price: '12.5',
        holds: '6',
        valid_from: '2026-04-01',
        valid_to: '2027-03-31',
      },
      { number: '9', price: null },
    ]);
  });

  it('retains items that an update catalogue does not name', async () => {
    const { priceVersionId, items } = await importXml(
      'endring.xml',
      sampleCatalogue(
        [
          { number: '10', name: 'Ny', price: '5' },
          { number: '9', action: 'Delete' },
        ],
        { action: 'Update' },
      ),
    );
    expect(items).toBe(2);
    expect((await linesOf(priceVersionId)).map(({ number }) => number)).toEqual(['10', '0041207']);
  });

  it('rejects a truncated catalogue', async () => {
    await expect(importXml('katalog.xml', sampleCatalogue().slice(0, -40))).rejects.toMatchObject({
      code: 'price-form-invalid',
      issues: [{ code: 'xml-truncated' }],
    });
  });
});

const folder = path.resolve(import.meta.dirname, '../../../../../../shared/data/1-ubl');
/** Only the root element counts: a rules file that contains example catalogues is not one. */
const isCatalogue = (file: string) =>
  /^\s*(?:<\?[^>]*\?>\s*)*<(?:\w+:)?Catalogue[\s>]/.test(
    fs
      .readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/<!--[\s\S]*?-->/g, ''),
  );
const files = fs.existsSync(folder)
  ? fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .map((file) => path.join(folder, file))
      .filter((file) => fs.statSync(file).isFile() && isCatalogue(file))
  : [];

(files.length > 0 ? describe : describe.skip)('third-party catalogues', () => {
  it('imports every sample catalogue as a price version', async () => {
    const refused: string[] = [];
    let items = 0;
    for (const file of files) {
      const outcome = await importXml('katalog.xml', fs.readFileSync(file, 'utf8')).catch(
        (problem: { code: string; issues?: unknown }) =>
          `${path.relative(folder, file)}: ${problem.code} ${JSON.stringify(problem.issues)}`,
      );
      if (typeof outcome === 'string') refused.push(outcome);
      else items += outcome.items;
    }
    process.stderr.write(`${files.length} catalogues, ${items} items, ${refused.length} refused\n`);
    expect(refused).toEqual([]);
  });
});
