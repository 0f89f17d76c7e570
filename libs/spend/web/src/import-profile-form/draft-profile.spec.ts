import { validateProfile, builtInProfiles } from '@tallgrunn/formats';
import { draftErrors, createDraft, guessColumns, buildProfile } from './draft-profile.ts';

describe('draft of an import profile', () => {
  it('needs a name and an amount', () => {
    const draft = createDraft({}, null);
    expect(draftErrors(draft)).toEqual(['name', 'amount']);
    expect(
      draftErrors({ ...draft, name: 'Vår', accounts: '100-39', headings: { ...draft.headings, amount: 'Sum' } }),
    ).toEqual(['accounts']);
    expect(
      draftErrors({ ...draft, name: 'Vår', headings: { ...draft.headings, debit: 'Debet', credit: 'Kredit' } }),
    ).toEqual([]);
  });

  it('is guessed from the headings in known profiles', () => {
    expect(guessColumns(['Faktura-nr', 'BELØP', 'Noe annet'], builtInProfiles)).toEqual({
      invoiceNumber: 'Faktura-nr',
      amount: 'BELØP',
    });
    expect(
      guessColumns(
        ['Leverandør id', 'Foretaksnr', 'Konto nr', 'Faktura', 'Fakt.dato', 'Netto kr', 'Mva kr'],
        builtInProfiles,
      ),
    ).toEqual({
      supplierNumber: 'Leverandør id',
      supplierOrgNumber: 'Foretaksnr',
      account: 'Konto nr',
      invoiceNumber: 'Faktura',
      invoiceDate: 'Fakt.dato',
      amount: 'Netto kr',
      vatAmount: 'Mva kr',
    });
  });

  it('imports only organisations and words by default', () => {
    const draft = { ...createDraft({ amount: 'Beløp' }, null), name: 'Vår' };
    expect(buildProfile(draft, null).comesIn).toEqual({ parties: 'organisations', text: 'words' });
    const wide = { ...draft, parties: 'everybody', accounts: '100-399; 470', text: 'none' } as const;
    expect(validateProfile(buildProfile(wide, null)).comesIn).toEqual({
      parties: 'everybody',
      accounts: ['100-399', '470'],
      text: 'none',
    });
    expect(createDraft({}, buildProfile(wide, null))).toMatchObject({
      parties: 'everybody',
      accounts: '100-399, 470',
      text: 'none',
    });
  });

  it('states which cost centres book including VAT, and retains settings the form does not show', () => {
    const from = {
      ...builtInProfiles[0]!,
      account: { system: 'kostra', start: 1, length: 3 },
      vat: { amounts: 'net', byCode: { '3': 'gross' }, byCostCentre: { '9000': 'unknown' } },
    } as const;
    const draft = { ...createDraft({ amount: 'Beløp' }, from), name: 'Vår', grossCentres: '3100, 7000-7199' };
    expect(validateProfile(buildProfile(draft, from))).toMatchObject({
      account: from.account,
      vat: {
        amounts: 'net',
        byCode: { '3': 'gross' },
        byCostCentre: { '9000': 'unknown', '3100': 'gross', '7000-7199': 'gross' },
      },
    });
    expect(createDraft({}, buildProfile(draft, from)).grossCentres).toBe('3100, 7000-7199');
    expect(draftErrors({ ...draft, grossCentres: '7000-71' })).toEqual(['grossCentres']);
  });

  it('stores the rate of each VAT code as typed', () => {
    const draft = { ...createDraft({ amount: 'Beløp' }, null), name: 'Vår', vat: 'gross' as const };
    const rates = (typed: string) => buildProfile({ ...draft, rates: typed }, null).vat.rateByCode;
    expect(rates('1: 25 %; 11: 15 %')).toEqual({ '1': '0.25', '11': '0.15' });
    expect(rates('K1=25, K11 = 11,11, K0:0')).toEqual({ K1: '0.25', K11: '0.1111', K0: '0' });
    expect(rates('')).toBeUndefined();
    for (const wrong of ['25 %', '1: 40', '1: 0,25', '1: tjue', '1'])
      expect(draftErrors({ ...draft, rates: wrong })).toEqual(['rates']);
    const kept = buildProfile({ ...draft, rates: '1: 25 %; 11: 11,11 %' }, null);
    expect(createDraft({}, kept).rates).toBe('1: 25 %; 11: 11,11 %');
    // Values removed in the form are removed from the profile.
    expect(buildProfile({ ...draft, rates: '' }, kept).vat.rateByCode).toBeUndefined();
  });

  it('reads longer accounts like its original profile', () => {
    const from = builtInProfiles[0]!;
    const draft = { ...createDraft({ amount: 'Beløp' }, from), name: 'Vår' };
    expect(buildProfile(draft, from).account).toEqual({ system: 'kostra', last: 3, classFirst: true });
    expect(buildProfile({ ...draft, last: '4' }, from).account).toEqual({ system: 'kostra', last: 4 });
  });

  it('states the source of the account class when there is no column', () => {
    const draft = { ...createDraft({ amount: 'Beløp' }, null), name: 'Vår' };
    expect(buildProfile(draft, null).accountClass).toBeUndefined();
    for (const [chosen, rule] of [
      ['in-account', { inAccount: true }],
      ['operating', { all: 'operating' }],
      ['investment', { all: 'investment' }],
    ] as const) {
      const profile = validateProfile(buildProfile({ ...draft, accountClass: chosen }, null));
      expect(profile.accountClass).toEqual(rule);
      expect(createDraft({}, profile).accountClass).toBe(chosen);
    }
  });

  it('is converted to a valid profile', () => {
    const draft = { ...createDraft({ amount: 'Beløp', account: 'Art' }, null), name: 'Økonomi Nord 2026', last: '3' };
    const profile = buildProfile(draft, null);
    expect(validateProfile(profile)).toBe(profile);
    expect(profile).toMatchObject({
      id: 'okonomi-nord-2026',
      columns: { amount: 'Beløp', account: 'Art' },
      account: { system: 'kostra', last: 3 },
    });
  });
});
