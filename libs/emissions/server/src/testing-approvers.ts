import type { SignedIn } from '@tallgrunn/identity-server/testing';

/** Finds a person by name among those who may approve what another proposes. */
export const approverId = async (proposer: SignedIn, name: string): Promise<string> =>
  (await proposer.get('/factors/choices/approvers')).body.find((each: { name: string }) => each.name === name)
    .id as string;
