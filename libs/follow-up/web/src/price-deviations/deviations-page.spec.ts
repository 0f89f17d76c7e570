import { accessibilityViolations } from '@tallgrunn/design/testing';
import { agreement, openPage, supplier } from '../claims/testing.ts';
import { DeviationsPage } from './deviations-page.ts';
import { SupplierDeviationsPage } from './pair-page.ts';

const none = { count: 0, amount: '0' };
const row = {
  agreement,
  supplier,
  basis: 'reported',
  currency: 'NOK',
  lineCount: 3,
  amount: '210.00',
  openLineCount: 2,
  openAmount: '190.20',
  acceptedAmount: '19.80',
  claimedAmount: '0',
  comparedCount: 120,
  chargedAmount: '40000.00',
  unknown: { count: 4, amount: '90.00' },
  other: none,
  otherCurrency: none,
  vatUnknown: none,
  offAssortment: { count: 1, amount: '100.00' },
};
const line = {
  basis: 'reported',
  documentId: 'v1',
  lineNo: 7,
  agreementId: 'a1',
  supplierId: 's1',
  agreement: 'RIIK-24-107',
  supplier: 'Finnskog Storkjøkken',
  buyerId: 'b1',
  buyer: 'Kongsvinger',
  itemId: 'i1',
  itemNumber: '00512',
  itemName: 'Kjøttdeig',
  invoiceNumber: '7001',
  documentNumber: 'R-2026-00001/1',
  chargedOn: '2026-03-03',
  month: '2026-03',
  quantity: '10',
  unit: 'pk',
  price: '330',
  agreedPrice: '312.5',
  agreedFrom: '2026-01-01',
  amount: '175.00',
  currency: 'NOK',
  status: 'open',
  acceptedId: null,
  acceptedReason: null,
  claimId: null,
  claimNumber: null,
  answer: 'Som avtalt',
};

describe('price deviations', () => {
  it('are summed by supplier and agreement, with uncompared lines', async () => {
    const { element, read } = await openPage(DeviationsPage, {}, ['price-deviation.read'], {
      'price-deviations': [row],
    });
    expect(read()).toMatch(
      /Finnskog Storkjøkken.*RIIK-24-107 Mat og drikke.*Rapportert.*190,20 kr.*210,00 kr.*19,80 kr.*100,00 kr.*4 uten kjent avtalt pris/,
    );
    expect(element.querySelector('tbody a')?.getAttribute('href')).toContain(
      '/price-deviations/lines?agreement=a1&supplier=s1&basis=reported',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('do not show an amount outside the assortment for invoices, which it is not calculated for', async () => {
    const { read } = await openPage(DeviationsPage, {}, ['price-deviation.read'], {
      'price-deviations': [{ ...row, basis: 'invoiced', offAssortment: none, unknown: none }],
    });
    expect(read()).toMatch(/Fakturert.*ikke beregnet.*Alle med avtalt vare er sammenlignet/);
    expect(read()).not.toMatch(/19,80 kr 0,00 kr 0,00 kr/);
  });

  it('explain an empty list', async () => {
    const { read } = await openPage(DeviationsPage, {}, ['price-deviation.read'], { 'price-deviations': [] });
    expect(read()).toContain('Ingen priser er sammenlignet ennå');
  });
});

describe('the lines of one supplier', () => {
  const answers = {
    'price-deviations': [row],
    'price-deviations/lines': {
      items: [line, { ...line, lineNo: 8, status: 'claimed', claimId: 'c1', claimNumber: 'PK-2026-00001' }],
      next: null,
    },
    'price-deviations/months': [
      {
        month: '2026-03',
        basis: 'reported',
        currency: 'NOK',
        chargedAmount: '1100.00',
        agreedAmount: '1000.00',
        comparedCount: 5,
      },
    ],
    'price-deviations/spread': [
      {
        itemNumber: '00512',
        itemName: 'Kjøttdeig',
        unit: 'pk',
        extraAmount: '99.00',
        currency: 'NOK',
        monthCount: 1,
        month: '2026-03',
        buyers: [
          { buyer: 'Kongsvinger', price: '330.00', quantity: '10' },
          { buyer: 'Våler', price: '320.10', quantity: '2' },
        ],
      },
    ],
    'price-deviations/off-assortment': [],
  };

  it('become a claim on request', async () => {
    window.history.replaceState({}, '', '/?agreement=a1&supplier=s1&basis=reported');
    const { element, http, settle, read } = await openPage(
      SupplierDeviationsPage,
      {},
      ['price-deviation.read', 'claim.manage'],
      answers,
    );
    await settle();
    expect(read()).toMatch(
      /00512 Kjøttdeig.*Kongsvinger.*03\.03\.2026.*10 pk.*330,00 kr.*312,50 kr.*175,00 kr.*Åpen.*Som avtalt/,
    );
    expect(element.querySelector('a[href="/claims/c1"]')?.textContent).toContain('PK-2026-00001');
    expect(await accessibilityViolations(element)).toEqual([]);
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(text));
    button('Lag krav av de valgte')?.click();
    await settle();
    expect(read()).toContain('Velg åpne linjer først.');
    button('Lag krav av alt som er åpent')?.click();
    await settle();
    expect(http.expectOne(({ method }) => method === 'POST').request.body).toMatchObject({ basis: 'reported' });
  });
});
