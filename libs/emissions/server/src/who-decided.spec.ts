import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { describeDeciders, type DecidedKind } from './deciders.ts';
import { matchAndCalculate, postLedger, publishPart, roomsOfEmissions, putPolicyInForce } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: SignedIn;
let approver: SignedIn;
let buyer: SignedIn;
let batch: string;
let names: string[];
let approverId: string;

/** Creates a factor assignment as the manager, approved by the administrator. */
async function putAssignmentInForce(choice: object): Promise<void> {
  const { body } = await manager.post('/factor-assignments', { reason: 'Prøves.', ...choice }).expect(201);
  await manager.post(`/factor-assignments/${body.id}/propose`, { approverId }).expect(204);
  await approver.post(`/factor-assignments/${body.id}/decide`, { verdict: 'approved', note: 'Lest.' }).expect(204);
}

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  [manager, approver, buyer] = [
    await signIn(stand, parties.manager.email),
    await administrator(stand, parties, 'godkjenner@example.no'),
    await signIn(stand, parties.buyers[0]!.email),
  ];
  approverId = (
    await stand.asOwner<{ id: string }>(`select id from identity.person where name = 'godkjenner@example.no'`)
  )[0]!.id;
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
  batch = await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    { account: '115', amount: '592.00', invoice: '7002', orgNumber: '311047116' },
    { account: '200', amount: '1000.00' },
  ]);
  const { id } = await submitFootprints(stand, parties.suppliers[0]!.actor, parties.suppliers[0]!.organisationId, [
    {
      productIds: ['urn:pact:finnskog:00512'],
      unit: 'kilogram',
      amount: '1000',
      value: '27300',
      verifiedBy: 'Kontroll AS',
    },
  ]);
  await reviewFootprints(stand, parties.manager.actor, id);
  await putPolicyInForce(stand, parties, {
    category: 'food',
    fromOn: '2026-01-01',
    methods: ['declared-verified', 'physical-average', 'spend-account'],
    reason: 'Leverandørene er kontrollert.',
  });
  await putAssignmentInForce({
    kind: 'account',
    target: 'kostra:200',
    setId: 'epa-supply-chain-1.3',
    factorId: 'epa13-337127',
    fromOn: '2022-01-01',
    foreignDecision: 'Prøves.',
  });
  await manager
    .post('/items/classify', {
      items: [{ supplierId: parties.suppliers[0]!.organisationId, itemNumber: '30118' }],
      product: 'milk',
      reason: 'Det er melk.',
    })
    .expect(201);
  await manager
    .post('/mapping-corrections', {
      system: 'kostra',
      codes: ['200'],
      category: 'office',
      reason: 'Mest rekvisita.',
    })
    .expect(201);
  await matchAndCalculate(stand, parties);
  await publishPart(manager, approver, 1, {
    caseNumber: '26/118',
    scope: 'Hele året.',
    from: '2026-01',
    to: '2026-12',
  });
  names = (
    await stand.asOwner<{ name: string }>(
      'select p.name from identity.person p join identity.membership m on m.person_id = p.id where m.organisation_id = $1',
      [parties.manager.organisationId],
    )
  ).map(({ name }) => name);
});
afterAll(() => stand.close());

const why = async (by: SignedIn, path: string, language = 'nb'): Promise<string[]> =>
  (await by.get(`/emissions/explanations/${path}${path.includes('?') ? '&' : '?'}language=${language}`).expect(200))
    .body.steps;
const sum = 'totals?run=1&from=2026-01&to=2026-12';

describe('decisions in an explanation', () => {
  it('name proposer and approver to readers with permission', async () => {
    const steps = (await why(manager, sum)).join('\n');
    for (const said of [
      /Publisert i sak 26\/118: «Hele året»\. Foreslått av Samkjøp, godkjent av godkjenner@example\.no \d/,
      /Faktoren for KOSTRA 200 er valgt: [^\n]*«Prøves»\. Foreslått av Samkjøp, godkjent av /,
      /regel 1, [^\n]*«Leverandørene er kontrollert»\. Foreslått av Samkjøp, godkjent av ruler/,
      /Kategorien for konto KOSTRA 200 er satt manuelt: «Mest rekvisita»\. Besluttet av Samkjøp/,
      /Vare 30118 er klassifisert manuelt: «Det er melk»\. Besluttet av Samkjøp/,
    ])
      expect(steps).toMatch(said);
    expect((await why(manager, `spend-lines/${batch}/1`)).join('\n')).toMatch(
      /Deklarasjon \S+ er godkjent: «Gjennomgått»\. Besluttet av Samkjøp/,
    );
    expect((await why(manager, `spend-lines/${batch}/3`)).join('\n')).toMatch(
      /Faktoren er valgt for KOSTRA 200: «Prøves»\. Foreslått av Samkjøp, godkjent av /,
    );
  });

  it('give a buyer the role of the decider without a name', async () => {
    const roles = {
      nb: 'en avtaleforvalter eller administrator i innkjøpssamarbeidet',
      nn: 'ein avtaleforvaltar eller administrator i innkjøpssamarbeidet',
      en: 'a contract manager or administrator of the cooperative',
    };
    for (const path of [sum, `spend-lines/${batch}/1`, `spend-lines/${batch}/2`, `spend-lines/${batch}/3`]) {
      for (const language of ['nb', 'nn', 'en'] as const) {
        const [own, theirs] = [await why(manager, path, language), await why(buyer, path, language)];
        expect([path, theirs.length]).toEqual([path, own.length]);
        expect(theirs.join('\n')).toContain(roles[language]);
        for (const name of names) expect(theirs.join('\n')).not.toContain(name);
        expect(theirs.join('\n')).not.toMatch(/ – |\(–\)/);
      }
    }
    expect((await why(buyer, `spend-lines/${batch}/1`)).join('\n')).toMatch(
      /Deklarasjon \S+ er godkjent: «Gjennomgått»\. Besluttet av en avtaleforvalter i innkjøpssamarbeidet \d/,
    );
  });

  it('state to a buyer whether a second person approved a publication', async () => {
    const [told] = (await buyer.get('/emissions/publications').expect(200)).body;
    expect(told).toMatchObject({ by: null, approvedBy: null, hasApprover: true });
    expect((await manager.get('/emissions/publications').expect(200)).body[0]).toMatchObject({
      by: 'Samkjøp',
      approvedBy: expect.any(String),
      hasApprover: true,
    });
  });
});

describe('decision texts', () => {
  it('always state who decided', () => {
    const kinds: DecidedKind[] = ['factor', 'methods', 'item', 'account', 'declaration', 'publication'];
    for (const kind of kinds) {
      for (const language of ['nb', 'nn', 'en'] as const) {
        for (const hasDecider of [true, false]) {
          for (const hasProposer of [true, false]) {
            for (const name of ['Kari', null]) {
              const said = describeDeciders(
                kind,
                {
                  by: hasDecider ? name : null,
                  proposedBy: hasProposer ? name : null,
                  hasDecider,
                  hasProposer,
                  at: new Date('2026-03-01T12:00:00Z'),
                },
                language,
              );
              expect(said).not.toMatch(/null|undefined|–|av\s*[,.]|by\s*[,.]/);
              expect(said).toMatch(/\.$/);
              expect(said.includes('Kari')).toBe(name !== null && hasDecider);
            }
          }
        }
      }
    }
  });
});
