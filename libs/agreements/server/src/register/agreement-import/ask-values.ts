import type { Cell } from '@tallgrunn/tabular';
import { isDate } from '@tallgrunn/values';
import { clauseStatuses, callOffMethods, type ClauseStatus, type CallOffMethod } from '../call-off-method.ts';
import type { QuestionOption, ImportQuestions } from './import-questions.ts';
import {
  readAmount,
  readClause,
  readCpv,
  readDay,
  readMonths,
  readRank,
  readShare,
  readTechnique,
  type Amount,
  type CellReading,
} from './read-values.ts';
import type { RegisterField } from './register-fields.ts';
import { textOf, type SourceRow } from './source-row.ts';

interface ValueReader<T> {
  readonly read: (cell: Cell) => CellReading<T>;
  readonly kind: string;
  /** Formats a value as an option of a question, and parses it back. */
  readonly say: (value: T) => string;
  readonly hear: (text: string) => T | null;
  /** Values that a person may choose even when the cell does not suggest them. */
  readonly all?: readonly T[];
  /** Whether a person may type the value. */
  readonly written?: boolean;
}

const identity = (text: string) => text;
const day: ValueReader<string> = {
  read: readDay,
  kind: 'day-doubtful',
  say: identity,
  hear: (text) => (isDate(text) ? text : null),
  written: true,
};
const amount: ValueReader<Amount> = {
  read: readAmount,
  kind: 'amount-doubtful',
  say: ({ value, currency }) => `${value} ${currency}`,
  hear: (text) => {
    const reading = readAmount({ kind: 'text', text });
    return 'value' in reading ? reading.value : null;
  },
  written: true,
};
const technique: ValueReader<CallOffMethod> = {
  read: readTechnique,
  kind: 'technique-doubtful',
  say: identity,
  hear: (text) => callOffMethods.find((each) => each === text) ?? null,
  all: callOffMethods,
};
const clause: ValueReader<ClauseStatus> = {
  read: readClause,
  kind: 'clause-doubtful',
  say: identity,
  hear: (text) => clauseStatuses.find((each) => each === text) ?? null,
  all: clauseStatuses,
};
const share: ValueReader<string> = {
  read: readShare,
  kind: 'share-doubtful',
  say: identity,
  hear: (text) => {
    const reading = readShare({ kind: 'text', text });
    return 'value' in reading ? reading.value : null;
  },
  written: true,
};
const rank: ValueReader<number> = {
  read: readRank,
  kind: 'rank-doubtful',
  say: String,
  hear: (text) => Number(text) || null,
};
const months: ValueReader<number> = {
  read: readMonths,
  kind: 'duration-doubtful',
  say: String,
  hear: (text) => Number(text) || null,
  written: true,
};
const cpv: ValueReader<string> = {
  read: readCpv,
  kind: 'cpv-doubtful',
  say: identity,
  hear: (text) => (/^\d{8}$/.test(text) ? text : null),
  written: true,
};

/**
 * Reads cells by type. Unambiguous values are used; for others a person is asked once per text, regardless of the
 * number of rows.
 */
export class ReadValues {
  constructor(private readonly doubts: ImportQuestions) {}

  readonly day = (row: SourceRow, field: RegisterField) => this.#value(row, field, day);
  readonly amount = (row: SourceRow, field: 'maximumValue' | 'lotMaximumValue' = 'maximumValue') =>
    this.#value(row, field, amount);
  readonly technique = (row: SourceRow, field: 'technique' | 'lotTechnique' = 'technique') =>
    this.#value(row, field, technique);
  readonly clause = (row: SourceRow) => this.#value(row, 'clauseStatus', clause);
  readonly share = (row: SourceRow) => this.#value(row, 'share', share);
  readonly rank = (row: SourceRow) => this.#value(row, 'rank', rank);
  readonly months = (row: SourceRow) => this.#value(row, 'duration', months);
  readonly cpv = (row: SourceRow) => this.#value(row, 'cpv', cpv);

  #value<T>(row: SourceRow, field: RegisterField, reader: ValueReader<T>): T | null {
    const cell = row.cells[field];
    if (!cell || textOf(row, field) === '') return null;
    const reading = reader.read(cell);
    if ('value' in reading) return reading.value;
    const maybe = reading.maybe.map(reader.say);
    const others = (reader.all ?? []).map(reader.say).filter((text) => !maybe.includes(text));
    const choices: QuestionOption[] = [
      ...[...maybe, ...others].map((value) => ({ id: `value:${value}`, params: { value } })),
      ...(reader.written ? [{ id: 'text' }] : []),
      { id: 'none' },
    ];
    const answer = this.doubts.answerFor({
      kind: reader.kind,
      key: `${field}|${cell.text}`,
      rows: [row.row],
      found: { field, text: textOf(row, field) },
      choices,
      proposed: maybe[0] === undefined ? 'none' : `value:${maybe[0]}`,
    });
    if (answer.choice === 'none') return null;
    return reader.hear(answer.choice === 'text' ? (answer.text ?? '') : answer.choice.slice('value:'.length));
  }
}
