import { checkCsv, heading, report, rightLine, findingsOf, troubles } from '../testing.ts';

describe('column-renamed', () => {
  it('accepts the titles of the terms in all three languages', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'column-renamed')).toEqual([]);
    const english = 'Customer;Item number;Item name;Quantity;Unit;Unit price;Amount;Delivery date;Invoice number';
    expect(await checkCsv(`${english}\n${rightLine}`)).toMatchObject({ ok: true, accepted: 1, findings: [] });
    const nynorsk = 'Kunde;Varenummer;Varenamn;Mengd;Eining;Einingspris;Beløp;Leveringsdato;Fakturanummer';
    expect(await checkCsv(`${nynorsk}\n${rightLine}`)).toMatchObject({ ok: true, findings: [] });
  });

  it('reports the synonyms that were used', async () => {
    const checkResult = await checkCsv(
      `${heading.replace('Varenummer', 'Art.nr.').replace('Beløp', 'Linjesum (eks. mva)')}\n${rightLine}`,
    );
    expect(findingsOf(checkResult, 'column-renamed')).toMatchObject([
      { class: 4, severity: 'info', found: 'Art.nr.', expected: 'Varenummer', place: { row: 1, cell: 'B1' } },
      { found: 'Linjesum (eks. mva)', expected: 'Beløp' },
    ]);
  });

  it.each([
    'Kunde;Varenr.;Varebetegnelse;Mængde;Enhed;Stykpris;Linjebeløb ekskl. moms;Leveringsdato;Fakturanr.',
    'Kund;Artikelnr;Benämning;Antal;Enhet;Á-pris;Belopp exkl. moms;Leveransdatum;Fakturanr',
    'Kunde;Artikelnummer;Bezeichnung;Menge;Einheit;Einzelpreis;Betrag netto;Lieferdatum;Rechnungsnr.',
    'Kunde;Varenummer;Varenavn;Antall;Enhet;Enhetspris;BelÃ¸p;Leveringsdato;Fakturanummer',
  ])('accepts headings of neighbouring countries and with broken encoding without a question: %s', async (headings) => {
    const checkResult = await checkCsv(`${headings}\n${rightLine}`);
    expect([troubles(checkResult), checkResult.accepted]).toEqual([[], 1]);
  });
});
