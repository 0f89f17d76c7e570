/** Small SAF-T Financial files for tests, written by us after the schemas 1.10 and 1.30. */

export interface SampleSaftLine {
  readonly account: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly supplier?: string;
  readonly text?: string;
  readonly reference?: string;
  /** Type code and code, for example F 253. */
  readonly analysis?: readonly (readonly [type: string, id: string])[];
}

export interface SampleSaft {
  readonly version?: '1.10' | '1.30';
  readonly company?: { readonly orgNumber: string; readonly name: string };
  /** Account number, name, and KOSTRA art or grouping. */
  readonly accounts?: readonly {
    readonly id: string;
    readonly name: string;
    readonly category?: string;
    readonly code?: string;
    readonly standard?: string;
    /** Debit positive. */ readonly opening?: string;
    readonly closing?: string;
  }[];
  readonly suppliers?: readonly {
    readonly id: string;
    readonly orgNumber?: string;
    readonly name: string;
    readonly extraXml?: string;
  }[];
  readonly transactions?: readonly {
    readonly id: string;
    readonly date?: string;
    readonly period?: string;
    readonly lines: readonly SampleSaftLine[];
  }[];
  readonly totalDebit?: string;
  readonly totalCredit?: string;
  readonly entries?: string;
  readonly withoutMaster?: boolean;
}

export const sampleSaftAccounts = [
  { id: '1115', name: 'Matvarer', category: 'KA_K', code: '115' },
  { id: '1429', name: 'Merverdiavgift', category: 'KA_K', code: '429' },
  { id: '1010', name: 'Fastlønn', category: 'KA_K', code: '010' },
  { id: '2400', name: 'Leverandørgjeld', category: 'KA_K', code: '2.32' },
] as const;

export const sampleSaftSuppliers = [
  { id: '50012', orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
] as const;

/** Returns one purchase of food: net amount, compensated VAT and payable. */
export const sampleSaftPurchase = (
  id: string,
  net: string,
  vat: string,
  gross: string,
  more: { readonly supplier?: string; readonly text?: string; readonly reference?: string } = {},
) => {
  const { supplier = '50012', text = 'Faktura', reference = `F-${id}` } = more;
  return {
    id,
    lines: [
      { account: '1115', debit: net, text, analysis: [['F', '253']] as const },
      { account: '1429', debit: vat, text },
      { account: '2400', credit: gross, supplier, reference, text },
    ],
  };
};

export function sampleSaft(sample: SampleSaft = {}): string {
  const {
    version = '1.30',
    company = { orgNumber: '311082272', name: 'Solgløtt kommune' },
    accounts = sampleSaftAccounts,
    suppliers = sampleSaftSuppliers,
    transactions = [],
  } = sample;
  const total = (side: 'debit' | 'credit'): string =>
    (
      transactions
        .flatMap(({ lines }) => lines)
        .reduce((sum, line) => sum + Math.round(Number(line[side] ?? 0) * 100), 0) / 100
    ).toFixed(2);
  const master = `<n1:MasterFiles><n1:GeneralLedgerAccounts>${accounts.map(accountXml).join('')}</n1:GeneralLedgerAccounts>
    <n1:Customers><n1:Customer><n1:Name>Ola Nordmann</n1:Name><n1:CustomerID>1</n1:CustomerID></n1:Customer></n1:Customers>
    <n1:Suppliers>${suppliers.map(supplierXml).join('')}</n1:Suppliers>
    <n1:AnalysisTypeTable><n1:AnalysisTypeTableEntry><n1:AnalysisType>F</n1:AnalysisType><n1:AnalysisTypeDescription>Funksjon</n1:AnalysisTypeDescription><n1:AnalysisID>253</n1:AnalysisID></n1:AnalysisTypeTableEntry></n1:AnalysisTypeTable></n1:MasterFiles>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<n1:AuditFile xmlns:n1="urn:StandardAuditFile-Taxation-Financial:NO">
  <n1:Header><n1:AuditFileVersion>${version === '1.10' ? '1.0' : version}</n1:AuditFileVersion><n1:AuditFileCountry>NO</n1:AuditFileCountry><n1:AuditFileDateCreated>2026-04-02</n1:AuditFileDateCreated>
    <n1:SoftwareID>Bok</n1:SoftwareID><n1:SoftwareVersion>3</n1:SoftwareVersion>
    <n1:Company><n1:RegistrationNumber>${company.orgNumber}</n1:RegistrationNumber><n1:Name>${company.name}</n1:Name></n1:Company><n1:DefaultCurrencyCode>NOK</n1:DefaultCurrencyCode>
    <n1:SelectionCriteria><n1:PeriodStart>3</n1:PeriodStart><n1:PeriodStartYear>2026</n1:PeriodStartYear><n1:PeriodEnd>3</n1:PeriodEnd><n1:PeriodEndYear>2026</n1:PeriodEndYear></n1:SelectionCriteria></n1:Header>
  ${sample.withoutMaster ? '' : master}
  <n1:GeneralLedgerEntries><n1:NumberOfEntries>${sample.entries ?? transactions.length}</n1:NumberOfEntries><n1:TotalDebit>${sample.totalDebit ?? total('debit')}</n1:TotalDebit><n1:TotalCredit>${sample.totalCredit ?? total('credit')}</n1:TotalCredit>
    <n1:Journal><n1:JournalID>IB</n1:JournalID><n1:Description>Inngående</n1:Description><n1:Type>IB</n1:Type>${transactions.map(transactionXml).join('')}</n1:Journal></n1:GeneralLedgerEntries>
</n1:AuditFile>`;
}

type Account = NonNullable<SampleSaft['accounts']>[number];
type Supplier = NonNullable<SampleSaft['suppliers']>[number];
type Transaction = NonNullable<SampleSaft['transactions']>[number];

const maybe = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<n1:${name}>${text}</n1:${name}>`;

const balanceXml = (when: 'Opening' | 'Closing', amount: string | undefined): string =>
  amount === undefined
    ? ''
    : amount.startsWith('-')
      ? maybe(`${when}CreditBalance`, amount.slice(1))
      : maybe(`${when}DebitBalance`, amount);

const accountXml = ({ id, name, category, code, standard, opening, closing }: Account): string =>
  `<n1:Account><n1:AccountID>${id}</n1:AccountID><n1:AccountDescription>${name}</n1:AccountDescription>${maybe('StandardAccountID', standard)}${maybe('GroupingCategory', category)}${maybe('GroupingCode', code)}<n1:AccountType>GL</n1:AccountType>${balanceXml('Opening', opening)}${balanceXml('Closing', closing)}</n1:Account>`;

const supplierXml = ({ id, orgNumber, name, extraXml = '' }: Supplier): string =>
  `<n1:Supplier>${maybe('RegistrationNumber', orgNumber)}<n1:Name>${name}</n1:Name>${extraXml}<n1:SupplierID>${id}</n1:SupplierID></n1:Supplier>`;

const transactionXml = ({ id, date = '2026-03-05', period = '3', lines }: Transaction): string =>
  `<n1:Transaction><n1:TransactionID>${id}</n1:TransactionID><n1:Period>${period}</n1:Period><n1:PeriodYear>2026</n1:PeriodYear><n1:TransactionDate>${date}</n1:TransactionDate><n1:Description>Bilag ${id}</n1:Description>
    <n1:SystemEntryDate>${date}</n1:SystemEntryDate><n1:GLPostingDate>${date}</n1:GLPostingDate>${lines.map(lineXml).join('')}</n1:Transaction>`;

const lineXml = (
  { account, debit, credit, supplier, text = 'Faktura', reference, analysis = [] }: SampleSaftLine,
  at: number,
): string =>
  `<n1:Line><n1:RecordID>${at + 1}</n1:RecordID><n1:AccountID>${account}</n1:AccountID>${analysis.map(([type, id]) => `<n1:Analysis><n1:AnalysisType>${type}</n1:AnalysisType><n1:AnalysisID>${id}</n1:AnalysisID></n1:Analysis>`).join('')}${maybe('SupplierID', supplier)}<n1:Description>${text}</n1:Description>${
    debit === undefined ? '' : `<n1:DebitAmount><n1:Amount>${debit}</n1:Amount></n1:DebitAmount>`
  }${credit === undefined ? '' : `<n1:CreditAmount><n1:Amount>${credit}</n1:Amount></n1:CreditAmount>`}${maybe('ReferenceNumber', reference)}</n1:Line>`;
