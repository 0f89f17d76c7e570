import { readStartOptions } from './options.mts';

describe('start options', () => {
  it('default to a demo on port 3000 of this machine', () => {
    expect(readStartOptions([], {})).toEqual({
      empty: false,
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databasePort: 54_317,
      logArchive: undefined,
    });
  });

  it('come from arguments and environment', () => {
    expect(
      readStartOptions(['--empty'], { PORT: '8080', HOST: '0.0.0.0', DATABASE_URL: 'postgres://db/x' }),
    ).toMatchObject({ empty: true, port: 8080, host: '0.0.0.0', databaseUrl: 'postgres://db/x' });
  });

  it('may request help', () => expect(readStartOptions(['--help'], {})).toBeNull());

  it.each([['three'], ['0'], ['70000'], ['']])('reject PORT=%s', (PORT) => {
    expect(() => readStartOptions([], { PORT })).toThrow(/PORT is ".*": it must be a number from 1 to 65535/);
  });

  it.each([['nonsense'], ['mysql://db/x'], ['postgres://user:secret@db:99999/x']])(
    'reject DATABASE_URL=%s without printing it',
    (DATABASE_URL) => {
      expect(() => readStartOptions([], { DATABASE_URL })).toThrow(
        /^DATABASE_URL is not the address of a PostgreSQL: it must look like postgres:\/\/user:password@host:5432\/database\.$/,
      );
    },
  );

  it('reject an unknown argument', () => expect(() => readStartOptions(['--fast'], {})).toThrow(/--fast/));
});
