import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { signedIn } from '../../security/caller.ts';
import type { LoadedWorld } from '../create-world.ts';
import type { FigureSource } from './asking.ts';
import { readRawRows } from './raw-rows.ts';
import { CalculatedFigures } from './calculate.ts';

/** Signs users in to a demo world and reads its raw rows. Close it before the world. */
export async function openFigureSource(world: LoadedWorld): Promise<FigureSource & { close(): Promise<void> }> {
  const server = await world.serve();
  const clock = world.app.get(Clock, { strict: false });
  server.get(Clock, { strict: false }).runFrom(clock.now());
  const signIn = async (role: string) => {
    const { email, password } = world.people.find((each) => each.role === role)!;
    return signedIn({ app: server }, email, '/api/v1', password);
  };
  const query = <R>(sql: string) =>
    world.asSystem(() => world.app.get(Database, { strict: false }).query(sql)) as Promise<R[]>;
  const rows = await readRawRows(query);
  return {
    manager: await signIn('contract-manager'),
    administrator: await signIn('administrator'),
    ...{ query, rows, reckoned: new CalculatedFigures(rows), environment: world.environment },
    today: osloDate(clock.now()),
    close: () => server.close(),
  };
}
