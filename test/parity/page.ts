import type { CheckContext, Finding, PersonalColumn, Terms, CheckResult } from '@tallgrunn/checks';
import type { RedactedCopy } from './corpus.ts';
import { checkResultText } from './wording.ts';

// Runs in a browser page: calls the product's worker as the report page does, with one thread per file.

/** The messages between page and worker, as far as they are used here. */
type GroupName = Pick<Finding, 'code' | 'severity'> & { readonly cause: string };
type WorkerRequest =
  | {
      readonly ask: 'check';
      readonly file: File;
      readonly terms: Terms;
      readonly context: CheckContext;
      readonly answers: { readonly mapping: readonly []; readonly patches: readonly [] };
    }
  | { readonly ask: 'findings'; readonly id: number; readonly group: GroupName; readonly from: number }
  | { readonly ask: 'to-send'; readonly id: number };
type WorkerResponse =
  | { readonly said: 'checked'; readonly checked: Omit<CheckResult, 'findings' | 'further'> }
  | { readonly said: 'findings'; readonly findings: readonly Finding[] }
  | {
      readonly said: 'to-send';
      readonly toSend: {
        readonly file: File;
        readonly cut: {
          readonly whole: unknown;
          readonly columns: readonly PersonalColumn[];
          readonly rows: number;
          readonly cells: number;
          readonly leftOut: number;
        };
      } | null;
    }
  | { readonly said: 'opened' | 'rows' | 'fell' };

interface Thread {
  postMessage(message: WorkerRequest): void;
  terminate(): void;
  onmessage: ((message: { readonly data: WorkerResponse }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
declare const Worker: new (address: string, options: { readonly type: 'module' }) => Thread;

const findingsAtOnce = 100;

/** Resolves with the first message of this kind from a thread; rejects when the thread fails. */
function waitForMessage<Kind extends 'checked' | 'findings' | 'to-send'>(
  thread: Thread,
  kind: Kind,
  asked: WorkerRequest,
): Promise<Extract<WorkerResponse, { said: Kind }>> {
  return new Promise((resolve, reject) => {
    thread.onerror = ({ message }) => reject(new Error(`the worker fell: ${message}`));
    thread.onmessage = ({ data }) => {
      if (data.said === kind) resolve(data as Extract<WorkerResponse, { said: Kind }>);
      else if (data.said === 'fell') reject(new Error('the check fell'));
    };
    thread.postMessage(asked);
  });
}

async function findingsOf(thread: Thread, group: GroupName): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (;;) {
    const { findings: more } = await waitForMessage(thread, 'findings', {
      ask: 'findings',
      id: findings.length,
      group,
      from: findings.length,
    });
    findings.push(...more);
    if (more.length < findingsAtOnce) return findings;
  }
}

async function check(thread: Thread, file: File, terms: Terms, context: CheckContext): Promise<CheckResult> {
  const { checked } = await waitForMessage(thread, 'checked', {
    ask: 'check',
    file,
    terms,
    context,
    answers: { mapping: [], patches: [] },
  });
  const findings: Finding[] = [];
  for (const { code, severity, example } of checked.groups)
    findings.push(...(await findingsOf(thread, { code, severity, cause: example.cause ?? '' })));
  return { ...checked, findings, further: [] };
}

const json = async <T>(address: string): Promise<T> => (await (await fetch(address)).json()) as T;

/** Returns the redacted copy of a file as Base64 text, with the removals; null where the original is submitted. */
async function sentOf(thread: Thread): Promise<(RedactedCopy & { base64: string }) | null> {
  const { toSend } = await waitForMessage(thread, 'to-send', { ask: 'to-send', id: 0 });
  if (!toSend?.cut.whole) return null;
  let characters = '';
  for (const byte of new Uint8Array(await toSend.file.arrayBuffer())) characters += String.fromCharCode(byte);
  const { columns, rows, cells, leftOut } = toSend.cut;
  return {
    name: toSend.file.name,
    withheld: columns,
    changesLines: columns.length > 0 || rows > 0 || cells > 0 || leftOut > 0,
    base64: btoa(characters),
  };
}

/** Returns the check result of one corpus file as text, and its redacted copy, from the worker at that address. */
async function verdictOf(
  name: string,
  asked: string,
  worker: string,
): Promise<{ verdict: string; sent: (RedactedCopy & { base64: string }) | null }> {
  const bytes = await (await fetch(`/corpus/${encodeURIComponent(name)}`)).arrayBuffer();
  const thread = new Worker(worker, { type: 'module' });
  try {
    const [terms, context] = await Promise.all([
      json<Terms>(`/corpus/${asked}.terms.json`),
      json<CheckContext>(`/corpus/${asked}.context.json`),
    ]);
    const verdict = checkResultText(name, await check(thread, new File([bytes], name), terms, context));
    return { verdict, sent: await sentOf(thread) };
  } finally {
    thread.terminate();
  }
}

Object.assign(globalThis, { verdictOf });
