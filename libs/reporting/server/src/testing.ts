import { UnitOfWork, type Actor, type Progress } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { UploadOnBehalf } from './on-behalf/upload-on-behalf.ts';
import { AcceptVersion } from './versions/accept-version.ts';
import type { ReadingOptions } from './checking/check-request.ts';
import { ReceiveVersion } from './versions/receive-version.ts';
import { ShowVersion } from './versions/show-version.ts';
import { CheckVersion } from './checking/check-version.ts';
import { SubmitVersion } from './versions/submit-version.ts';
import type { VersionDto } from './versions/version.dto.ts';

export { runCheck } from './checking/run-check.ts';

export interface TestLine {
  readonly itemNumber: string;
  readonly itemName?: string;
  readonly buyer: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly deliveredOn: string;
  readonly invoiceNumber?: string;
}

/** Two valid lines for March 2026 under the test agreement. */
export const marchLines: readonly TestLine[] = [
  {
    itemNumber: '00512',
    itemName: 'Kjøttdeig storfe 2,5 kg',
    buyer: 'Kongsvinger kommune',
    quantity: '10',
    unit: 'pk',
    unitPrice: '312,50',
    amount: '3125,00',
    deliveredOn: '03.03.2026',
    invoiceNumber: '7001',
  },
  {
    itemNumber: '30118',
    itemName: 'Lettmelk 10 l',
    buyer: 'Nord-Odal kommune',
    quantity: '4',
    unit: 'stk',
    unitPrice: '148,00',
    amount: '592,00',
    deliveredOn: '17.03.2026',
    invoiceNumber: '7002',
  },
];

/** Builds a report file as a supplier would, with decimal commas and semicolons. */
export function reportCsv(lines: readonly TestLine[]): string {
  const rows = lines.map((line) =>
    [
      line.itemNumber,
      line.itemName ?? '',
      line.buyer,
      line.quantity,
      line.unit,
      line.unitPrice,
      line.amount,
      line.deliveredOn,
      line.invoiceNumber ?? '',
    ].join(';'),
  );
  return `Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer\n${rows.join('\n')}\n`;
}

const silent: Progress = { tell: () => Promise.resolve() };

/** Receives a file as a supplier and checks it at once, without the job queue. */
export async function receivedReport(
  stand: TestApp,
  supplier: Actor,
  obligationId: string,
  content: string | Uint8Array,
  name = 'rapport.csv',
  answers: ReadingOptions = {},
): Promise<VersionDto> {
  const units = stand.get(UnitOfWork);
  const file = await spoolFile(stand, name, content);
  const { id } = await units.run(supplier, () => stand.get(ReceiveVersion).run(obligationId, file, answers));
  const system: Actor = { ...supplier, side: 'system', role: 'system', via: 'job' };
  await units.run(system, () => stand.get(CheckVersion).run({ subjectId: id }, silent));
  return units.run({ ...supplier }, () => stand.get(ShowVersion).run(id));
}

export const onBehalfDetails = {
  receivedFrom: 'Kari Nordmann, e-post',
  receivedOn: '2026-04-02',
  reason: 'Leverandøren får ikke logget inn.',
};

/** Receives a file from the contract manager on behalf of a supplier and checks it at once. */
export async function onBehalfReport(
  stand: TestApp,
  { manager, system }: Parties,
  obligationId: string,
  content: string,
): Promise<string> {
  const units = stand.get(UnitOfWork);
  const file = await spoolFile(stand, 'rapport.csv', content);
  const { id } = await units.run({ ...manager.actor }, () =>
    stand.get(UploadOnBehalf).run(obligationId, file, {}, {}, onBehalfDetails),
  );
  await units.run({ ...system }, () => stand.get(CheckVersion).run({ subjectId: id }, silent));
  return id;
}

/**
 * Creates a report of the first supplier that is in force: received, every question answered, submitted, and accepted
 * by the contract manager when required.
 */
export async function acceptedReport(
  stand: TestApp,
  parties: Parties,
  agreement: TestAgreement,
  { periodKey = '2026-03', lines = marchLines }: { periodKey?: string; lines?: readonly TestLine[] } = {},
): Promise<VersionDto> {
  const units = stand.get(UnitOfWork);
  const supplier = parties.suppliers[0]?.actor ?? parties.system;
  const checked = await receivedReport(stand, supplier, agreement.obligations[periodKey] ?? '', reportCsv(lines));
  const questions = checked.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
  const confirmations = questions.map(({ code, example }) => ({
    code,
    cause: example.cause ?? '',
    reason: 'As agreed.',
  }));
  await units.run({ ...supplier }, () =>
    stand.get(SubmitVersion).run(checked.id, {
      confirmations,
      leaveOutRows: (checked.verdict?.quarantined ?? 0) > 0,
      ...(checked.correction && { correction: { code: 'wrong-quantity' as const } }),
    }),
  );
  const submitted = await units.run({ ...supplier }, () => stand.get(ShowVersion).run(checked.id));
  if (submitted.state === 'accepted') return submitted;
  await units.run(parties.manager.actor, () => stand.get(AcceptVersion).run(checked.id));
  return units.run({ ...supplier }, () => stand.get(ShowVersion).run(checked.id));
}
