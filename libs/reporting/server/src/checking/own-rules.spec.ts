import { CreateObligations } from '@tallgrunn/agreements-server';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { messageOf } from '@tallgrunn/checks';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';
import { SubmitVersion } from '../versions/submit-version.ts';

const aprilLines = marchLines.map((line, at) => ({ ...line, deliveredOn: `0${at + 3}.04.2026` }));

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  const manager = await signIn(stand, parties.manager.email);
  const ownRules = [
    {
      id: 'minced-meat-price',
      text: { nb: 'Kjøttdeig koster høyst 300 kr.', nn: 'Kjøtdeig kostar høgst 300 kr.', en: 'At most NOK 300.' },
      severity: 'confirm',
      expression: 'if contains(itemName, "kjøttdeig") then unitPrice <= 300',
    },
  ];
  await manager
    .post(`/agreements/${made.agreementId}/terms`, {
      document: { ...testTerms, earlySubmission: 'allowed', ownRules },
      holdsFrom: '2026-04-01',
    })
    .expect(201);
  await stand.get(UnitOfWork).run(parties.system, () => stand.get(CreateObligations).run());
});
afterAll(() => stand.close());

describe('a report under terms with a rule of their own', () => {
  it('has a finding with the text, the rule and the values of the row, which must be answered', async () => {
    const supplier = parties.suppliers[0]!.actor;
    const [obligation] = await stand.asOwner<{ id: string }>(
      `select id from agreements.reporting_obligation where agreement_id = $1 and supplier_id = $2 and period_key = '2026-04' order by id desc`,
      [made.agreementId, parties.suppliers[0]!.organisationId],
    );
    const version = await receivedReport(stand, supplier, obligation!.id, reportCsv(aprilLines));
    const group = version.verdict!.groups.find(({ code }) => code === 'own-rule')!;
    expect(group).toMatchObject({ severity: 'confirm', count: 1, rows: [2], example: { cause: 'minced-meat-price' } });
    expect(group.example).toMatchObject({ found: '312,50', expected: '≤ 300', place: { row: 2, column: 'Pris' } });
    expect(messageOf(group.example as Parameters<typeof messageOf>[0], 'nb')).toBe(
      'Kjøttdeig koster høyst 300 kr. Regel «minced-meat-price»: if contains(itemName, "kjøttdeig") then unitPrice <= 300. Raden har: if contains("Kjøttdeig storfe 2,5 kg", "kjøttdeig") then 312.5 <= 300. Kolonner: Pris. Rett raden, eller spør avtaleforvalteren om regelen.',
    );
    const submit = (confirmations: { code: string; cause: string; reason: string }[]) =>
      stand
        .get(UnitOfWork)
        .run({ ...supplier }, () => stand.get(SubmitVersion).run(version.id, { confirmations, leaveOutRows: false }));
    await expect(submit([])).rejects.toMatchObject({ status: 422 });
    await submit([{ code: 'own-rule', cause: 'minced-meat-price', reason: 'Avtalt på telefon.' }]);
  });
});
