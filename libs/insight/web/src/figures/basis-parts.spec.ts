import fc from 'fast-check';
import { formatShare } from '@tallgrunn/values';
import { knownOf } from './basis-parts.ts';

const part = (basis: 'item' | 'quantity' | 'account' | 'none', amount: string) => ({ basis, amount, lines: 1 });

describe('what is known of the spend', () => {
  it('is the share of the parts as they are written, so that the finding agrees with its legend', () => {
    // One by one 1.3, 1.3 and 97.4 %; the first two together are 2.7 %.
    const charts = { basis: [part('item', '1335'), part('quantity', '1345'), part('account', '97320')], lines: 3 };
    expect(knownOf(charts)).toMatchObject({ known: '2680', total: '100000', share: '0.027000000' });
    expect(knownOf({ basis: [], lines: 0 }).share).toBeNull();
  });

  it('does not call a part of the spend nothing or everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (item, none) => {
        const { share } = knownOf({ basis: [part('item', String(item)), part('none', String(none))], lines: 2 });
        expect(formatShare(share!, 'nb')).not.toMatch(/^(0|100)\s%$/);
      }),
    );
  });
});
