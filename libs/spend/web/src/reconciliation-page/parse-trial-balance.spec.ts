import { parseDecimal, parseMonths, parseTrialBalance } from './parse-trial-balance.ts';

describe('amount of a trial balance', () => {
  it.each([
    ['1 234,50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['-12', '-12'],
    ['12-', '-12'],
    ['(1 000,00)', '-1000.00'],
    ['−7,5', '-7.5'],
    ['1.234.567', '1234567'],
    ['kr 10', '10'],
    ['1.234', null],
    ['', null],
    ['Sum', null],
    ['12,3,4.5', null],
  ])('%s', (written, read) => expect(parseDecimal(written)).toBe(read));

  it('is parsed to the same value in any notation', () => {
    for (let n = 1; n < 400; n += 1) {
      const [kroner, ore] = [n * 7_919, (n * 37) % 100];
      const grouped = String(kroner).replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
      for (const sign of ['', '-'])
        expect(parseDecimal(`${sign}${grouped},${String(ore).padStart(2, '0')}`)).toBe(
          `${sign}${kroner}.${String(ore).padStart(2, '0')}`,
        );
    }
  });
});

describe('months', () => {
  it.each([
    ['2026-03', '2026-03', '2026-03'],
    ['202603', '2026-03', '2026-03'],
    ['3.2026', '2026-03', '2026-03'],
    ['2026', '2026-01', '2026-12'],
    ['2026-01–2026-06', '2026-01', '2026-06'],
    ['2026-01 til 2026-02', '2026-01', '2026-02'],
  ])('%s', (written, from, to) => expect(parseMonths(written)).toEqual({ from, to }));
  it.each(['13.2026', '2026-00', 'mars', '2026-06–2026-01'])('%s is not a month', (written) =>
    expect(parseMonths(written)).toBeNull(),
  );
});

describe('trial balance', () => {
  it('is parsed line by line, without its header, and lists unusable lines', () => {
    const text =
      'Konto;Navn;Periode;Beløp\n115;Matvarer;2026-03;1 234,50\n\n120\tKontor\t1.234,00\n"200";;202602;-5\nSum;;1 000\n115;;2026-03;1.234';
    expect(parseTrialBalance(text, '2025')).toEqual({
      totals: [
        { account: '115', from: '2026-03', to: '2026-03', amount: '1234.50' },
        { account: '120', from: '2025-01', to: '2025-12', amount: '1234.00' },
        { account: '200', from: '2026-02', to: '2026-02', amount: '-5' },
      ],
      unread: [6, 7],
    });
  });
});
