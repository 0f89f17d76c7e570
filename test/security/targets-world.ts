import type { Member, Who } from './world.ts';

/** Targets and measures of the first buyer, and of the cooperative. */
export interface TargetsWorld {
  readonly targetId: string;
  /** A target that is ended by its case. */
  readonly endingTargetId: string;
  readonly measureId: string;
}

/** Sets targets and proposes measures as the manager. */
export async function targetsOf({ manager, buyer }: Record<Who, Member>, personId: string): Promise<TargetsWorld> {
  const idOf = async (path: string, body: object): Promise<string> =>
    (await manager.caller.post(path, body).expect(201)).body.id;
  const target = {
    buyerId: buyer.organisationId,
    kind: 'emissions',
    baseYear: 2024,
    targetYear: 2030,
    targetValue: '1000',
    path: [],
    note: 'Sak 24/3',
  };
  const measure = {
    title: 'Mindre storfe',
    category: 'food',
    ownerId: personId,
    startsIn: '2026-02',
    fromProducts: ['beef'],
    toProducts: ['poultry'],
    share: '0.3',
    reason: 'Sak 24/3',
  };
  await idOf('/measures', measure);
  return {
    targetId: await idOf('/targets', target),
    endingTargetId: await idOf('/targets', { ...target, buyerId: null }),
    measureId: await idOf('/measures', { ...measure, buyerId: buyer.organisationId }),
  };
}
