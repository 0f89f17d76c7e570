import { DOCUMENT } from '@angular/common';
import { inject, signal, type Signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemWords, type FormFault } from '@tallgrunn/design';

/** One act at a time, with what is wrong as sentences. */
export interface Act {
  readonly isBusy: Signal<boolean>;
  readonly faults: Signal<readonly FormFault[]>;
  /** Shows faults of a form; returns whether there are none. */
  check(faults: readonly (FormFault | false)[]): boolean;
  /** Returns whether it was done. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

export function injectAct(): Act {
  const words = inject(ProblemWords);
  const isBusy = signal(false);
  const faults = signal<readonly FormFault[]>([]);
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
        faults.set([{ field: '', sentence: words.sentence(problemOf(error)) }]);
        return false;
      } finally {
        isBusy.set(false);
      }
    },
  };
}

/** The values of a form's fields, without spaces at their ends. */
export function formValues(event: Event): Readonly<Record<string, string>> {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.target as HTMLFormElement)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
}

/** An amount as people write it ("1 234,50") as decimal text; null where it is none. */
export function amountOf(text: string): string | null {
  const digits = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,2})?$/.test(digits) ? digits : null;
}

const RETAINED_MS = 60_000;

/** Saves bytes as a file of the reader's. */
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
