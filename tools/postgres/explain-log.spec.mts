import { explainLog } from './explain-log.mts';

describe('why PostgreSQL did not start', () => {
  it.each([
    [
      'PANIC:  could not write to file "pg_wal/xlogtemp.12": No space left on device',
      /^The disk is full: make room where \/data lies/,
    ],
    [
      'FATAL:  could not open file "/data/cluster/global/pg_control": Permission denied',
      /may not be read by this user/,
    ],
    ['FATAL:  data directory "/data/cluster" has wrong ownership', /may not be read by this user/],
    [
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
      /port for PostgreSQL is taken/,
    ],
    ['FATAL:  lock file "postmaster.pid" already exists', /Another PostgreSQL still holds \/data/],
    ['PANIC:  could not locate a valid checkpoint record at 0/1563F80', /is damaged/],
    ['FATAL:  something new', /^PostgreSQL did not start: FATAL: {2}something new\.$/],
  ])('%s', (log, sentence) => {
    expect(explainLog(log, '/data')).toMatch(sentence);
    expect(explainLog(log, '/data')).not.toContain('\n');
  });
});
