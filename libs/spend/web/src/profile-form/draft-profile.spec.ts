import { checkProfile, exampleProfiles } from '@tallgrunn/formats';
import { draftFaults, draftOf, guessColumns, profileOf } from './draft-profile.ts';

describe('a way of reading as a person fills it in', () => {
  it('needs a name and an amount', () => {
    const draft = draftOf({}, null);
    expect(draftFaults(draft)).toEqual(['name', 'amount']);
    expect(draftFaults({ ...draft, name: 'Vår', headings: { ...draft.headings, debit: 'Debet', credit: 'Kredit' } })).toEqual([]);
  });

  it('is guessed from the names that known profiles have', () => {
    expect(guessColumns(['Faktura-nr', 'BELØP', 'Noe annet'], exampleProfiles)).toEqual({ invoiceNumber: 'Faktura-nr', amount: 'BELØP' });
  });

  it('becomes a profile that the readers accept', () => {
    const draft = { ...draftOf({ amount: 'Beløp', account: 'Art' }, null), name: 'Økonomi Nord 2026', last: '3' };
    const profile = profileOf(draft, null);
    expect(checkProfile(profile)).toBe(profile);
    expect(profile).toMatchObject({ id: 'okonomi-nord-2026', columns: { amount: 'Beløp', account: 'Art' }, account: { system: 'kostra', last: 3 } });
  });
});
