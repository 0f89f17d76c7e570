import { setTimeout as pause } from 'node:timers/promises';
import type { TrialParties, CrowdMember } from '../../trial/cast.mts';
import { largeReport } from '../../trial/large-report.mts';
import { HttpUser } from '../../trial/visitor.mts';

/** The channel of a report: a person on the page, or a program with an API key. */
export type Channel = 'page' | 'key';

/** One report on the due day, as experienced by its supplier. Times are in milliseconds. */
export interface Experience {
  readonly way: Channel;
  readonly lines: number;
  readonly signInMs: number;
  /** From the first byte sent to the response that confirms receipt. */
  readonly uploadMs: number;
  /** From the first byte sent until the check result can be read. */
  readonly verdictMs: number;
  readonly submitMs: number;
  readonly isSubmitted: boolean;
  /** Responses that were neither a success nor expected, such as `upload 429`. */
  readonly refusals: readonly string[];
}

export interface DueDaySupplier {
  readonly member: CrowdMember;
  /** Index among the suppliers, from 0. */
  readonly at: number;
  readonly way: Channel;
  readonly lines: number;
}

const PATIENCE_MS = 900_000;

/** Returns the lines of a report, 500 to 2,000, spread evenly over the suppliers. */
export const lineCountOf = (at: number): number => 500 + ((at * 379) % 1501);

/** Returns a separate IP address per supplier: limits per address are meant for one office, not for two hundred. */
const addressOf = (at: number): string => `10.20.${Math.floor(at / 250)}.${1 + (at % 250)}`;

/** Sends one supplier's report and follows it until it is submitted. */
export function sendReport(address: string, cast: TrialParties, supplier: DueDaySupplier): Promise<Experience> {
  return supplier.way === 'page' ? reportOnPage(address, cast, supplier) : reportByKey(address, supplier);
}

const fileOf = ({ lines, at }: DueDaySupplier): Blob => largeReport(lines, 1 + at * 10_000).file;

async function reportOnPage(address: string, cast: TrialParties, supplier: DueDaySupplier): Promise<Experience> {
  const { member, at, way, lines } = supplier;
  const refusals: string[] = [];
  const began = performance.now();
  const visitor = await HttpUser.signIn(address, cast, { email: `crowd.${at + 1}@example.no` }, addressOf(at));
  const signedIn = performance.now();
  const upload = await visitor.upload<{ id: string }>(
    `/obligations/${member.obligationId}/versions`,
    'rapport.csv',
    fileOf(supplier),
  );
  const uploaded = performance.now();
  if (upload.status !== 202) refusals.push(`upload ${upload.status}`);
  await waitUntilChecked(visitor, upload.body.id);
  const checked = performance.now();
  const submitted = await visitor.post(`/report-versions/${upload.body.id}/submit`, {
    confirmations: [],
    leaveOutRows: false,
  });
  if (submitted.status !== 201) refusals.push(`submit ${submitted.status}`);
  return {
    way,
    lines,
    signInMs: signedIn - began,
    uploadMs: uploaded - signedIn,
    verdictMs: checked - signedIn,
    submitMs: performance.now() - checked,
    isSubmitted: submitted.status === 201,
    refusals,
  };
}

interface Version {
  state: string;
  progress: { expectedSeconds: number | null } | null;
}

/** Polls as often as the page does: `nextPollMs` of libs/reporting/web. */
async function waitUntilChecked(visitor: HttpUser, versionId: string): Promise<void> {
  for (const last = performance.now() + PATIENCE_MS; performance.now() < last;) {
    const { status, body } = await visitor.get<Version>(`/report-versions/${versionId}`);
    if (status === 200 && body.state !== 'received') return;
    await pause(Math.min(3000, Math.max(600, ((body.progress?.expectedSeconds ?? 0) * 1000) / 5)));
  }
  throw new Error(`${versionId} still waits.`);
}

interface Submission {
  id: string;
  state: string;
  submitted: boolean;
  check: object | null;
}

/** Reports as a program: waits as long as the API allows, and repeats the request as directed by the response. */
async function reportByKey(address: string, supplier: DueDaySupplier): Promise<Experience> {
  const { member, at, way, lines } = supplier;
  const refusals: string[] = [];
  const headers = {
    authorization: `Bearer ${member.key}`,
    'idempotency-key': `due-day-${at}`,
    'x-forwarded-for': addressOf(at),
  };
  const form = new FormData();
  form.append('file', fileOf(supplier), 'rapport.csv');
  const began = performance.now();
  const first = await fetch(`${address}/api/v1/obligations/${member.obligationId}/submissions`, {
    method: 'POST',
    headers,
    body: form,
  });
  const answered = performance.now();
  if (first.status !== 201 && first.status !== 202) refusals.push(`submission ${first.status}`);
  let submission = (await first.json()) as Submission;
  let checked = submission.check ? answered : 0;
  const place = first.headers.get('location');
  for (let response = first; place && submission.state !== 'done' && submission.state !== 'failed';) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${place} still waits: ${JSON.stringify(submission)}`);
    await pause(Number(response.headers.get('retry-after') ?? 2) * 1000);
    response = await fetch(`${address}${place}`, { headers });
    if (response.status !== 200) refusals.push(`asked ${response.status}`);
    else submission = (await response.json()) as Submission;
    if (submission.check && checked === 0) checked = performance.now();
  }
  const ended = performance.now();
  return {
    way,
    lines,
    signInMs: 0,
    uploadMs: answered - began,
    verdictMs: (checked || ended) - began,
    submitMs: ended - (checked || ended),
    isSubmitted: submission.submitted,
    refusals,
  };
}
