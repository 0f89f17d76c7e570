import { finnskog, buyer, next, agressoHead, agresso, vismaHead, visma, csv, type ForeignFile } from './foreign-kit.ts';
export function foreignLedgers(): ForeignFile[] {
  const ledger = (what: string, name: string, bytes: Buffer, expected: ForeignFile['expected']): ForeignFile => ({
    what,
    name,
    bytes,
    expected,
  });
  return [
    ledger(
      'Unit4 with text columns, voucher types and a total',
      'a1.csv',
      csv(
        agressoHead,
        agresso('1.234,50'),
        agresso('500,00', { ba: 'GL' }),
        agresso('(100,00)', { period: '202613' }),
        ';;;;;;;;;;;;;;Sum;1.634,50;',
      ),
      { amounts: ['1234.50', '-100.00'], told: ['ledger-filtered', 'ledger-total-row'] },
    ),
    ledger(
      'Unit4 in Windows-1252 with five digits an account, and VAT compensation',
      'a2.csv',
      Buffer.from(
        csv(agressoHead, agresso('80,00', { account: '11150' }), agresso('20,00', { account: '14290' })).toString(),
        'latin1',
      ),
      { amounts: ['80.00'], told: ['ledger-account-truncated', 'ledger-account-excluded'] },
    ),
    ledger(
      'Visma with a minus behind, parentheses and a real minus',
      'v1.csv',
      csv(vismaHead, visma('1 234,50'), visma('1 234,50-'), visma('(34,50)'), visma('−10,00'), visma('12,50 CR')),
      { amounts: ['1234.50', '-1234.50', '-34.50', '-10.00', '-12.50'] },
    ),
    ledger(
      'organisation numbers with spaces, NO and MVA',
      'v2.csv',
      csv(
        vismaHead,
        visma('1,00', { org: '311 047 116' }),
        visma('2,00', { org: 'NO311047116MVA' }),
        visma('4,00', { org: 'NO 311 047 116 MVA' }),
      ),
      { amounts: ['1.00', '2.00', '4.00'] },
    ),
    ledger(
      'a supplier number alone, whose organisation a later row says',
      'v3.csv',
      csv(vismaHead, visma('8,00', { org: '', number: '60077' }), visma('16,00', { number: '60077' })),
      { amounts: ['8.00', '16.00'] },
    ),
    ledger(
      'a supplier number alone that nobody knows',
      'v4.csv',
      csv(vismaHead, visma('32,00', { org: '', number: '99001' })),
      { amounts: [], told: ['ledger-party-unknown'] },
    ),
    ledger(
      'opening and closing balances',
      'v5.csv',
      csv(vismaHead, ';;;115;;;;;;;1000,00;Inngående saldo', visma('64,00'), ';;;115;;;;;;;1064,00;Utgående saldo'),
      { amounts: ['64.00'], told: ['ledger-party-unknown'] },
    ),
    ledger(
      'an accrual and its reversal',
      'v6.csv',
      csv(
        vismaHead,
        visma('5000,00', { period: '12/2025', text: 'Avsetning' }),
        visma('-5000,00', { period: '1/2026', text: 'Tilbakeført' }),
        visma('5100,00'),
      ),
      { amounts: ['5000.00', '-5000.00', '5100.00'] },
    ),
    ledger(
      'internal invoices and their income',
      'v7.csv',
      csv(
        vismaHead,
        visma('100,00', { art: '290', org: buyer.orgNumber }),
        visma('-100,00', { art: '780', org: buyer.orgNumber }),
      ),
      { amounts: ['100.00'], told: ['ledger-chart-excluded'] },
    ),
    ledger(
      'arts 429 and 729, pay and finance',
      'v8.csv',
      csv(
        vismaHead,
        visma('25,00', { art: '429' }),
        visma('-25,00', { art: '729' }),
        visma('30000,00', { art: '010' }),
        visma('9,00', { art: '500' }),
        visma('128,00'),
      ),
      { amounts: ['128.00'] },
    ),
    ledger(
      'a title, headings on the sixth row, pages, remarks and totals of parts',
      'v9.csv',
      csv(
        'Kongsvinger kommune;;;;;;;;;;;',
        'Hovedbok;;;;;;;;;;;',
        'Periode: 202603;;;;;;;;;;;',
        '',
        vismaHead,
        visma('10,00'),
        'Sum 115;;;;;;;;;;10,00;',
        'Side 2;;;;;;;;;;;',
        vismaHead,
        visma('20,00', { art: '120' }),
        'Sum 120;;;;;;;;;;20,00;',
        'Total;;;;;;;;;;30,00;',
        'Utskrevet 01.04.2026;;;;;;;;;;;',
      ),
      { amounts: ['10.00', '20.00'], told: ['ledger-total-row'] },
    ),
    ledger('a total that is not the sum', 'v10.csv', csv(vismaHead, visma('10,00'), 'Total;;;;;;;;;;40,00;'), {
      amounts: ['10.00'],
      told: ['ledger-total-differs'],
    }),
    ledger('amounts that can be read in two ways', 'v11.csv', csv(vismaHead, visma('1.234'), visma('5.678')), {
      amounts: ['1234', '5678'],
      told: ['ledger-amount-ambiguous'],
    }),
    ledger('purchases with a minus', 'v12.csv', csv(vismaHead, ...Array.from({ length: 6 }, () => visma('-10,00'))), {
      amounts: Array<string>(6).fill('-10.00'),
      told: ['ledger-mostly-negative'],
    }),
    ledger(
      'cells that are no amounts',
      'v13.csv',
      csv(vismaHead, visma('#N/A'), visma(''), visma('ti'), visma('256,00')),
      { amounts: ['256.00'], aside: 3 },
    ),
    ledger(
      'debit and credit apart',
      'x1.csv',
      csv(
        'Voucher No,Voucher Date,Period,Account,Cost Centre,Function,Supplier No,Supplier,Company No,Invoice No,Debit,Credit,Text',
        `${next()},2026-03-05,202603,1115,4010,253,50012,Finnskog,${finnskog},D-1,"1,234.50",,Invoice`,
        `${next()},2026-03-05,202603,1115,4010,253,50012,Finnskog,${finnskog},D-2,,234.50,Credit`,
      ),
      { amounts: ['1234.50', '-234.50'] },
    ),
    ledger(
      'several currencies',
      'x2.csv',
      csv(
        'Voucher No;Voucher Date;Account;Company No;Invoice No;Currency;Amount',
        `${next()};2026-03-05;1115;${finnskog};E-1;EUR;20.00`,
        `${next()};2026-03-05;1115;${finnskog};E-2;eur;30.50`,
      ),
      { amounts: ['20.00', '30.50'], currency: 'EUR' },
    ),
    ledger(
      'tabs in UTF-16',
      'x3.txt',
      Buffer.from(`\ufeff${csv(vismaHead, visma('512,00')).toString().replaceAll(';', '\t')}`, 'utf16le'),
      { amounts: ['512.00'] },
    ),
    ledger(
      'Business Central in English, whose chart nobody has told',
      'b1.csv',
      csv(
        'Posting Date;Document Type;Document No.;External Document No.;G/L Account No.;Description;Vendor No.;Vendor Name;VAT Registration No.;Amount',
        '05.03.2026;Invoice;PI-1;F-1;6300;x;V1;Finnskog;NO311047116MVA;10,00',
      ),
      { refusal: 'ledger-no-profile' },
    ),
    ledger(
      'a flat file without headings',
      'b2.dat',
      Buffer.from('B202603   GLIV   1115   4010   253   0000000000123450 20260305\r\n'),
      { refusal: 'ledger-no-profile' },
    ),
    ledger('headings alone', 'b3.csv', csv(vismaHead), { refusal: 'ledger-empty' }),
  ];
}
