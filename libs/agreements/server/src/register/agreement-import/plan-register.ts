import { ReadValues } from './ask-values.ts';
import { ImportQuestions, type ImportAnswer, type ImportQuestion } from './import-questions.ts';
import type { DraftAgreement, DraftContact } from './draft.ts';
import { continuedRows, fillContinued } from './fill-down.ts';
import { collectHead } from './collect-head.ts';
import { collectSuppliers } from './collect-suppliers.ts';
import { collectLots } from './collect-lots.ts';
import { collectOptions } from './collect-options.ts';
import type { ExistingAgreement } from './existing-agreement.ts';
import { excludedRow, separateRows, type ExcludedRow } from './left-out-rows.ts';
import type { ExistingParty, ImportedParty } from './party.ts';
import { resolveBuyers } from './resolve-buyers.ts';
import { groupByCaseNumber } from './group-by-case-number.ts';
import { resolveSuppliers } from './resolve-suppliers.ts';
import { sameName, textOf, type SourceRow } from './source-row.ts';

export interface ExistingRegister {
  readonly parties: readonly ExistingParty[];
  readonly agreements: readonly ExistingAgreement[];
}

export interface RegisterPlan {
  readonly agreements: readonly DraftAgreement[];
  readonly questions: readonly ImportQuestion[];
  /** Every row that is not part of an agreement. */
  readonly leftOut: readonly ExcludedRow[];
}

/**
 * Plans the import of a register from its rows, the existing data and the answers. Pure: the same input gives the same
 * plan.
 */
export function planRegister(
  rows: readonly SourceRow[],
  known: ExistingRegister,
  answers: ReadonlyMap<string, ImportAnswer>,
): RegisterPlan {
  const doubts = new ImportQuestions(answers);
  const sorted = separateRows(rows);
  const stated = askContinued(sorted.agreements, doubts);
  const cases = groupByCaseNumber(stated, known.agreements, doubts);
  const kept = [...cases.values()].flat();
  const suppliers = resolveSuppliers(kept, known.parties, doubts);
  const buyers = resolveBuyers(kept, known.parties, doubts);
  const ask = new ReadValues(doubts);
  const numbers = new AgreementNumbers(known.agreements, doubts);
  const agreements = [...cases].flatMap(([caseNumber, group]) => {
    const gathered = collectHead(caseNumber, group, ask, doubts);
    const number = gathered && numbers.assign(caseNumber, group, gathered.head.title);
    if (gathered === null || number === null) return [];
    const { head } = gathered;
    return [
      {
        caseNumber,
        number,
        rows: group.map(({ row }) => row),
        head,
        lots: collectLots(caseNumber, group, gathered, ask, doubts),
        holdings: collectSuppliers(caseNumber, group, suppliers, ask, doubts),
        buyers: [
          ...new Map(group.flatMap(({ row }) => buyers.get(row) ?? []).map((party) => [party.key, party])).values(),
        ],
        options: collectOptions(group, head, ask, doubts),
        contacts: contactsOf(group, suppliers),
      },
    ];
  });
  const used = new Set(agreements.flatMap((agreement) => agreement.rows));
  const leftOut = [
    ...sorted.leftOut,
    ...sorted.agreements.filter(({ row }) => !used.has(row)).map((row) => excludedRow(row, 'answered')),
    ...stated
      .filter((row) => used.has(row.row) && textOf(row, 'supplierName') !== '' && !suppliers.has(row.row))
      .map((row) => excludedRow(row, 'supplier-answered')),
  ].sort((a, b) => a.row - b.row);
  return { agreements, questions: doubts.questions, leftOut };
}

/** Asks one question for all rows that name a supplier but no agreement: continue the row above, or exclude them. */
function askContinued(rows: readonly SourceRow[], doubts: ImportQuestions): readonly SourceRow[] {
  const continued = continuedRows(rows);
  const numbers = new Set(continued.map(({ row }) => row));
  if (numbers.size === 0) return rows;
  const { choice } = doubts.answerFor({
    kind: 'rows-continued',
    key: '',
    rows: [...numbers],
    found: { count: String(numbers.size), example: textOf(continued[0] as SourceRow, 'supplierName') },
    choices: [{ id: 'as-above' }, { id: 'leave-out' }],
    proposed: 'as-above',
  });
  return choice === 'as-above' ? fillContinued(rows, numbers) : rows.filter(({ row }) => !numbers.has(row));
}

/** Assigns agreement numbers; asks when another agreement has the number already. */
class AgreementNumbers {
  readonly #taken: Map<string, string>;

  constructor(
    private readonly known: readonly ExistingAgreement[],
    private readonly doubts: ImportQuestions,
  ) {
    this.#taken = new Map(known.map(({ number, caseNumber }) => [number, caseNumber ?? number]));
  }

  assign(caseNumber: string, rows: readonly SourceRow[], title: string): string | null {
    const own = this.known.find((each) => each.caseNumber === caseNumber)?.number;
    const number =
      own ?? (rows.map((row) => textOf(row, 'number')).find((text) => text !== '') ?? caseNumber).slice(0, 40);
    const holder = this.#taken.get(number);
    if (holder === undefined || holder === caseNumber || own !== undefined) {
      this.#taken.set(number, caseNumber);
      return number;
    }
    const { choice } = this.doubts.answerFor({
      kind: 'number-taken',
      key: `${number}|${caseNumber}`,
      rows: rows.map(({ row }) => row),
      found: { number, caseNumber, title, other: holder },
      choices: [{ id: 'case-as-number', params: { caseNumber } }, { id: 'leave-out' }],
      proposed: 'case-as-number',
    });
    return choice === 'leave-out' ? null : caseNumber.slice(0, 40);
  }
}

function contactsOf(rows: readonly SourceRow[], suppliers: ReadonlyMap<number, ImportedParty>): DraftContact[] {
  const contacts = rows.flatMap((row): DraftContact[] => {
    const own = textOf(row, 'contactName');
    const theirs = textOf(row, 'supplierContact') || mailboxOf(textOf(row, 'supplierEmail'));
    const supplier = suppliers.get(row.row);
    return [
      ...(own
        ? [{ supplier: null, name: own, email: emailOf(textOf(row, 'contactEmail')), role: 'contract' as const }]
        : []),
      ...(theirs && supplier
        ? [{ supplier, name: theirs, email: emailOf(textOf(row, 'supplierEmail')), role: 'reporting' as const }]
        : []),
    ];
  });
  return [
    ...new Map(
      contacts.map((contact) => [`${contact.supplier?.key ?? ''}|${sameName(contact.name)}`, contact]),
    ).values(),
  ];
}

/** Returns the part of an address before the @, the name of a contact without another: an address is not a name. */
const mailboxOf = (address: string): string => address.split('@')[0] ?? '';
const emailOf = (text: string): string | null => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null);
