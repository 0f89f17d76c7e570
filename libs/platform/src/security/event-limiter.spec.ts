import { EventLimiter } from './event-limiter.ts';
import { boundedDetails } from './log-line.ts';
import { networkOf, normalisedAddress } from './request-origin.ts';

describe('EventLimiter', () => {
  it('writes the first event of a source and counts its repeats until the minute is over', () => {
    const limiter = new EventLimiter<string>();
    expect(limiter.admit('failed', 'a', 'first', 0)).toBe('write');
    expect(limiter.admit('failed', 'a', 'second', 10)).toBe('count');
    expect(limiter.admit('failed', 'a', 'third', 20)).toBe('count');
    expect(limiter.admit('failed', 'b', 'other', 30)).toBe('write');
    expect(limiter.takeRepeats(59_999)).toEqual([]);
    expect(limiter.takeRepeats(60_000)).toEqual([{ event: 'first', count: 2, withoutSource: false }]);
    expect(limiter.admit('failed', 'a', 'next', 60_001)).toBe('write');
  });

  it('limits the number of rows for any number of sources', () => {
    const limiter = new EventLimiter<number>();
    const admissions = Array.from({ length: 10_000 }, (_, i) => limiter.admit('failed', `source ${i}`, i, 0));
    expect(admissions.filter((each) => each === 'write')).toHaveLength(100);
    expect(admissions.filter((each) => each === 'write-without-source')).toHaveLength(1);
    expect(limiter.takeRepeats(60_000)).toEqual([{ event: 100, count: 9_899, withoutSource: true }]);
  });

  it('limits each kind of event separately', () => {
    const limiter = new EventLimiter<number>();
    for (let i = 0; i < 200; i++) limiter.admit('failed', `source ${i}`, i, 0);
    expect(limiter.admit('refused', 'source 1', 1, 0)).toBe('write');
  });
});

describe('address', () => {
  it('is normalised', () => {
    expect(normalisedAddress('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(normalisedAddress('fe80::1%eth0')).toBe('fe80::1');
    expect(normalisedAddress("1'; drop table")).toBeNull();
  });

  it('is counted by its /64 for IPv6', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
    expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'));
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  });
});

describe('event details', () => {
  it('contain no e-mail address at any depth', () => {
    const details = boundedDetails({
      note: 'sent to kari@example.no today',
      list: ['ola@example.no'],
      nested: { to: 'per@example.no' },
    });
    expect(JSON.stringify(details)).not.toContain('@example');
    expect(details['note']).toBe('sent to …@… today');
  });

  it('fit into the column, whatever is passed', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`name${i}`, 'x'.repeat(5000)]));
    expect(JSON.stringify(boundedDetails(many)).length).toBeLessThanOrEqual(4000);
  });
});
