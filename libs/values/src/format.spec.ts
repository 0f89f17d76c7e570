import fc from 'fast-check';
import {
  formatAmount,
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
} from './format.ts';
import { Period } from './period.ts';
import { catalogue, listing, sentence, plural } from './texts.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers and dates as people write them', () => {
  it('amounts', () => {
    expect(plain(formatAmount('318204.5', 'nb'))).toBe('318 204,50');
    expect(plain(formatAmount('318204.5', 'nn'))).toBe('318 204,50');
    expect(formatAmount('318204.5', 'en')).toBe('318,204.50');
    expect(plain(formatAmount('-1250.005', 'nb'))).toBe('−1 250,01');
  });

  it('writes the minus sign, not a hyphen, in all languages', () => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      for (const written of [
        formatAmount('-1250', language),
        formatMoney('-1250', 'NOK', language),
        formatQuantity('-2.5', language),
        formatCount(-3, language),
        formatShare('-0.125', language),
      ]) {
        expect(written).toContain('\u2212');
        expect(written).not.toContain('-');
      }
    }
    expect(formatAmount('-1250', 'en')).toBe('−1,250.00');
  });

  it('keeps digits a float would lose', () => {
    expect(plain(formatAmount('12345678901234567890.12', 'nb'))).toBe('12 345 678 901 234 567 890,12');
  });

  it('quantities, counts and shares', () => {
    expect(plain(formatQuantity('1234.500', 'nb'))).toBe('1 234,5');
    expect(plain(formatCount(2_000_000, 'nb'))).toBe('2 000 000');
    expect(plain(formatShare('0.125', 'nb'))).toBe('12,5 %');
    expect(formatQuantity('ca 20', 'nb')).toBe('ca 20');
  });

  it('does not write a part as nothing or as everything', () => {
    expect(plain(formatShare('0.0001', 'nb'))).toBe('under 0,1 %');
    expect(formatShare('0.0001', 'en')).toBe('under 0.1%');
    expect(plain(formatShare('0.9996', 'nn'))).toBe('over 99,9 %');
    expect(plain(formatShare('1.0004', 'nb'))).toBe('over 100 %');
    expect(plain(formatShare('0.004', 'nb', 0))).toBe('under 1 %');
    expect(plain(formatShare('0.996', 'nb', 0))).toBe('over 99 %');
    for (const exact of ['0', '0.0', '1', '1.000000']) expect(formatShare(exact, 'nb')).not.toMatch(/under|over/);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 2 }), (millionths, decimals) => {
        const written = plain(formatShare((millionths / 1e6).toFixed(6), 'nb', decimals));
        expect(written).not.toMatch(/^(0|100) %$/);
      }),
    );
  });

  it('dates', () => {
    expect(formatDate('2026-04-20', 'nb')).toBe('20. april 2026');
    expect(formatDate('2026-04-20', 'nn')).toBe('20. april 2026');
    expect(formatDate('2026-04-20', 'en')).toBe('20 April 2026');
    expect(formatDate('2026-04-20', 'nb', 'short')).toBe('20.04.2026');
    expect(formatInstant(new Date('2026-04-20T12:05:00Z'), 'nb')).toMatch(/20\. april 2026.*14[:.]05/);
  });

  it('periods', () => {
    expect(formatPeriod(Period.parse('2026-03'), 'nb')).toBe('mars 2026');
    expect(formatPeriod(Period.parse('2026-Q1'), 'nn')).toBe('1. kvartal 2026');
    expect(formatPeriod(Period.parse('2026-Q1'), 'en')).toBe('Q1 2026');
    expect(formatPeriod(Period.parse('2026'), 'en')).toBe('2026');
  });
});

describe('texts', () => {
  const nb = {
    title: 'Rapport',
    rows: ({ count }: { count: number }) => plural('nb', count, { one: 'én rad', other: `${count} rader` }),
  };
  const nn: typeof nb = {
    title: 'Rapport',
    rows: ({ count }) => plural('nn', count, { one: 'éi rad', other: `${count} rader` }),
  };
  const en: typeof nb = {
    title: 'Report',
    rows: ({ count }) => plural('en', count, { one: 'one row', other: `${count} rows` }),
  };
  const texts = catalogue({ nb, nn, en });

  it('exist in three languages', () => {
    expect(texts('nn').rows({ count: 1 })).toBe('éi rad');
    expect(texts('nb').rows({ count: 2 })).toBe('2 rader');
    expect(texts('en').title).toBe('Report');
    expect(sentence(texts('nn').rows({ count: 1 }))).toBe('Éi rad');
    expect(sentence('3 rader')).toBe('3 rader');
    expect(listing('nb', ['Grue', 'Åsnes', 'Våler'])).toBe('Grue, Åsnes og Våler');
  });

  it('formats shares close to zero', () => {
    expect(
      ['nb', 'nn', 'en'].map((language) => formatShare(String(1 / 304_707_262), language as 'nb').replace(/\s/g, ' ')),
    ).toEqual(['under 0,1 %', 'under 0,1 %', 'under 0.1%']);
    expect(formatShare('1e-9 av alt', 'nb')).toBe('1e-9 av alt');
  });

  it('formats amounts with a currency that is not a currency code', () => {
    expect(
      ['KR', '€', '', 'kroner'].map((currency) => formatMoney('1000', currency, 'nb').replace(/\s/g, ' ')),
    ).toEqual(['1 000,00 KR', '1 000,00 €', '1 000,00', '1 000,00 kroner']);
    expect(formatMoney('1000', 'XYZ', 'nb').replace(/\s/g, ' ')).toContain('1 000,00');
  });
});
