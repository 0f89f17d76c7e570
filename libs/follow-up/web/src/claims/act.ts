import { DOCUMENT } from '@angular/common';
import { inject, signal, type Signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemMessages, type FormError } from '@tallgrunn/design';

/** Runs one action at a time and shows its faults as sentences. */
export interface FormAction {
  readonly isBusy: Signal<boolean>;
  readonly faults: Signal<readonly FormError[]>;
  /** Shows the faults of a form. Returns whether there are none. */
  check(faults: readonly (FormError | false)[]): boolean;
  /** Runs the action. Returns false when it failed or another one is running. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

export function injectFormAction(): FormAction {
  const problemTexts = inject(ProblemMessages);
  const isBusy = signal(false);
  const faults = signal<readonly FormError[]>([]);
  return {
    isBusy,
    faults,
    check: (list) => {
      faults.set(list.filter((fault) => fault !== false));
      return faults().length === 0;
    },
    run: async (act) => {
      if (isBusy()) return false;
      isBusy.set(true);
      try {
        await act();
        faults.set([]);
        return true;
      } catch (error) {
        faults.set([{ field: '', sentence: problemTexts.sentence(problemOf(error)) }]);
        return false;
      } finally {
        isBusy.set(false);
      }
    },
  };
}

/** Returns the trimmed values of a form's text fields. */
export function formValues(event: Event): Readonly<Record<string, string>> {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.target as HTMLFormElement)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
}

/** Parses a typed amount ("1 234,50") to decimal text; null when it is invalid. */
export function amountOf(text: string): string | null {
  const digits = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,2})?$/.test(digits) ? digits : null;
}

const RETAINED_MS = 60_000;

/** Returns a function that saves bytes as a download. */
export function injectSaveFile(): (bytes: Blob, name: string) => void {
  const document = inject(DOCUMENT);
  return (bytes, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(bytes);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), RETAINED_MS);
  };
}
