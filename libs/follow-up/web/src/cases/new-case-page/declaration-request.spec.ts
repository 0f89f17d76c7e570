import fc from 'fast-check';
import { casesNb } from '../texts/cases-nb.ts';
import { declarationRequest } from './declaration-request.ts';

const t = casesNb.fresh.missingDeclarations;
const item = (number: string, name: string) => ({
  ...{ number, name, lineCount: 1, amount: '10.00', currency: 'NOK' },
  supplier: { id: 's1', name: 'Finnskog' },
});

describe('declarationRequest', () => {
  it('names the items, and how many more there are', () => {
    const items = Array.from({ length: 31 }, (_, at) => item(String(at + 1), 'Vare'));
    const text = declarationRequest({ total: 31, items }, 'Mat', t);
    expect(text).toContain('for 31 varer på avtalen «Mat»');
    expect(text).toContain('- 1 Vare\n');
    expect(text).toContain('- og 1 til');
    expect(text).not.toContain('- 31 Vare');
  });

  it('is empty when nothing is missing', () => {
    expect(declarationRequest({ total: 0, items: [] }, 'Mat', t)).toBe('');
  });

  it('always fits in a message', () => {
    const drawn = fc.record({
      number: fc.string({ maxLength: 40 }),
      name: fc.string({ maxLength: 500 }),
    });
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 1, maxLength: 60 }),
        fc.string({ maxLength: 200 }),
        (rows, agreement) => {
          const items = rows.map(({ number, name }) => item(number, name));
          expect(declarationRequest({ total: 5000, items }, agreement, t).length).toBeLessThanOrEqual(5000);
        },
      ),
    );
  });
});
