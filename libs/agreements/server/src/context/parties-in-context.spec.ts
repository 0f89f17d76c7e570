import { checkReport } from '@tallgrunn/checks';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { AddSite } from '../parties/add-site.ts';
import { ChangeRelatedEntities } from '../parties/change-related-entities.ts';
import { RecordOrganisationChange } from '../parties/record-organisation-change.ts';
import { AddCustomerNumber } from '../parties/add-customer-number.ts';
import { RevokeLearnedRule } from '../parties/revoke-learned-rule.ts';
import { AddParty } from '../register/add-party.ts';
import { agreements } from '../room.ts';
import { setUpAgreement, type TestAgreement } from '../testing.ts';
import { BuildCheckContext } from './build-check-context.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let [buyer, other, supplier, odal, wrong] = ['', '', '', '', ''];
const acting = <T>(act: () => Promise<T>) => stand.get(UnitOfWork).run(parties.manager.actor, act);
const basis = (period: string) => acting(() => stand.get(BuildCheckContext).run(agreement.obligations[period] ?? ''));

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  [buyer, other] = parties.buyers.map(({ organisationId }) => organisationId) as [string, string];
  supplier = parties.suppliers[0]?.organisationId ?? '';
  await acting(async () => {
    await stand.get(AddSite).run(buyer, {
      name: 'Langeland skole',
      orgNumber: '974635607',
      deliveryNames: ['Langeland Skule', 'Kjøkkenet på Langeland'],
    });
    await stand.get(AddSite).run(buyer, { name: 'Nedlagt skole', untilOn: '2025-06-30' });
    const numbers = stand.get(AddCustomerNumber);
    await numbers.run(supplier, { number: '10423', buyerId: buyer, untilOn: '2026-01-31' });
    await numbers.run(supplier, { number: '10423', buyerId: other, fromOn: '2026-02-01' });
    wrong = (await numbers.run(supplier, { number: '99999', buyerId: other })).id;
    await stand.get(RevokeLearnedRule).run(supplier, wrong, false);
    await numbers.run(parties.suppliers[1]?.organisationId ?? '', { number: '555', buyerId: buyer });
    odal = (await stand.get(AddParty).run({ kind: 'buyer', name: 'Odal kommune' })).id;
    await stand
      .get(RecordOrganisationChange)
      .run({ kind: 'merged', onDate: '2026-03-10', fromIds: [other], toIds: [odal] });
    await stand
      .get(RecordOrganisationChange)
      .run({ kind: 'renamed', onDate: '2026-02-01', fromIds: [buyer], newName: 'Kongsvinger bykommune' });
    await stand
      .get(ChangeRelatedEntities)
      .add(supplier, { kind: 'branch', name: 'Avdeling Elverum', orgNumber: '974760673', untilOn: '2026-02-28' });
    await stand
      .get(ChangeRelatedEntities)
      .add(supplier, { kind: 'predecessor', name: 'Finnskog Engros', untilOn: '2019-12-31' });
  });
});
afterAll(() => stand.close());

describe('parties in the check context', () => {
  it('lists the sites valid in the period, each with all its names', async () => {
    const { sites } = (await basis('2026-03')).context;
    expect(sites).toMatchObject({
      name: ['Langeland skole', 'Langeland Skule', 'Kjøkkenet på Langeland'],
      orgNumber: ['974635607', null, null],
    });
  });

  it('lists the customer numbers of this supplier that are valid in the period and not revoked', async () => {
    const [january, march] = [(await basis('2026-01')).context, (await basis('2026-03')).context];
    const held = ({ customerNumbers, buyers }: typeof january) =>
      customerNumbers?.number.map((number, at) => [number, buyers?.name[customerNumbers.buyer[at] ?? 0]]);
    expect(held(january)).toEqual([['10423', 'Kongsvinger bykommune']]);
    expect(held(march)).toEqual([['10423', 'Nord-Odal kommune']]);
  });

  it('lists organisation changes before the end of the period, and the branches valid in it', async () => {
    const [february, march] = [(await basis('2026-02')).context, (await basis('2026-03')).context];
    expect([february.successions, march.successions?.on]).toEqual([undefined, ['2026-03-10']]);
    expect(march.formerNames).toMatchObject({ text: ['Kongsvinger kommune'], until: ['2026-02-01'] });
    expect([february.supplierUnits?.name, march.supplierUnits?.name]).toEqual([
      ['Avdeling Elverum', 'Finnskog Engros'],
      ['Finnskog Engros'],
    ]);
  });

  it('resolves every name and number that the supplier uses to a buyer', async () => {
    const { terms, context } = await basis('2026-03');
    const row = (customer: string, day: string, number: number) =>
      `00512;Kjøttdeig storfe 2,5 kg;${customer};1;pk;312,50;312,50;${day}.03.2026;F${number}`;
    const csv = [
      'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer',
      row('Langeland skule', '02', 1),
      row('10423', '03', 2),
      row('974635607', '04', 3),
      row('Nord-Odal', '09', 4),
      row('Nord-Odal kommune', '10', 5),
      row('Kongsvinger kommune', '11', 6),
    ].join('\n');
    const found: [string | null, string | null][] = [];
    const verdict = await checkReport(await openTable(bytesOf(new TextEncoder().encode(csv)), 'mars.csv'), {
      terms,
      context,
      onLine: (line) => void found.push([line.buyerText, line.buyer]),
    });
    expect(found).toEqual([
      ['Langeland skule', buyer],
      ['10423', other],
      ['974635607', buyer],
      ['Nord-Odal', other],
      ['Nord-Odal kommune', odal],
      ['Kongsvinger kommune', buyer],
    ]);
    expect(
      verdict.findings
        .filter(({ code }) => code === 'buyer-succeeded')
        .map(({ found: text, expected }) => [text, expected]),
    ).toEqual([
      ['Nord-Odal kommune', 'Odal kommune'],
      ['Kongsvinger kommune', 'Kongsvinger bykommune'],
    ]);
  });
});
