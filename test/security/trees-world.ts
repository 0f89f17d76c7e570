import type { Member, Who } from './world.ts';

/** Data attached to the parties of a cooperative. */
export interface TreesWorld {
  readonly unitId: string;
  readonly belongingId: string;
  readonly aliasId: string;
  readonly numberId: string;
  readonly eventId: string;
}

export const unitsCsv = 'Sted;Kundenummer;Leverandør\nBrandval skole;4711;311047116\n';

/** Creates sites, branches, learned rules and an event through the API. */
export async function treesOf({ manager, clerk, buyer, otherBuyer }: Record<Who, Member>): Promise<TreesWorld> {
  const made = async (path: string, body: object) =>
    (await manager.caller.post(path, body).expect(201)).body.id as string;
  const of = ({ organisationId }: Member, path: string) => `/parties/${organisationId}${path}`;
  await manager.caller
    .put(of(buyer, '/buyer-type'), { kind: 'host-cooperation', hostId: otherBuyer.organisationId })
    .expect(204);
  await manager.caller
    .post(of(buyer, '/owners'), { memberId: otherBuyer.organisationId, share: '0.5', fromOn: '2020-01-01' })
    .expect(204);
  return {
    unitId: await made(of(buyer, '/sites'), { name: 'Langeland skole' }),
    belongingId: await made(of(clerk, '/related-entities'), {
      kind: 'branch',
      name: 'Avdeling Elverum',
      orgNumber: '974760673',
    }),
    aliasId: await made(of(clerk, '/aliases'), { text: 'Kongsv. kjøkken', buyerId: buyer.organisationId }),
    numberId: await made(of(clerk, '/customer-numbers'), { number: '10423', buyerId: buyer.organisationId }),
    eventId: await made('/organisation-changes', {
      kind: 'merged',
      onDate: '2030-01-01',
      fromIds: [buyer.organisationId],
      toIds: [otherBuyer.organisationId],
    }),
  };
}
