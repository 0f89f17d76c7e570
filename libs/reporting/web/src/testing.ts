import type { CheckContext, FindingGroup, Terms } from '@tallgrunn/checks';
import type { ObligationDetailDto, ObligationDto } from '@tallgrunn/api-client/shapes';
import type { WorkerResponse } from './checking/check-messages.ts';
import { FileCheck } from './checking/file-check.ts';
import type { CheckWorker } from './checking/start-worker.ts';

/** Builders for tests of reporting's pages. */

export const terms: Terms = {
  id: 'food',
  version: 1,
  title: 'Mat og drikke',
  frequency: 'month',
  due: { kind: 'working-days', days: 10 },
  basis: 'delivered',
  vat: 'excluded',
  currency: 'NOK',
  scope: 'all-goods',
  nilReport: 'allowed',
  tables: [
    {
      name: 'lines',
      fields: [
        { name: 'buyer', type: 'string', title: 'Kunde', constraints: { required: true } },
        { name: 'itemNumber', type: 'string', title: 'Varenummer', constraints: { required: true } },
        { name: 'quantity', type: 'number', title: 'Antall', constraints: { required: true } },
        { name: 'unit', type: 'string', title: 'Enhet', constraints: { required: true } },
        { name: 'unitPrice', type: 'number', title: 'Pris' },
        { name: 'amount', type: 'number', title: 'Beløp', constraints: { required: true } },
        { name: 'deliveredOn', type: 'date', title: 'Levert', constraints: { required: true } },
      ],
    },
  ],
};

export const context: CheckContext = {
  agreement: { id: 'food', title: 'Mat og drikke' },
  period: { key: '2026-03', start: '2026-03-01', end: '2026-04-01' },
  testNumbers: true,
  items: { number: ['7001'], name: ['Lettmelk 10 l'], unit: ['stk'] },
  prices: { item: [0], price: ['120.00'], from: ['2026-01-01'], to: [null], unit: ['stk'] },
  buyers: { key: ['k'], name: ['Kongsvinger'], municipalityNumber: ['3401'] },
};

export const heading = 'Kunde;Varenummer;Antall;Enhet;Pris;Beløp;Levert';
export const validRow = 'Kongsvinger;7001;2;stk;120,00;240,00;05.03.2026';
export const overpricedRow = 'Kongsvinger;7001;1;stk;142,00;142,00;06.03.2026';
export const invalidQuantityRow = 'Kongsvinger;7001;ca 20;stk;120,00;2400,00;07.03.2026';

/** Creates a file with a working `slice`; jsdom's cannot be read by slices. */
export function fileOf(bytes: Uint8Array, name: string): File {
  const slice = (from = 0, to = bytes.length) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) });
  return Object.assign(new File([bytes as BlobPart], name), { slice: slice as unknown as File['slice'] });
}

export function reportFile(...rows: readonly string[]): File {
  return fileOf(new TextEncoder().encode([heading, ...rows].join('\r\n')), 'mars.csv');
}

/** Creates a file check without a thread and collects its messages. */
export function fileCheckInTest(): { readonly check: FileCheck; readonly said: WorkerResponse[] } {
  const said: WorkerResponse[] = [];
  return { check: new FileCheck((each) => said.push(each)), said };
}

/** Creates a worker without a thread. */
export function workerInTest(): CheckWorker {
  const worker: CheckWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: (asked) => void check.hear(asked as never),
  };
  const check = new FileCheck((said) => worker.onmessage?.(new MessageEvent('message', { data: said })));
  return worker;
}

export function group(changes: Partial<FindingGroup> & { readonly cause?: string } = {}): FindingGroup {
  const { cause = '', ...rest } = changes;
  const example = {
    code: rest.code ?? 'item-unknown',
    class: 30,
    severity: rest.severity ?? 'confirm',
    place: null,
    found: null,
    expected: null,
    params: {},
    cause,
  } as const;
  return { code: 'item-unknown', class: 30, severity: 'confirm', count: 1, kroner: null, rows: [], example, ...rest };
}

export function obligation(changes: Partial<ObligationDto> = {}): ObligationDto {
  return {
    id: 'd1',
    period: { key: '2026-03', start: '2026-03-01', end: '2026-04-01' },
    dueOn: '2026-04-20',
    extension: null,
    report: { key: 'deliveries', title: null },
    part: null,
    runOff: false,
    exemptReason: null,
    lots: ['1A'],
    agreement: { id: 'a1', number: 'RIIK-24-107', title: 'Mat og drikke', isMine: false },
    supplier: { id: 'o1', name: 'Finnskog Storkjøkken Engros' },
    state: 'due-soon',
    daysLate: 0,
    deliveredOn: null,
    isCreatedAfterDueDate: false,
    version: null,
    typedLines: 0,
    ...changes,
  };
}

export function obligationDetail(changes: Partial<ObligationDetailDto> = {}): ObligationDetailDto {
  return { ...obligation(), versions: [], portalDown: [], missing: null, ...changes };
}
