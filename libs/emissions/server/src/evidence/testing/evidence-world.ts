import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, signIn, TEST_PASSWORD, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions, putPolicyInForce } from '../../testing.ts';

const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };

export interface EvidenceWorld {
  readonly stand: TestApp;
  readonly parties: Parties;
  readonly agreement: TestAgreement;
  readonly manager: SignedIn;
  readonly buyerPerson: SignedIn;
  /** Another administrator, who approves the manager's proposals. */
  readonly colleague: SignedIn;
  readonly colleagueId: string;
}

/** Sets up a run with lines of every kind: reported, invoiced, booked only, declared, with VAT and in USD. */
export async function setUpEvidence(): Promise<EvidenceWorld> {
  const stand = await setUpTestApp(roomsOfEmissions);
  const parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  const manager = await signIn(stand, parties.manager.email);
  const buyerPerson = await signIn(stand, parties.buyers[0]!.email);
  const member = await stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(SetUpParties).addMember({
      organisationId: parties.manager.organisationId,
      role: 'administrator',
      name: 'Annen',
      email: 'annen@example.no',
      password: TEST_PASSWORD,
    }),
  );
  const colleagueId = member.personId ?? '';
  const colleague = await signIn(stand, 'annen@example.no');
  const line = marchLines[0]!;
  await acceptedReport(stand, parties, agreement, {
    lines: [
      line,
      {
        ...line,
        itemNumber: '30118',
        itemName: 'Lettmelk 10 l',
        quantity: '4',
        unit: 'stk',
        unitPrice: '148,00',
        amount: '592,00',
        invoiceNumber: '7002',
        deliveredOn: '05.03.2026',
      },
    ],
  });
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: seller.orgNumber },
    { account: '115', amount: '592.00', invoice: '7002', orgNumber: seller.orgNumber },
    { account: '200', amount: '1000.55', on: '2024-06-01' },
    { account: '200', amount: '1250', on: '2024-06-01', vat: 'gross' },
    { account: '200', amount: '-33.33', on: '2023-06-01' },
    { account: '200', amount: '100', on: '2022-06-01', currency: 'USD' },
    { account: '180', amount: '900' },
    { account: null, amount: '12.34' },
  ]);
  const lines = [
    { name: '=Diesel', quantity: '100', unit: 'LTR', net: '1800.00', price: '18.00' },
    { name: 'Diesel', quantity: '3', unit: 'LTR', net: '54.00', price: '18.00' },
    { name: 'Bærbar PC', quantity: '2', unit: 'EA', net: '18000.00', price: '9000.00' },
  ];
  await postBatch(
    stand,
    parties.manager.actor,
    'faktura.xml',
    sampleUbl({ id: '801', issuedOn: '2026-05-04', seller, buyer, lines }),
    { kind: 'invoices', buyerId: parties.buyers[0]?.organisationId ?? null },
  );
  const { id: declarationId } = await submitFootprints(
    stand,
    parties.suppliers[0]!.actor,
    parties.suppliers[0]!.organisationId,
    [
      {
        productIds: ['urn:pact:finnskog:00512'],
        unit: 'kilogram',
        amount: '1000',
        value: '27300',
        verifiedBy: 'Kontroll AS',
      },
    ],
  );
  await reviewFootprints(stand, parties.manager.actor, declarationId);
  await putPolicyInForce(stand, parties, {
    category: 'food',
    fromOn: '2026-01-01',
    methods: ['declared-verified', 'physical-average', 'spend-account'],
    reason: 'Leverandørene er kontrollert.',
  });
  await manager
    .post('/items/classify', {
      items: [{ supplierId: parties.suppliers[0]!.organisationId, itemNumber: '30118' }],
      product: 'milk',
      reason: 'Det er melk.',
    })
    .expect(201);
  await matchAndCalculate(stand, parties);
  return { stand, parties, agreement, manager, buyerPerson, colleague, colleagueId };
}
