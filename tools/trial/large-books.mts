import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { writeZip, type ZipPart } from '@tallgrunn/tabular';
import { sellerNumbers } from './large-report.mts';

// Ledgers of any size for the buyer of a trial, as an accounting system exports them: SAF-T Financial, and e-invoices
// in a zip file.

const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const kroner = (ore: number): string => `${Math.floor(ore / 100)}.${String(ore % 100).padStart(2, '0')}`;
const two = (number: number): string => String(number).padStart(2, '0');
const netOre = (at: number): number => 10_000 + (at % 977) * 20;

/** Writes one purchase in three lines: net, compensated VAT, debt. */
function transaction(at: number): string {
  const [net, day] = [netOre(at), two(1 + (at % 28))];
  const vat = net / 4;
  const date = `2026-03-${day}`;
  const line = (no: number, account: string, amount: string, more = ''): string =>
    `<n1:Line><n1:RecordID>${no}</n1:RecordID><n1:AccountID>${account}</n1:AccountID><n1:Analysis><n1:AnalysisType>F</n1:AnalysisType><n1:AnalysisID>253</n1:AnalysisID></n1:Analysis>${more}<n1:Description>Faktura ${at}</n1:Description>${amount}<n1:ReferenceNumber>F-${at}</n1:ReferenceNumber></n1:Line>`;
  const side = (name: 'Debit' | 'Credit', ore: number): string =>
    `<n1:${name}Amount><n1:Amount>${kroner(ore)}</n1:Amount></n1:${name}Amount>`;
  return `<n1:Transaction><n1:TransactionID>${at}</n1:TransactionID><n1:Period>3</n1:Period><n1:PeriodYear>2026</n1:PeriodYear><n1:TransactionDate>${date}</n1:TransactionDate><n1:Description>Bilag ${at}</n1:Description><n1:SystemEntryDate>${date}</n1:SystemEntryDate><n1:GLPostingDate>${date}</n1:GLPostingDate>${line(
    1,
    '1115',
    side('Debit', net),
  )}${line(2, '1429', side('Debit', vat))}${line(3, '2400', side('Credit', net + vat), `<n1:SupplierID>${at % sellerNumbers.length}</n1:SupplierID>`)}</n1:Transaction>\n`;
}

const accounts = [
  ['1115', 'Matvarer', 'KA_K', '115'],
  ['1429', 'Merverdiavgift', 'KA_K', '429'],
  ['2400', 'Leverandørgjeld', 'KA_K', '2.32'],
] as const;

function* saft(transactions: number): Generator<string> {
  let total = 0;
  for (let at = 0; at < transactions; at += 1) total += netOre(at) * 1.25;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<n1:AuditFile xmlns:n1="urn:StandardAuditFile-Taxation-Financial:NO"><n1:Header><n1:AuditFileVersion>1.30</n1:AuditFileVersion><n1:AuditFileCountry>NO</n1:AuditFileCountry><n1:AuditFileDateCreated>2026-04-02</n1:AuditFileDateCreated><n1:SoftwareID>Bok</n1:SoftwareID><n1:SoftwareVersion>3</n1:SoftwareVersion>
<n1:Company><n1:RegistrationNumber>${buyer.orgNumber}</n1:RegistrationNumber><n1:Name>${buyer.name}</n1:Name></n1:Company><n1:DefaultCurrencyCode>NOK</n1:DefaultCurrencyCode><n1:SelectionCriteria><n1:PeriodStart>3</n1:PeriodStart><n1:PeriodStartYear>2026</n1:PeriodStartYear><n1:PeriodEnd>3</n1:PeriodEnd><n1:PeriodEndYear>2026</n1:PeriodEndYear></n1:SelectionCriteria></n1:Header>
<n1:MasterFiles><n1:GeneralLedgerAccounts>${accounts.map(([id, name, category, code]) => `<n1:Account><n1:AccountID>${id}</n1:AccountID><n1:AccountDescription>${name}</n1:AccountDescription><n1:GroupingCategory>${category}</n1:GroupingCategory><n1:GroupingCode>${code}</n1:GroupingCode><n1:AccountType>GL</n1:AccountType></n1:Account>`).join('')}</n1:GeneralLedgerAccounts>
<n1:Suppliers>${sellerNumbers.map((number, at) => `<n1:Supplier><n1:RegistrationNumber>${number}</n1:RegistrationNumber><n1:Name>Leverandør ${at}</n1:Name><n1:SupplierID>${at}</n1:SupplierID></n1:Supplier>`).join('')}</n1:Suppliers></n1:MasterFiles>
<n1:GeneralLedgerEntries><n1:NumberOfEntries>${transactions}</n1:NumberOfEntries><n1:TotalDebit>${kroner(total)}</n1:TotalDebit><n1:TotalCredit>${kroner(total)}</n1:TotalCredit><n1:Journal><n1:JournalID>IB</n1:JournalID><n1:Description>Inngående</n1:Description><n1:Type>IB</n1:Type>
`;
  for (let at = 0; at < transactions; at += 1) yield transaction(at);
  yield '</n1:Journal></n1:GeneralLedgerEntries></n1:AuditFile>\n';
}

/** Writes a SAF-T file with this many lines, rounded to a multiple of three. */
export async function writeLargeSaft(file: string, lines: number): Promise<void> {
  const out = createWriteStream(file);
  let piece = '';
  for (const text of saft(Math.round(lines / 3))) {
    piece += text;
    if (piece.length < 512 * 1024) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'close');
}

const encoder = new TextEncoder();

/** Writes a zip file with this many e-invoices of one line each. */
export async function writeManyInvoices(file: string, documents: number): Promise<void> {
  function* parts(): Generator<ZipPart> {
    for (let at = 0; at < documents; at += 1) {
      const net = kroner(netOre(at));
      const seller = {
        orgNumber: sellerNumbers[at % sellerNumbers.length]!,
        name: `Leverandør ${at % sellerNumbers.length}`,
      };
      const xml = sampleUbl({
        id: `Z${at}`,
        issuedOn: `2026-03-${two(1 + (at % 28))}`,
        buyer,
        seller,
        lineExtensionAmount: net,
        payableAmount: net,
        lines: [{ net, sellerNumber: '00512', name: 'Kjøttdeig storfe 2,5 kg' }],
      });
      yield { name: `${at}.xml`, content: [encoder.encode(xml)] };
    }
  }
  await pipeline(writeZip(parts()), createWriteStream(file));
}
