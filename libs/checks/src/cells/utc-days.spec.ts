import { addDays } from '@tallgrunn/values';
import fc from 'fast-check';
import { dayInNorway } from './utc-days.ts';

const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });
const instants = fc
  .date({ min: new Date('1997-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

describe('a day in Norway', () => {
  it('is that of the time zone, for instants in UTC in all forms', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('Z', ' UTC', '+00:00'), (instant, zone) => {
        const text = instant.toISOString().slice(0, 19) + zone;
        fc.pre(!text.includes('T23:59:59'));
        expect(dayInNorway(text, text.slice(0, 10))).toBe(inOslo.format(instant));
      }),
    );
  });

  it('is the day whose midnight a program writes in UTC, on the days that the clock changes too', () => {
    for (const day of ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26', '2026-01-01', '2026-07-01']) {
      const hours = ['22', '23'].filter(
        (hour) => inOslo.format(new Date(`${addDays(day, -1)}T${hour}:00:00Z`)) === day,
      );
      for (const hour of hours)
        expect(dayInNorway(`${addDays(day, -1)}T${hour}:00:00.000Z`, addDays(day, -1))).toBe(day);
      expect(hours).toContain('23');
    }
  });

  it('is the written day without a time in UTC, and at the last second of a day', () => {
    for (const text of [
      '2026-03-31',
      '2026-03-31T23:30:00',
      '2026-03-31T23:30:00+02:00',
      '2026-03-31 23:30',
      '2026-03-31T23:59:59Z',
      '2026-03-31T23:59:59.999Z',
    ])
      expect(dayInNorway(text, '2026-03-31')).toBe('2026-03-31');
  });
});
