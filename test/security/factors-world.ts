import type { Member, Who } from './world.ts';

/** Factor assignments in every state, and the manager's approver. */
export interface FactorsWorld {
  readonly draft: string;
  readonly proposed: string;
  readonly approved: string;
  readonly regretted: string;
  readonly approverId: string;
  readonly deputyId: string;
  readonly correctionId: string;
  /** Proposed method policies. */
  readonly rulings: { readonly waiting: string; readonly regretted: string };
}

export const sampleAssignment = {
  kind: 'account',
  target: 'kostra:195',
  setId: 'dfo-2022-ns4102-2026m08',
  factorId: 'spend_6320_632',
  fromOn: '2026-01-01',
  reason: 'Mest renovasjon.',
};

export async function factorsOf({
  manager,
  administrator,
  clerk,
}: Readonly<Record<Who, Member>>): Promise<FactorsWorld> {
  const { body: approvers } = await manager.caller.get('/factor-assignments/approvers').expect(200);
  const approverId = approvers[0].id as string;
  const drafted = async () =>
    (await manager.caller.post('/factor-assignments', sampleAssignment).expect(201)).body.id as string;
  const proposed = async () => {
    const id = await drafted();
    await manager.caller.post(`/factor-assignments/${id}/propose`, { approverId }).expect(204);
    return id;
  };
  const approved = await proposed();
  await administrator.caller.post(`/factor-assignments/${approved}/decide`, { verdict: 'approved' }).expect(204);
  const { body: deputy } = await manager.caller
    .post('/approval-delegations', { deputyId: approverId, fromOn: '2026-07-01', untilOn: '2027-07-31' })
    .expect(201);
  // a different day for each, because a repeated proposal is rejected
  const proposePolicy = async (fromOn: string) =>
    (
      await manager.caller
        .post('/emissions/method-policies', {
          category: 'ict',
          fromOn,
          methods: ['physical-average'],
          reason: 'Som før.',
          approverId,
        })
        .expect(201)
    ).body.id as string;
  await administrator.caller
    .post(`/emissions/method-policy-proposals/${await proposePolicy('2026-03-01')}/decide`, { verdict: 'approved' })
    .expect(204);
  await manager.caller
    .post('/items/classify', {
      items: [{ supplierId: clerk.organisationId, itemNumber: '30118' }],
      product: 'milk',
      reason: 'Det er melk.',
    })
    .expect(201);
  const { body: correction } = await manager.caller
    .post('/mapping-corrections', {
      system: 'kostra',
      codes: ['165'],
      category: 'services',
      reason: 'Mest tjenester.',
    })
    .expect(201);
  return {
    draft: await drafted(),
    proposed: await proposed(),
    regretted: await drafted(),
    approved,
    approverId,
    deputyId: deputy.id,
    correctionId: correction.id,
    rulings: { waiting: await proposePolicy('2026-01-01'), regretted: await proposePolicy('2026-02-01') },
  };
}
