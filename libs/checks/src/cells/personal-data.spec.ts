import { normaliseHeading } from '../plan/normalise-heading.ts';
import { containsNationalId, isPersonalHeading } from './personal-data.ts';

describe('personal data', () => {
  // 01010112377 is fictitious: a day in January 2001 with a serial number that has the right check digits.
  it('finds a national identity number inside a text', () => {
    const made = (() => {
      for (let serial = 100; serial < 1000; serial += 1) {
        for (let check = 0; check < 100; check += 1) {
          const digits = `010101${serial}${String(check).padStart(2, '0')}`;
          if (containsNationalId(digits)) return digits;
        }
      }
      return '';
    })();
    expect(made).toMatch(/^010101\d{5}$/);
    expect(containsNationalId(`til ${made.slice(0, 6)} ${made.slice(6)}, pleie`)).toBe(true);
  });

  it.each(['7038010001239', '944117784', '12345678901', 'Kopipapir A4'])('does not report %s', (text) =>
    expect(containsNationalId(text)).toBe(false),
  );

  it('recognises headings about persons', () => {
    expect(isPersonalHeading('ansattnavn')).toBe(true);
    expect(isPersonalHeading('varenavn')).toBe(false);
    for (const heading of [
      'Selger (ansatt)',
      'Ansattes navn',
      'Navn på ansatt',
      'Kontaktperson',
      'Sjåfør',
      'Registrert av',
    ])
      expect([heading, isPersonalHeading(normaliseHeading(heading))]).toEqual([heading, true]);
    for (const heading of ['Antall ansatte', 'Antall ansatt', 'Kontaktpunkt', 'Selger', 'Leverandør'])
      expect([heading, isPersonalHeading(normaliseHeading(heading))]).toEqual([heading, false]);
  });
});
