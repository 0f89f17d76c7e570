import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { submitFootprints } from '@tallgrunn/declarations-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { calculate, roomsOfEmissions } from '../testing.ts';

describe('supplier footprints', () => {
  let stand: TestApp;
  let parties: Parties;
  let agreement: TestAgreement;
  let manager: SignedIn;
  let versionId: string;

  beforeAll(async () => {
    stand = await setUpTestApp(roomsOfEmissions);
    parties = await setUpParties(stand);
    agreement = await setUpAgreement(stand, parties);
    manager = await signIn(stand, parties.manager.email);
    const supplierId = parties.suppliers[0]!.organisationId;
    await submitFootprints(stand, parties.suppliers[0]!.actor, supplierId, [
      {
        id: '11111111-1111-4111-8111-111111111111',
        productIds: ['urn:pact:finnskog:00512'],
        unit: 'kilogram',
        value: '27.3',
      },
      {
        id: '22222222-2222-4222-8222-222222222222',
        productIds: ['urn:pact:finnskog:30118'],
        unit: 'liter',
        value: '1.1',
      },
      {
        id: '55555555-5555-4555-8555-555555555555',
        productIds: ['urn:pact:finnskog:8801'],
        unit: 'piece',
        amount: '1000',
        value: '30',
      },
    ]);
    const gloves = {
      itemNumber: '8801',
      buyer: 'Kongsvinger kommune',
      quantity: '5',
      unit: 'eske',
      unitPrice: '98,00',
      amount: '490,00',
      deliveredOn: '20.03.2026',
      invoiceNumber: '7003',
    };
    ({ id: versionId } = await acceptedReport(stand, parties, agreement, { lines: [...marchLines, gloves] }));
    await calculate(stand, parties);
  });
  afterAll(() => stand.close());

  it('are alternatives to the official figure by the weight in the price list, and are not added', async () => {
    const { body } = await manager.get('/emissions/summary').expect(200);
    expect(body.totals).toMatchObject({ lines: 0, kg: '0.000000' });
    expect(body.beside).toEqual([
      { standing: 'counted', lines: 2, amount: '3615.00', kg: '697.500000', verifiedKg: null },
      { standing: 'unit-not-convertible', lines: 1, amount: '592.00', kg: null, verifiedKg: null },
    ]);
  });

  it('are explained with quantity, conversion, validity, declaration and row', async () => {
    const { body } = await manager.get(`/emissions/explanations/reported-lines/${versionId}/1?language=nb`).expect(200);
    expect(body.formula).toBe('10 pk × 68,25 = 682,5 kg CO₂e');
    expect(body.steps.join('\n')).toMatch(
      /10 pk av vare 00512[\s\S]*27,3 kg CO₂e per kg[\s\S]*tre år[\s\S]*1 pk veier 2,5 kg netto/,
    );
    expect(body.caveats.join(' ')).toMatch(/ikke lagt til.*Ikke kontrollert/);
    expect(body.wayDown).toMatchObject({ file: 'rapport.csv', row: 2, versionId });
    const other = await manager.get(`/emissions/explanations/reported-lines/${versionId}/2?language=nb`).expect(200);
    expect(other.body.formula).toContain('kan ikke omregnes');
  });

  it('use the contents of a box when the footprint is per piece', async () => {
    const { body } = await manager.get(`/emissions/explanations/reported-lines/${versionId}/3?language=en`).expect(200);
    expect(body.formula).toBe('5 eske × 3 = 15 kg CO₂e');
    expect(body.steps).toContain('1 eske contains 100 piece according to the price list.');
  });

  it('follow a new footprint and preserve the result of an earlier run', async () => {
    await submitFootprints(stand, parties.suppliers[0]!.actor, parties.suppliers[0]!.organisationId, [
      {
        id: '33333333-3333-4333-8333-333333333333',
        productIds: ['urn:pact:finnskog:00512'],
        unit: 'kilogram',
        value: '20',
        verifiedBy: 'Kontroll AS',
      },
    ]);
    expect(await calculate(stand, parties)).toMatchObject({ number: 2, opened: 1, closed: 1 });
    const beside = async (run: number) => (await manager.get(`/emissions/summary?run=${run}`)).body.beside[0];
    expect(await beside(2)).toMatchObject({ kg: '515.000000', verifiedKg: '500.000000' });
    expect(await beside(1)).toMatchObject({ kg: '697.500000', verifiedKg: null });
    expect((await manager.get('/emissions/runs/2/verification')).body.holds).toBe(true);
  });

  it('exclude a footprint that must be in grams, with an explanation', async () => {
    await submitFootprints(stand, parties.suppliers[0]!.actor, parties.suppliers[0]!.organisationId, [
      {
        id: '44444444-4444-4444-8444-444444444444',
        productIds: ['urn:pact:finnskog:00512'],
        unit: 'kilogram',
        value: '20000',
        verifiedBy: 'Kontroll AS',
        periodEnd: '2026-01-31',
      },
    ]);
    await calculate(stand, parties);
    const { body } = await manager.get('/emissions/summary').expect(200);
    expect(body.beside.map(({ standing, kg }: { standing: string; kg: string | null }) => [standing, kg])).toEqual([
      ['counted', '15.000000'],
      ['unit-not-convertible', null],
      ['implausible', null],
    ]);
    // Reversed, the total would be too low by the same amount.
    const [meat] = marchLines;
    await acceptedReport(stand, parties, agreement, {
      periodKey: '2026-02',
      lines: [{ ...meat!, quantity: '-10', amount: '-3125,00', deliveredOn: '03.02.2026', invoiceNumber: '7009' }],
    });
    await calculate(stand, parties);
    expect(
      (await manager.get('/emissions/summary').expect(200)).body.beside.find(
        ({ standing }: { standing: string }) => standing === 'counted',
      ),
    ).toMatchObject({ kg: '15.000000' });
    expect(
      (await manager.get(`/emissions/explanations/reported-lines/${versionId}/1?language=en`).expect(200)).body.formula,
    ).toMatch(/20,000 kg CO₂e per kg is implausible for goods worth NOK.3,125\.00:/);
  });
});
