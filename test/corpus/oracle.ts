import type { LoadedWorld } from './create-world.ts';
import {
  ResolveLine,
  DecidePair,
  GiveBulkAnswer,
  ListQuestions,
  PreviewBulkAnswer,
  type BulkMember,
} from '@tallgrunn/matching-server';
import type { Booked, Measured } from './measure-matching.ts';

/** Maximum number of lines that the oracle decides per quarter, largest amounts first. */
export const DECISIONS_MAX = 60;

const reason = 'The oracle knows.';

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/**
 * Resolves lines that the run could not explain, using the truth. First come bulk questions with one true answer for
 * all their lines, each counted as one decision. Then come booked lines without a cause, largest amounts first, as in
 * the review list. Returns the number of decisions by the quarter of the line.
 */
export async function resolveWithOracle(world: LoadedWorld, measured: Measured): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const answered = await answerBulkQuestions(world, measured, counts);
  const unexplained = [...measured.booked.values()]
    .filter(({ state, cause }) => state === 'booked-not-reported' && cause === null)
    .filter(({ batchId, lineNo }) => !answered.has(`${batchId}:${lineNo}`))
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const reportedBy = new Map(
    [...measured.reported.values()].flatMap((line) => line.deliveries.map((id) => [id, line] as const)),
  );
  await world.asManager(async () => {
    for (const line of unexplained) {
      const quarter = quarterOf(line.day);
      const left = DECISIONS_MAX - (counts.get(quarter) ?? 0);
      if (left > 0) counts.set(quarter, (counts.get(quarter) ?? 0) + (await answer(world, line, reportedBy, left)));
    }
  });
  return counts;
}

/** Answers bulk questions where the same answer is true of all lines. Returns the booked lines with an answer. */
async function answerBulkQuestions(
  { app, asManager }: LoadedWorld,
  measured: Measured,
  counts: Map<string, number>,
): Promise<ReadonlySet<string>> {
  const answered = new Set<string>();
  const reportedOnce = new Set([...measured.reported.values()].flatMap(({ deliveries }) => deliveries));
  await asManager(async () => {
    for (const { supplierId, key, isPairs } of await app.get(ListQuestions, { strict: false }).run(null)) {
      const answer = isPairs
        ? ({ supplierId, key, verdict: 'same', cause: null } as const)
        : ({ supplierId, key, verdict: null, cause: 'not-reported' } as const);
      const members = await app.get(PreviewBulkAnswer, { strict: false }).membersOf(answer);
      if (!members.every(({ line }) => isTrue(line, measured, reportedOnce))) continue;
      const { basis } = await app.get(PreviewBulkAnswer, { strict: false }).run(answer);
      await app.get(GiveBulkAnswer, { strict: false }).run({ ...answer, basis, reason });
      const booked = members.flatMap(({ line }) => (line.booked ? [line.booked] : []));
      for (const { documentId, lineNo } of booked) answered.add(`${documentId}:${lineNo}`);
      const quarter = quarterOf(booked[0]?.date ?? '');
      counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
    }
  });
  return answered;
}

/**
 * Returns true if the two lines have a common delivery or, for a booked line alone, no report contains it. Nothing is
 * known about reported lines alone.
 */
function isTrue(
  { reported, booked }: BulkMember['line'],
  measured: Measured,
  reportedOnce: ReadonlySet<number>,
): boolean {
  const deliveries = booked
    ? measured.booked.get(`${booked.documentId}:${booked.lineNo}`)?.truth?.deliveries
    : undefined;
  if (!deliveries) return false;
  if (reported)
    return (
      measured.reported
        .get(`${reported.documentId}:${reported.lineNo}`)
        ?.deliveries.some((id) => deliveries.includes(id)) ?? false
    );
  return deliveries.length > 0 && deliveries.every((id) => !reportedOnce.has(id));
}

async function answer(
  { app }: LoadedWorld,
  line: Booked,
  reportedBy: ReadonlyMap<number, { readonly versionId: string; readonly lineNo: number }>,
  most: number,
): Promise<number> {
  const { batchId, lineNo, truth } = line;
  const own = new Map(
    (truth?.deliveries ?? []).flatMap((id) => {
      const found = reportedBy.get(id);
      return found ? [[`${found.versionId}:${found.lineNo}`, found] as const] : [];
    }),
  );
  const pairs = [...own.values()].slice(0, most);
  for (const pair of pairs)
    await app.get(DecidePair, { strict: false }).run({
      versionId: pair.versionId,
      reportLineNo: pair.lineNo,
      batchId,
      spendLineNo: lineNo,
      verdict: 'same',
      reason,
    });
  if (pairs.length > 0) return pairs.length;
  await app
    .get(ResolveLine, { strict: false })
    .run({ side: 'booked', documentId: batchId, lineNo, cause: 'not-reported', agreementId: null, reason });
  return 1;
}
