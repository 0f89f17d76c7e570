import type { Row, TableFile } from '@tallgrunn/tabular';
import { containsNationalId, OrgNumber, withoutPersons } from '@tallgrunn/values';
import { FormatProblem } from '../format-problem.ts';
import { normaliseHeading } from './normalise-heading.ts';

/** Content of a supplier master: the buyer's ledger numbers of organisations, and counts of unusable rows. */
export interface SupplierMaster {
  readonly rows: number;
  /** Pairs of ledger number and organisation number. */
  readonly numbers: readonly (readonly [number: string, orgNumber: string])[];
  /** Rows without an organisation number, for example those of persons. */
  readonly without: number;
  /** Rows with an invalid organisation number. */
  readonly wrong: number;
  /** Ledger numbers with more than one organisation. None of their pairs is imported. */
  readonly contradicting: number;
}

/** Headings as systems write them, compared without case, spaces and punctuation. */
export const supplierMasterHeadings = {
  number: [
    'Leverandørnr',
    'Leverandørnummer',
    'Levnr',
    'Resk.nr',
    'Reskontronr',
    'Reskontronummer',
    'Reskontro',
    'Leverandør id',
    'Supplier No',
    'Supplier ID',
    'Supplier number',
    'Subledger',
  ],
  orgNumber: [
    'Organisasjonsnummer',
    'Organisasjonsnr',
    'Orgnr',
    'Org.nummer',
    'Foretaksnummer',
    'Foretaksnr',
    'Company No',
    'Org No',
    'Supplier Org No',
    'Registration number',
  ],
} as const;

const HEADING_WITHIN = 50;
/** Maximum length of a ledger number. */
const NUMBER_MAX = 100;
const SUPPLIERS_MAX = 1_000_000;

interface Columns {
  readonly number: number;
  readonly orgNumber: number;
}

/**
 * Reads two columns of a supplier master export, and nothing else.
 * @throws FormatProblem 'supplier-master-no-header' | 'supplier-master-empty'
 */
export async function readSupplierMaster(table: TableFile): Promise<SupplierMaster> {
  const numbers = new Map<string, string>();
  const contradicting = new Set<string>();
  let columns: Columns | null = null;
  let [rows, seen, without, wrong] = [0, 0, 0, 0];
  for await (const batch of table.batches()) {
    for (const row of batch) {
      seen += 1;
      if (!columns) {
        if (seen > HEADING_WITHIN) throw noHeader();
        columns = columnsOf(row);
        continue;
      }
      const number = written(row, columns.number);
      if (number === '' || number.length > NUMBER_MAX || withoutPersons(number) !== number) continue;
      rows += 1;
      const stated = written(row, columns.orgNumber);
      const { ok, value } = OrgNumber.parse(stated, { testNumbers: true });
      if (stated === '' || containsNationalId(stated)) without += 1;
      else if (!ok || !value) wrong += 1;
      else if ((numbers.get(number) ?? value) !== value) contradicting.add(number);
      else if (numbers.size < SUPPLIERS_MAX) numbers.set(number, value);
    }
  }
  if (!columns) throw noHeader();
  if (rows === 0) throw new FormatProblem('supplier-master-empty');
  return {
    rows,
    numbers: [...numbers].filter(([number]) => !contradicting.has(number)),
    without,
    wrong,
    contradicting: contradicting.size,
  };
}

const noHeader = () =>
  new FormatProblem('supplier-master-no-header', {
    number: supplierMasterHeadings.number[0],
    orgNumber: supplierMasterHeadings.orgNumber[0],
  });

function columnsOf({ cells }: Row): Columns | null {
  const folded = cells.map((cell) => normaliseHeading(cell.text));
  const at = (names: readonly string[]): number =>
    names.map((name) => folded.indexOf(normaliseHeading(name))).find((index) => index >= 0) ?? -1;
  const columns = { number: at(supplierMasterHeadings.number), orgNumber: at(supplierMasterHeadings.orgNumber) };
  return columns.number < 0 || columns.orgNumber < 0 ? null : columns;
}

/** Returns the text as displayed: "00412" for a number formatted with zeros. */
function written({ cells }: Row, column: number): string {
  const cell = cells[column];
  if (!cell || cell.kind === 'empty') return '';
  return (cell.kind === 'number' && /^\d+$/.test(cell.shown ?? '') ? cell.shown! : cell.text).trim();
}
