import { catalogue } from '@tallgrunn/values';

const nb = {
  fileName: (p: { number: string }) => `Endringer ${p.number}.xlsx`,
  sheet: 'Endringer',
  kinds: { added: 'Ny', removed: 'Borte', changed: 'Endret' },
  heads: {
    kind: 'Endring', item: 'Varenummer', name: 'Vare', buyer: 'Kunde', on: 'Dato', invoice: 'Fakturanummer', effect: 'Virkning',
    rowBefore: 'Rad før', quantityBefore: 'Mengde før', unitBefore: 'Enhet før', priceBefore: 'Pris før', amountBefore: 'Beløp før',
    rowAfter: 'Rad nå', quantityAfter: 'Mengde nå', unitAfter: 'Enhet nå', priceAfter: 'Pris nå', amountAfter: 'Beløp nå',
  },
};

/** Words in the workbook of what a correction changes. */
export const diffTexts = catalogue({
  nb,
  nn: {
    fileName: ({ number }) => `Endringar ${number}.xlsx`,
    sheet: 'Endringar',
    kinds: { added: 'Ny', removed: 'Borte', changed: 'Endra' },
    heads: {
      kind: 'Endring', item: 'Varenummer', name: 'Vare', buyer: 'Kunde', on: 'Dato', invoice: 'Fakturanummer', effect: 'Verknad',
      rowBefore: 'Rad før', quantityBefore: 'Mengd før', unitBefore: 'Eining før', priceBefore: 'Pris før', amountBefore: 'Beløp før',
      rowAfter: 'Rad no', quantityAfter: 'Mengd no', unitAfter: 'Eining no', priceAfter: 'Pris no', amountAfter: 'Beløp no',
    },
  },
  en: {
    fileName: ({ number }) => `Changes ${number}.xlsx`,
    sheet: 'Changes',
    kinds: { added: 'New', removed: 'Gone', changed: 'Changed' },
    heads: {
      kind: 'Change', item: 'Item number', name: 'Item', buyer: 'Customer', on: 'Date', invoice: 'Invoice number', effect: 'Effect',
      rowBefore: 'Row before', quantityBefore: 'Quantity before', unitBefore: 'Unit before', priceBefore: 'Price before', amountBefore: 'Amount before',
      rowAfter: 'Row now', quantityAfter: 'Quantity now', unitAfter: 'Unit now', priceAfter: 'Price now', amountAfter: 'Amount now',
    },
  },
});
