import { sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import { type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { type TestApp } from '@tallgrunn/platform/testing';
import { writeZip } from '@tallgrunn/tabular';

export const finnskog = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
export const kongsvinger = { orgNumber: '944117784', name: 'Kongsvinger kommune' };

export const doors = (stand: TestApp, parties: Parties) =>
  stand.get(UnitOfWork).run(parties.system, () =>
    stand.get(Database).query<Record<string, string | null>>(
      `select source, net_amount::text as amount, account_code as account, invoice_number as invoice, item_number as item, purchased_on as day, supplier_id is not null as known
       from spend.door_spend_line order by source, ledger_amount desc, line_no`,
    ),
  );
export const total = async (stand: TestApp, parties: Parties) =>
  (
    await stand
      .get(UnitOfWork)
      .run(parties.system, () =>
        stand
          .get(Database)
          .one<{ sum: string }>('select coalesce(sum(ledger_amount), 0)::text as sum from spend.door_spend_line'),
      )
  )?.sum;

export function invoice(
  id: string,
  lines: readonly SampleLine[],
  more: Partial<Parameters<typeof sampleUbl>[0]> = {},
): string {
  const net = lines.reduce((sum, line) => sum + Number(line.net), 0).toFixed(2);
  return sampleUbl({
    id,
    seller: finnskog,
    buyer: kongsvinger,
    lines,
    lineExtensionAmount: net,
    payableAmount: (Number(net) * 1.25).toFixed(2),
    ...more,
  });
}

export async function zipped(documents: Record<string, string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(
    Object.entries(documents).map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

export type Posting = [
  voucher: string,
  month: string,
  account: string,
  invoice: string,
  amount: string,
  orgNumber?: string,
];
export function ledger(postings: readonly Posting[]): string {
  const rows = postings.map(
    ([voucher, month, account, number, amount, orgNumber = finnskog.orgNumber]) =>
      `${voucher};05.${month}.2026;2026${month};${account};4010;253;50012;Finnskog;${orgNumber};${number};${amount};Faktura`,
  );
  return [
    'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst',
    ...rows,
    '',
  ].join('\n');
}

export const meat: SampleLine = {
  quantity: '4',
  unit: 'KGM',
  net: '800.00',
  price: '200.00',
  name: 'Kjøttdeig',
  sellerNumber: '00512',
};
export const milk: SampleLine = {
  quantity: '10',
  unit: 'EA',
  net: '150.00',
  price: '15.00',
  name: 'Lettmelk',
  sellerNumber: '30118',
};
export const freight: SampleLine = { net: '50.00', name: 'Frakt' };
