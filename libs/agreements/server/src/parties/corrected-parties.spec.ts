import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { BuildCheckContext } from '../context/build-check-context.ts';
import { ImportQuestions } from '../register/agreement-import/import-questions.ts';
import { LoadExistingRegister } from '../register/agreement-import/load-known-register.ts';
import { resolveBuyers } from '../register/agreement-import/resolve-buyers.ts';
import { resolveSuppliers } from '../register/agreement-import/resolve-suppliers.ts';
import type { SourceRow } from '../register/agreement-import/source-row.ts';
import { agreements } from '../room.ts';
import { setUpAgreement, type TestAgreement } from '../testing.ts';
import { findParty } from './site-import/existing-sites.ts';
import { LoadExistingSites } from './site-import/load-existing-sites.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: SignedIn;
let [buyer, supplier] = ['', ''];
const reason = 'Nummeret var til et annet selskap.';
const acting = <T>(act: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.manager.actor }, act);

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
  buyer = parties.buyers[0]!.organisationId;
  supplier = parties.suppliers[0]!.organisationId;
  await manager
    .post(`/organisations/${buyer}/correct`, { name: 'Vinger kommune', orgNumber: '974635607', reason })
    .expect(204);
  await manager
    .post(`/organisations/${supplier}/correct`, { name: 'Skogens Mat AS', orgNumber: '974760673', reason })
    .expect(204);
});
afterAll(() => stand.close());

const row = (texts: Readonly<Record<string, string>>): SourceRow =>
  ({
    row: 2,
    cells: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { text, value: text }])),
  }) as unknown as SourceRow;

describe('corrected name and number of a buyer and a supplier', () => {
  it('shows the former names and numbers, who corrected them and why', async () => {
    const { body } = await manager.get(`/parties/${supplier}`).expect(200);
    expect([body.name, body.orgNumber]).toEqual(['Skogens Mat AS', '974760673']);
    expect(body.formerIdentities).toMatchObject([
      { name: 'Finnskog Storkjøkken Engros', orgNumber: '311047116', reason, correctedBy: 'Samkjøp' },
    ]);
  });

  it('matches the former name and number of the buyer in a report', async () => {
    const { context } = await acting(() => stand.get(BuildCheckContext).run(agreement.obligations['2026-03'] ?? ''));
    const at = context.buyers?.name.indexOf('Vinger kommune');
    expect(context.aliases).toMatchObject({ text: ['Kongsvinger kommune'], buyer: [at] });
    expect(context.sites).toMatchObject({ orgNumber: ['944117784'], buyer: [at] });
  });

  it('matches the former name or number in a site list', async () => {
    const { parties: known } = await acting(() => stand.get(LoadExistingSites).run());
    const ids = ['944 117 784', 'Kongsvinger kommune', '974635607'].map((text) => findParty(known, 'buyer', text)?.id);
    expect(ids).toEqual([buyer, buyer, buyer]);
  });

  it('matches the former name or number in a contract register without a question', async () => {
    const { parties: known } = await acting(() => stand.get(LoadExistingRegister).run());
    const doubts = new ImportQuestions(new Map());
    const rows = [row({ supplierName: 'Finnskog Storkjøkken Engros', buyers: 'Kongsvinger kommune' })];
    expect(resolveSuppliers(rows, known, doubts).get(2)?.id).toBe(supplier);
    expect(
      resolveBuyers(rows, known, doubts)
        .get(2)
        ?.map(({ id }) => id),
    ).toEqual([buyer]);
  });
});
