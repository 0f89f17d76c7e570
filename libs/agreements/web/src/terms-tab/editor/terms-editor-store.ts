import { Injectable, computed, signal } from '@angular/core';
import { lintTerms, describeTermsProblem, termsChecks } from '@tallgrunn/checks';
import type { Terms, TermsProblem } from '@tallgrunn/checks';
import type { FormError } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { valueAt, withMoved, withValue } from './change-document.ts';

/** A document being edited, possibly invalid. */
export type TermsDraft = Readonly<Record<string, unknown>> & Partial<Terms>;

/** Returns the id of the control for a pointer. */
export function controlId(pointer: string): string {
  return `terms${pointer.replaceAll('~1', '.').replaceAll('/', '-')}`;
}

/** The terms being edited. Every control of the editor reads and writes here, and the linter checks each change. */
@Injectable()
export class TermsEditorStore {
  readonly draft = signal<TermsDraft | null>(null);
  readonly #language = currentLanguage();
  readonly #whole = computed(() => ({ ...this.draft(), id: 'draft', version: 1 }));
  readonly problems = computed<readonly TermsProblem[]>(() =>
    this.draft() ? lintTerms(JSON.parse(JSON.stringify(this.#whole()))) : [],
  );

  /** Loads a document, without the fields that publication sets, and with the ids that checks have now. */
  load(terms: Terms | null): void {
    if (!terms) return this.draft.set(null);
    const { id: _, version: __, agreement: ___, ...draft } = terms;
    this.draft.set(draft.checks ? { ...draft, checks: termsChecks(draft) } : draft);
  }

  value(pointer: string): unknown {
    return valueAt(this.draft(), pointer);
  }

  write(pointer: string, value: unknown): void {
    this.draft.update((draft) => draft && withValue(draft, pointer, value));
  }

  move(pointer: string, at: number, step: 1 | -1): void {
    this.draft.update((draft) => draft && withMoved(draft, pointer, at, step));
  }

  /** Describes the first problem at a control, or below it when it writes a whole list. */
  says(pointer: string): string {
    const found = this.problems().find(({ path }) => path === pointer || path.startsWith(`${pointer}/`));
    return found ? describeTermsProblem(this.#whole(), found, this.#language()).says : '';
  }

  /** Returns every problem with its control, or the nearest one on the page. */
  faults(): readonly FormError[] {
    return this.problems().map((problem) => {
      const { where, says } = describeTermsProblem(this.#whole(), problem, this.#language());
      return { field: nearestControl(problem.path), sentence: where === '' ? says : `${where}: ${says}` };
    });
  }
}

function nearestControl(path: string): string {
  for (let pointer = path; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const id = controlId(pointer);
    if (document.getElementById(id)) return id;
  }
  return '';
}
