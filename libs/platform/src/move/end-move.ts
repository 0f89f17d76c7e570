import { Client } from 'pg';
import { compareStored, inSnapshot, withControls } from './move-cooperative.ts';
import { moveFiles } from './move-files.ts';
import type { ComparedTable, MoveOptions } from './move-options.ts';
import { MoveRejected } from './move-rejected.ts';
import { readMove, undoMove, lockMove } from './move-state.ts';
import { tableWithRows } from './check-move.ts';

/**
 * Cancels a move that was interrupted, so that the cooperative writes at the source again.
 * @param targetUrl needed where the target may have committed
 * @throws MoveRejected when the target has the cooperative, or that is not known
 */
export async function cancelMove(
  options: Pick<MoveOptions, 'cooperativeId' | 'sourceUrl' | 'shared'> & { readonly targetUrl: string | null },
): Promise<void> {
  const { cooperativeId, sourceUrl, targetUrl } = options;
  const client = new Client({ connectionString: sourceUrl, application_name: 'tallgrunn-move' });
  client.on('error', () => undefined); // the failing query reports it
  await client.connect();
  try {
    await lockMove(client, cooperativeId);
    const state = (await readMove(client, cooperativeId))?.state;
    if (state !== 'moving' && state !== 'delivering')
      throw new MoveRejected(
        `Nothing was cancelled: the cooperative ${state === 'moved' ? 'has moved' : 'is not being moved from this database'}.`,
      );
    if (state === 'delivering') await requireNotArrived(targetUrl, options);
    await undoMove(client, cooperativeId);
  } finally {
    await client.end();
  }
}

async function requireNotArrived(
  targetUrl: string | null,
  options: Pick<MoveOptions, 'cooperativeId' | 'shared'>,
): Promise<void> {
  if (targetUrl === null)
    throw new MoveRejected('The target may have the cooperative already: state with --to which database it was.');
  const client = new Client({ connectionString: targetUrl, application_name: 'tallgrunn-move' });
  client.on('error', () => undefined); // the failing query reports it
  await client.connect();
  try {
    if (await tableWithRows(client, options))
      throw new MoveRejected('The target has the cooperative already: run the move again, which confirms it.');
  } finally {
    await client.end();
  }
}

/**
 * Compares the source with what was moved, before its copy is deleted: the rows, and the files at the target.
 * @throws MoveRejected when the target has not received the cooperative, or anything differs
 */
export function compareBeforeDeletion(options: MoveOptions): Promise<ComparedTable[]> {
  const { cooperativeId } = options;
  return withControls(options, cooperativeId, async ({ source, target }) => {
    const [here, there] = [await readMove(source, cooperativeId), await readMove(target, cooperativeId)];
    if (here?.state !== 'moved' || there?.state !== 'received')
      throw new MoveRejected('Nothing was deleted: the cooperative has not been moved to that database.');
    if (!(await tableWithRows(target, options)))
      throw new MoveRejected('Nothing was deleted: the target no longer has rows of the cooperative.');
    for (const [table, { rows, hash }] of Object.entries(here.sums))
      if (there.sums[table]?.rows !== rows || there.sums[table].hash !== hash)
        throw new MoveRejected(`Nothing was deleted: the two databases do not state the same rows of ${table}.`);
    const compared = await compareStored(options, there.sums);
    await inSnapshot(options.sourceUrl, (reading) => moveFiles(reading, cooperativeId, options));
    return compared;
  });
}
