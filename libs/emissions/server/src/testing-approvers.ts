import type { SignedIn } from '@tallgrunn/identity-server/testing';

/** Returns the id of a person, by name, among those who may approve the user's proposals. */
export const approverId = async (proposer: SignedIn, name: string): Promise<string> =>
  (await proposer.get('/factor-assignments/approvers')).body.find((each: { name: string }) => each.name === name)
    .id as string;
