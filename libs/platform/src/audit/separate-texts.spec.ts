import { createHash } from 'node:crypto';
import { separateTexts } from './separate-texts.ts';

describe('separateTexts', () => {
  it('leaves ids, days, counts and codes in the details', () => {
    const details = {
      id: '01890000-0000-7000-8000-000000000000',
      sha256: 'a'.repeat(64),
      on: '2026-08-10',
      at: '2026-08-10T10:00:00.000Z',
      period: '2026-Q3',
      month: '2026-08',
      orgNumber: '944117784',
      amount: '-12.50',
      verdict: 'to-clarify',
      number: 'R-2026-00012/3',
      category: 'food.dairy',
      ok: true,
      rows: 12,
      none: null,
    };
    expect(separateTexts(details)).toEqual({ details, texts: [] });
  });

  it.each([
    ['a sentence', { why: 'Sendt av Ola Hansen' }],
    ['one name', { supplier: 'Kari' }],
    ['a name in lower case under a name people fill in', { reason: 'kari' }],
    ['an e-mail address', { to: 'kari@example.no' }],
    ['a telephone number', { from: '91234567' }],
    ['a national identity number', { number: '15018010035' }],
    ['a nested text', { after: { contacts: [{ role: 'contract', person: 'Kari Nordmann' }] } }],
  ])('extracts %s', (_kind, details) => {
    const { details: hashed, texts } = separateTexts(details);
    expect(texts).toHaveLength(1);
    const [{ place, salt, text }] = texts as [(typeof texts)[number]];
    expect(JSON.stringify(hashed)).not.toContain(text);
    const stated = place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], hashed);
    expect(stated).toEqual({ textHash: createHash('sha256').update(salt).update(text).digest('hex') });
  });

  it('hashes the same text differently each time', () => {
    const hashOf = () => JSON.stringify(separateTexts({ reason: 'Kari' }).details);
    expect(hashOf()).not.toBe(hashOf());
  });
});
