import { readAmount, readClause, readCpv, readDay, readRank, readShare, readTechnique } from './read-values.ts';

const text = (value: string) => ({ kind: 'text' as const, text: value });

describe('cell values of a contract register', () => {
  it.each([
    ['1.3.26', { value: '2026-03-01' }],
    ['01.03.2026', { value: '2026-03-01' }],
    ['1. mars 2026', { value: '2026-03-01' }],
    ['1 des 2026', { value: '2026-12-01' }],
    ['2026-03-01T00:00:00', { value: '2026-03-01' }],
    ['31/12/2026', { value: '2026-12-31' }],
    ['03/04/2026', { maybe: ['2026-04-03', '2026-03-04'] }],
    ['31.06.2027', { maybe: [] }],
    ['våren 2026', { maybe: [] }],
    ['Løpende', { value: null }],
  ])('reads the date %s', (written, reading) => expect(readDay(text(written))).toEqual(reading));

  it('does not read a bare number as a date', () =>
    expect(readDay({ kind: 'number', text: '46082' })).toEqual({ maybe: ['2026-03-01'] }));

  it.each([
    ['12 000 000,-', '12000000', 'NOK'],
    ['kr 4.500.000', '4500000', 'NOK'],
    ['12,5 mill. kr', '12500000', 'NOK'],
    ['30 MNOK', '30000000', 'NOK'],
    ['1 250 000,50', '1250000.5', 'NOK'],
    ['EUR 100000', '100000', 'EUR'],
  ])('reads the amount %s', (written, value, currency) =>
    expect(readAmount(text(written))).toEqual({ value: { value, currency } }),
  );

  it('asks about amounts that are estimates or ambiguous', () => {
    expect(readAmount(text('ca. 15 mill'))).toEqual({ maybe: [{ value: '15000000', currency: 'NOK' }] });
    expect(readAmount(text('12.500'))).toMatchObject({ maybe: [{ value: '12500' }, { value: '12.5' }] });
    expect(readAmount(text('etter avtale'))).toEqual({ maybe: [] });
  });

  it('reads texts, shares, ranks and codes', () => {
    expect(readTechnique(text('Rangert rammeavtale'))).toEqual({ value: 'ranked' });
    expect(readTechnique(text('Parallell'))).toEqual({ maybe: [] });
    expect(readClause(text('Signert 12.01'))).toEqual({ value: 'signed' });
    expect([readShare(text('60 %')), readShare(text('0,6')), readShare(text('60'))]).toEqual([
      { value: '0.6' },
      { value: '0.6' },
      { value: '0.6' },
    ]);
    expect(readShare(text('140 %'))).toEqual({ maybe: [] });
    expect(readRank(text('nr. 2'))).toEqual({ value: 2 });
    expect(readCpv(text('15000000-8 Mat'))).toEqual({ value: '15000000' });
  });
});
