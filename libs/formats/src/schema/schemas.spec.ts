import fs from 'node:fs';
import path from 'node:path';
import { bytesOf } from '@tallgrunn/tabular';
import { builtInProfiles } from '../ledger/built-in-profiles.ts';
import { validateProfile } from '../ledger/check-profile.ts';
import { describeExpected } from '../ledger/expected-of-profile.ts';
import { messageOf } from '../messages/message-of.ts';
import { readDocument } from '../read-document.ts';
import type { DocumentKind } from '../reading.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { sampleDespatch } from '../testing/sample-despatch.ts';
import { sampleSaft, sampleSaftPurchase } from '../testing/sample-saft.ts';
import { sampleNotice } from '../testing/sample-notice.ts';
import { sampleUbl } from '../testing/sample-ubl.ts';
import { catalogueSchema } from './catalogue-schema.ts';
import { declarationSchema } from './declaration-schema.ts';
import { despatchSchema } from './despatch-schema.ts';
import { formatFindingSchema } from './finding-schema.ts';
import { invoiceSchema } from './invoice-schema.ts';
import { ledgerProfileSchema, ledgerSchema } from './ledger-schema.ts';
import { noticeSchema } from './notice-schema.ts';
import { saftSchema } from './saft-schema.ts';
import type { JsonSchema } from './parts.ts';

type Node = JsonSchema & {
  type?: string | string[];
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
  enum?: unknown[];
  additionalProperties?: Node;
  $ref?: string;
  $defs?: Record<string, Node>;
};
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/**
 * Returns the places where a value violates a schema. Stricter than JSON Schema: unknown properties are not allowed.
 */
function faults(value: unknown, schema: Node, root: Node = schema, at = '$'): string[] {
  if (schema.$ref) return faults(value, root.$defs![schema.$ref.split('/').at(-1)!]!, root, at);
  if (schema.anyOf)
    return schema.anyOf.some((one) => faults(value, one, root, at).length === 0)
      ? []
      : faults(value, schema.anyOf[0]!, root, at);
  if (schema.additionalProperties)
    return Object.entries(value as object).flatMap(([name, entry]) =>
      faults(entry, schema.additionalProperties!, root, `${at}.${name}`),
    );
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${at} ${String(value)}`];
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.includes(typeOf(value))) return [`${at} is ${typeOf(value)}`];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => faults(entry, schema.items ?? {}, root, `${at}[${index}]`));
  if (typeOf(value) !== 'object' || !schema.properties) return [];
  const object = value as Record<string, unknown>;
  const missing = (schema.required ?? []).filter((name) => !(name in object)).map((name) => `${at}.${name} missing`);
  return [
    ...missing,
    ...Object.entries(object).flatMap(([name, entry]) =>
      schema.properties![name]
        ? faults(entry, schema.properties![name], root, `${at}.${name}`)
        : [`${at}.${name} unknown`],
    ),
  ];
}

const read = async (text: string, as: DocumentKind) => {
  const reading = await readDocument(bytesOf(new TextEncoder().encode(text)), 'file', as);
  if (!reading.ok) throw new Error(reading.code);
  return reading;
};

describe('published schemas match the documents read', () => {
  it('for an invoice with all fields', async () => {
    const allowance =
      '<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="NOK">1</cbc:Amount></cac:AllowanceCharge>';
    const itemXml = `<cac:StandardItemIdentification><cbc:ID schemeID="0160">7038010009457</cbc:ID></cac:StandardItemIdentification>
      <cac:CommodityClassification><cbc:ItemClassificationCode listID="STI">15000000</cbc:ItemClassificationCode></cac:CommodityClassification>
      <cac:AdditionalItemProperty><cbc:Name>EmissionFactor</cbc:Name><cbc:Value>1</cbc:Value></cac:AdditionalItemProperty>
      <cac:AdditionalItemProperty><cbc:Name>Vekt</cbc:Name><cbc:ValueQuantity unitCode="KGM">1</cbc:ValueQuantity></cac:AdditionalItemProperty>`;
    const headXml = `<cac:InvoicePeriod><cbc:StartDate>2026-01-01</cbc:StartDate></cac:InvoicePeriod><cac:PayeeParty><cac:PartyName><cbc:Name>Faktor AS</cbc:Name></cac:PartyName></cac:PayeeParty>
      <cac:Delivery><cbc:ActualDeliveryDate>2026-03-01</cbc:ActualDeliveryDate></cac:Delivery>${allowance}
      <cac:AdditionalDocumentReference><cbc:ID>v</cbc:ID></cac:AdditionalDocumentReference>`;
    const lines = [
      { net: '1', itemXml, lineXml: `${allowance}<cac:SubInvoiceLine><cbc:ID>1.1</cbc:ID></cac:SubInvoiceLine>` },
    ];
    const { document, findings } = await read(sampleUbl({ lines, headXml, lineExtensionAmount: '1' }), 'invoice');
    expect(faults(document, invoiceSchema as Node)).toEqual([]);
    expect(findings.flatMap((finding) => faults(finding, formatFindingSchema as Node))).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('for a ledger', async () => {
    const { document } = await read(
      'Bilagsnummer;Art;Beløp;Leverandørnavn;Orgnr;Tekst;Saksbehandler\n1;115;1,00;Blyant & Bind;311120301;Kari;KN\n2;429;1,00;;;;\n',
      'ledger',
    );
    expect(faults(document, ledgerSchema as Node)).toEqual([]);
  });

  it('for a declaration', async () => {
    const pcf = {
      declaredUnitOfMeasurement: 'piece',
      declaredUnitAmount: '1',
      pcfExcludingBiogenicUptake: '1',
      verification: { providerName: 'x' },
    };
    const { document } = await read(JSON.stringify({ id: 'a', specVersion: '3.0.0', pcf }), 'declaration');
    expect(faults(document, declarationSchema as Node)).toEqual([]);
  });

  it.each([
    ['notice', sampleNotice(), noticeSchema, '7-procurement'],
    ['catalogue', sampleCatalogue(), catalogueSchema, '1-ubl'],
    ['saft', sampleSaft({ transactions: [sampleSaftPurchase('1', '80.00', '20.00', '100.00')] }), saftSchema, '2-saft'],
    ['despatch', sampleDespatch({ lines: [{ quantity: '1' }] }), despatchSchema, '1-ubl'],
  ] as const)('for a %s, and every third-party one', async (kind, sample, schema, topic) => {
    const { document } = await read(sample, kind);
    expect(faults(document, schema as Node)).toEqual([]);
    const folder = thirdPartyData(topic);
    for (const file of folder ? filesBelow(folder, '.xml') : []) {
      const reading = await readDocument(
        bytesOf(new Uint8Array(fs.readFileSync(path.join(folder!, file)))),
        file,
        kind,
      );
      if (reading.ok) expect([file, faults(reading.document, schema as Node)]).toEqual([file, []]);
    }
  });

  it('for every example profile, which also passes the validation of stored profiles', () => {
    for (const profile of builtInProfiles) {
      expect(faults(profile, ledgerProfileSchema as Node)).toEqual([]);
      expect(validateProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
    }
  });

  it.each([
    [{ id: '' }, 'id'],
    [{ columns: { amount: 'Beløp', colour: 'x' } }, 'columns.colour'],
    [{ columns: { account: 'Art' } }, 'columns.amount'],
    [{ sign: 'plus' }, 'sign'],
    [{ currency: 'kr' }, 'currency'],
    [{ filters: [{ column: 'BA' }] }, 'filters[0]'],
    [{ required: ['beløp'] }, 'required'],
    [{ numbers: { decimal: ',', scale: 10 } }, 'numbers.scale'],
  ])('refuse a profile with %j', (change, detail) => {
    expect(() => validateProfile({ ...builtInProfiles[0], ...change })).toThrow(
      expect.objectContaining({
        code: 'import-profile-invalid',
        params: { detail, expected: expect.stringMatching(/./) },
      }),
    );
    // The sentence states the expected value in its own language.
    const [nb, nn, en] = (['nb', 'nn', 'en'] as const).map((language) =>
      messageOf(
        {
          code: 'import-profile-invalid',
          severity: 'blocksFile',
          place: null,
          found: null,
          expected: null,
          params: { detail, expected: describeExpected(detail, 'en') },
        },
        language,
      ),
    );
    expect(en).toContain(describeExpected(detail, 'en'));
    for (const [sentence, language] of [
      [nb, 'nb'],
      [nn, 'nn'],
    ] as const) {
      expect(sentence).toContain(describeExpected(detail, language));
      expect(sentence).not.toMatch(/\b(the|an?|of|or|where|list|letters|heading)\b/);
    }
  });
});
