import { UnitOfWork } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { AcceptVersion } from '../versions/accept-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import type { CheckAnswers } from './check-request.ts';
import { PrepareCheck } from './prepare-check.ts';
import { standReporting } from '../testing/stand-reporting.ts';

jest.setTimeout(120_000);

let stand: Stand;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await standReporting());
});
afterAll(() => stand.close());

const supplier = () => parties.suppliers[0]!.actor;
const checked = (period: string, month: string, answers: CheckAnswers = {}) =>
  receivedReport(stand, supplier(), made.duties[period]!, reportCsv(marchLines.map((line) => ({ ...line, deliveredOn: line.deliveredOn.replace('.03.', `.${month}.`), invoiceNumber: `${month}${line.invoiceNumber}` }))).replace('Antall', 'Kollital'), 'rapport.csv', answers);
const codes = (version: Awaited<ReturnType<typeof checked>>) => version.verdict!.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
const taught = async () => (await stand.get(UnitOfWork).run({ ...supplier() }, () => stand.get(PrepareCheck).run(made.duties['2026-04']!))).context.taughtColumns;

it('asks what a column is once: from when the report is accepted it is known', async () => {
  expect(codes(await checked('2026-04', '04'))).toContain('column-missing');
  expect(await taught()).toBeUndefined();
  const answered = await checked('2026-03', '03', { mapping: { sheet: '', headingRow: 1, columns: { itemNumber: 0, itemName: 1, buyer: 2, quantity: 3, unit: 4, unitPrice: 5, amount: 6, deliveredOn: 7, invoiceNumber: 8 } } });
  expect(codes(answered)).not.toContain('column-missing');
  await stand.get(UnitOfWork).run({ ...supplier() }, () => stand.get(SubmitVersion).run(answered.id, {}));
  const { state } = (await stand.asOwner<{ state: string }>(`select state from reporting.version where id = '${answered.id}'`))[0]!;
  if (state !== 'accepted') await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(AcceptVersion).run(answered.id));
  const { field = [], heading = [] } = (await taught()) ?? {};
  expect(field[heading.indexOf('Kollital')]).toBe('quantity');
  expect(codes(await checked('2026-04', '04'))).toEqual([]);
});
