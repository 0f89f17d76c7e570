import type { LoadedWorld } from './stand-world.ts';
import { AnswerLine, DecidePair } from '@tallgrunn/matching-server';
import type { Booked, Measured } from './measure-matching.ts';

/** Lines an oracle looks at for each quarter, the most kroner first. */
export const DECISIONS_MAX = 150;

const reason = 'The oracle knows.';

/**
 * Answers from the truth what the run could not explain: the lines of the books that stand under no cause, most kroner first, as the
 * review shows them. How many decisions it took, by the quarter of the line.
 */
export async function askOracle(world: LoadedWorld, measured: Measured): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const unexplained = [...measured.booked.values()].filter(({ state, cause }) => state === 'booked-not-reported' && cause === null).toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const reportedBy = new Map([...measured.reported.values()].flatMap((line) => line.deliveries.map((id) => [id, line] as const)));
  await world.asManager(async () => {
    for (const line of unexplained) {
      const quarter = `${line.day.slice(0, 4)}-Q${Math.ceil(Number(line.day.slice(5, 7)) / 3)}`;
      const left = DECISIONS_MAX - (counts.get(quarter) ?? 0);
      if (left > 0) counts.set(quarter, (counts.get(quarter) ?? 0) + (await answer(world, line, reportedBy, left)));
    }
  });
  return counts;
}

async function answer({ app }: LoadedWorld, line: Booked, reportedBy: ReadonlyMap<number, { readonly versionId: string; readonly lineNo: number }>, most: number): Promise<number> {
  const { batchId, lineNo, truth } = line;
  const own = new Map((truth?.deliveries ?? []).flatMap((id) => { const found = reportedBy.get(id); return found ? [[`${found.versionId}:${found.lineNo}`, found] as const] : []; }));
  const pairs = [...own.values()].slice(0, most);
  for (const pair of pairs) await app.get(DecidePair, { strict: false }).run({ versionId: pair.versionId, reportLineNo: pair.lineNo, batchId, spendLineNo: lineNo, verdict: 'same', reason });
  if (pairs.length > 0) return pairs.length;
  await app.get(AnswerLine, { strict: false }).run({ side: 'booked', documentId: batchId, lineNo, cause: 'not-reported', agreementId: null, reason });
  return 1;
}
