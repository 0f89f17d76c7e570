import { proposeProfile, type LedgerProfile } from '@tallgrunn/formats';
import { answerApart, openFile } from '@tallgrunn/platform/apart';
import { openTable } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';

// Subprocess: reads the headings of one ledger. It has no access to database or network.

export interface ProposalRequest {
  readonly path: string;
  readonly name: string;
  readonly candidates: readonly LedgerProfile[];
}

await answerApart<ProposalRequest>(async ({ path, name, candidates }, teller) => {
  const proposals = await proposeProfile(
    await openTable(await openFile(path), name, { limits: limits.spend }),
    candidates,
  );
  await teller.say(proposals.map(({ candidate: _, ...proposal }) => proposal));
});
