import type { WriteColumn, WriteSheet } from '@tallgrunn/tabular';
import { formatMoney, type Language } from '@tallgrunn/values';
import { eachRow, priceWorkbookTexts } from '../price-deviations/price-workbook-texts.ts';
import type { ClaimDto, ClaimLineDto } from './claim.dto.ts';

/** Returns the workbook of a claim: its stored lines, with the total above them. */
export function claimSheets(
  claim: ClaimDto,
  lines: () => AsyncIterable<ClaimLineDto[]>,
  language: Language,
): WriteSheet[] {
  const t = priceWorkbookTexts[language];
  const { heads } = t;
  const columns: WriteColumn[] = [
    { header: heads.document, width: 18 },
    { header: heads.buyer, width: 26 },
    { header: heads.itemNumber, width: 14 },
    { header: heads.itemName, width: 40 },
    { header: heads.invoice, width: 16 },
    { header: heads.chargedOn, kind: 'date', width: 12 },
    { header: heads.quantity, kind: 'number', width: 12 },
    { header: heads.unit, width: 8 },
    { header: heads.price, kind: 'amount', width: 12 },
    { header: heads.agreedPrice, kind: 'amount', width: 12 },
    { header: heads.agreedFrom, kind: 'date', width: 12 },
    { header: heads.difference, kind: 'amount', width: 14 },
  ];
  return [
    {
      name: t.claim,
      titles: [
        t.claimTitle({ number: claim.number, supplier: claim.supplier.name }),
        `${claim.agreement.number} ${claim.agreement.title}`,
        t.claimSum({ amount: formatMoney(claim.amount, claim.currency, language), lines: claim.lineCount }),
      ],
      columns,
      rows: eachRow(lines(), (line) => [
        ...[line.documentName, line.buyer, line.itemNumber, line.itemName, line.invoiceNumber, line.chargedOn],
        ...[line.quantity, line.unit, line.price, line.agreedPrice, line.agreedFrom, line.amount],
      ]),
    },
  ];
}
