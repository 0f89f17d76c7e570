import { checkCsv, heading, report, rightLine, saidBy } from '../testing.ts';

describe('column-renamed', () => {
  it('takes the titles of the terms in all three languages', async () => {
    expect(saidBy(await checkCsv(report(rightLine)), 'column-renamed')).toEqual([]);
    const english = 'Customer;Item number;Item name;Quantity;Unit;Unit price;Amount;Delivery date;Invoice number';
    expect(await checkCsv(`${english}\n${rightLine}`)).toMatchObject({ ok: true, accepted: 1, findings: [] });
    const nynorsk = 'Kunde;Varenummer;Varenamn;Mengd;Eining;Einingspris;Beløp;Leveringsdato;Fakturanummer';
    expect(await checkCsv(`${nynorsk}\n${rightLine}`)).toMatchObject({ ok: true, findings: [] });
  });

  it('tells which known names were used instead', async () => {
    const verdict = await checkCsv(`${heading.replace('Varenummer', 'Art.nr.').replace('Beløp', 'Linjesum (eks. mva)')}\n${rightLine}`);
    expect(saidBy(verdict, 'column-renamed')).toMatchObject([
      { class: 4, severity: 'info', found: 'Art.nr.', expected: 'Varenummer', place: { row: 1, cell: 'B1' } },
      { found: 'Linjesum (eks. mva)', expected: 'Beløp' },
    ]);
  });
});
