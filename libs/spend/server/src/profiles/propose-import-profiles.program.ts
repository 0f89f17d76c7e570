import { proposeProfile, type LedgerProfile } from '@tallgrunn/formats';
import { serveRequests, openFile } from '@tallgrunn/platform/subprocess';
import { openTable } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';

// Subprocess: reads the headings of one ledger. It has no access to database or network.

export interface ProposalRequest {
  readonly path: string;
  readonly name: string;
  readonly candidates: readonly LedgerProfile[];
}

await serveRequests<ProposalRequest>(async ({ path, name, candidates }, teller) => {
  const proposals = await proposeProfile(
    await openTable(await openFile(path), name, { limits: limits.spend }),
    candidates,
  );
  await teller.send(proposals.map(({ candidate: _, ...proposal }) => proposal));
});
