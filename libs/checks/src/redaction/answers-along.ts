import type { Redactor, Row } from '@tallgrunn/tabular';
import { withoutPersons } from '../cells/personal-data.ts';
import type { Finding, Patch } from '../finding.ts';
import { questionKey } from '../findings/question-key.ts';
import type { ColumnMapping } from '../check-result.ts';
import { rowKey, type FileRedactor } from './redact-file.ts';

/** A person's answers about a file. */
export interface FileAnswers {
  readonly mapping: readonly ColumnMapping[];
  readonly patches: readonly Patch[];
}

/** The groups of a check result, limited to the causes. */
type Causes = readonly { readonly code: string; readonly example: Pick<Finding, 'cause'> }[];

/**
 * Redacts a file and notes, during writing, which answers are about the retained content. A change to a removed row,
 * column or sheet would itself reveal removed content.
 */
export class RetainedAnswers implements Redactor {
  readonly #cut: FileRedactor;
  readonly #answers: FileAnswers;
  /** Rows that answers are about; the value is the row as read when it is retained, otherwise null. */
  readonly #rows: Map<string, Row | null>;

  constructor(redactor: FileRedactor, answers: FileAnswers) {
    this.#cut = redactor;
    this.#answers = answers;
    this.#rows = new Map(
      answers.patches.flatMap((patch) =>
        patch.set === 'cell' || patch.set === 'leave-out' ? [[rowKey(patch), null] as const] : [],
      ),
    );
  }

  takesSheet(name: string): boolean {
    return this.#cut.takesSheet(name);
  }

  take(row: Row): Row | null {
    const taken = this.#cut.take(row);
    const key = rowKey(row);
    if (taken && this.#rows.has(key)) this.#rows.set(key, row);
    return taken;
  }

  /**
   * Returns the answers about the retained content, with persons redacted in their texts. Call it after the file was
   * written, or sent unchanged.
   * @param groups the check result of the retained content: reasons for causes outside it are left out
   * @param isWhole the file is sent unchanged
   */
  retained(groups: Causes, { isWhole }: { readonly isWhole: boolean }): FileAnswers {
    const causes = new Set(groups.map(({ code, example }) => questionKey({ code, cause: example.cause })));
    const isRetained = (patch: Patch): boolean => {
      if (patch.set === 'override') return causes.has(questionKey(patch));
      if (isWhole || (patch.set !== 'cell' && patch.set !== 'leave-out')) return true;
      const row = this.#rows.get(rowKey(patch));
      return (
        row !== null && row !== undefined && (patch.set === 'leave-out' || this.#cut.retainsCell(row, patch.column))
      );
    };
    return {
      mapping: this.#answers.mapping.filter(({ sheet }) => isWhole || this.#cut.takesSheet(sheet)),
      patches: this.#answers.patches
        .filter(isRetained)
        .map((patch) => (patch.set === 'cell' ? { ...patch, value: withoutPersons(patch.value) } : patch)),
    };
  }
}
