import { createHash } from 'node:crypto';
import { rooms } from '@tallgrunn/app-server';
import { stepsOf } from '@tallgrunn/platform/testing';

const hash = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 16);

describe('a step of the database that somebody has taken', () => {
  // Run with `-u` to record a new step. If an existing step fails, restore it and put the change in a new step.
  it('is never changed: their database would lack what is new in it', () => {
    expect(Object.fromEntries(stepsOf(rooms).map(([name, sql]) => [name, hash(sql)]))).toMatchSnapshot();
  });
});
