import { Module } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { systemActor } from './actor.ts';
import { Database } from './database.ts';
import { defineRoom } from './room.ts';
import { setUpTestApp, type TestApp } from './testing.ts';
import { isCommitUncertain } from './uncertain-commit.ts';
import { UnitOfWork } from './unit-of-work.ts';

@Module({})
class EmptyModule {}

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([defineRoom({ name: 'empty', module: EmptyModule, migrations: [] })]);
});
afterAll(() => stand?.close());

/** Returns the error of a unit that runs `last` before its commit, or before its own failure. */
async function failureOf(last: (pid: number) => Promise<unknown>): Promise<unknown> {
  const units = stand.get(UnitOfWork);
  const database = stand.get(Database);
  try {
    await units.run(systemActor(uuidv7()), async () => {
      const row = await database.one<{ pid: number }>('select pg_backend_pid() as pid');
      await last(row?.pid ?? 0);
    });
  } catch (error) {
    return error;
  }
  return null;
}

const end = (pid: number) => stand.asOwner('select pg_terminate_backend($1, 5000)', [pid]);

describe('isCommitUncertain', () => {
  it('is true when the session ended before the answer to the commit', async () => {
    const error = await failureOf(end);
    expect(error).toBeInstanceOf(Error);
    expect(isCommitUncertain(error)).toBe(true);
  });

  it('is false when PostgreSQL refused the commit', async () => {
    await stand.asOwner('create table public.late (id int unique deferrable initially deferred)');
    await stand.asOwner('grant insert on public.late to tallgrunn_app');
    const error = await failureOf(() => stand.get(Database).query('insert into public.late values (1), (1)'));
    expect(error).toMatchObject({ code: '23505' });
    expect(isCommitUncertain(error)).toBe(false);
  });

  it('is false when the work failed before the commit', async () => {
    const error = await failureOf(async (pid) => {
      await end(pid);
      await stand.get(Database).query('select 1');
    });
    expect(error).toBeInstanceOf(Error);
    expect(isCommitUncertain(error)).toBe(false);
  });
});
