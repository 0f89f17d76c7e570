import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CalculateEmissions, DecideMethodPolicy, ProposeMethodPolicy } from '@tallgrunn/emissions-server';
import { DecideAssignment, DraftAssignment } from '@tallgrunn/factor-book-server';
import { FindActor } from '@tallgrunn/identity-server';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { LoadedWorld } from './create-world.ts';

/** Account codes without a Norwegian factor, with the factors that an accountant with only amounts would choose. */
const FALLBACK_FACTORS = [
  ['kostra:115', 'epa13-311991'],
  ['kostra:110', 'epa13-339113'],
  ['kostra:114', 'epa13-325412'],
  ['kostra:170', 'epa13-324110'],
] as const;

/**
 * Sets up the spend-based view of the same world: two people decide that only amounts count, and choose factors for
 * food accounts.
 */
export async function useSpendOnly({ app, folder, asSystem }: LoadedWorld): Promise<void> {
  const { people } = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as {
    people: readonly { role: string; email: string }[];
  };
  const actorOf = async (role: string): Promise<Actor> => {
    const [found] = await app
      .get(FindActor, { strict: false })
      .byEmail(people.find((person) => person.role === role)?.email ?? '', 'demo');
    if (!found) throw new Error(`The world has no ${role}.`);
    return found.actor;
  };
  const [one, other] = [await actorOf('contract-manager'), await actorOf('administrator')];
  const as = <T>(actor: Actor, work: () => Promise<T>) => app.get(UnitOfWork, { strict: false }).run(actor, work);
  for (const [target, factorId] of FALLBACK_FACTORS) {
    const choice = {
      kind: 'account' as const,
      target,
      setId: 'epa-supply-chain-1.3',
      factorId,
      fromOn: '2019-01-01',
      reason: 'Bare kronene.',
      foreignDecision: 'For sammenligningens skyld.',
    };
    const { id } = await as(one, () => app.get(DraftAssignment, { strict: false }).run(choice));
    await as(one, () => app.get(DecideAssignment, { strict: false }).propose(id, other.personId ?? ''));
    await as(other, () => app.get(DecideAssignment, { strict: false }).decide(id, 'approved', null));
  }
  const categories = await asSystem(() =>
    app.get(Database, { strict: false }).query<{ code: string }>('select code from catalogue.door_category'),
  );
  for (const { code: category } of categories) {
    // The later date first, over the world's own decisions: a policy already in force cannot be proposed a second time.
    for (const fromOn of ['2025-01-01', '2019-01-01']) {
      const { id } = await as(one, () =>
        app
          .get(ProposeMethodPolicy, { strict: false })
          .run({ category, fromOn, methods: ['spend-account'], reason: 'Bare kronene.' }, other.personId ?? ''),
      );
      await as(other, () => app.get(DecideMethodPolicy, { strict: false }).run(id, 'approved', null));
    }
  }
  await asSystem(() => app.get(CalculateEmissions, { strict: false }).run('spend-only'));
}
