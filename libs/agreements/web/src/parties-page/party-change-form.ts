import { inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemMessages, TextLibrary } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { describeIssue } from './describe-issue.ts';

/** Sends one change at a time and shows errors of the server at the right field. */
export interface PartyChangeForm {
  readonly busy: Signal<boolean>;
  readonly faults: Signal<readonly FormError[]>;
  /** Requires fields by name; returns true when all are filled in. */
  filled(values: Readonly<Record<string, string>>, names: readonly string[]): boolean;
  /** Runs a change; returns true on success. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/**
 * Returns a changer for a form.
 * @param prefix prefix of the field ids: prefix-name is the field of `name`
 */
export function partyChangeForm(prefix: string): PartyChangeForm {
  const words = inject(ProblemMessages);
  const t = inject(TextLibrary).read(partyTexts);
  const busy = signal(false);
  const faults = signal<readonly FormError[]>([]);
  const say = (error: unknown): readonly FormError[] => {
    const problem = problemOf(error);
    const own = problem.issues.flatMap(({ code, path, params }) => {
      const sentence = describeIssue(t(), code, params);
      return sentence === null ? [] : [{ field: path ? `${prefix}-${path}` : '', sentence }];
    });
    return own.length > 0 ? own : [{ field: '', sentence: words.sentence(problem) }];
  };
  return {
    busy,
    faults,
    filled: (values, names) => {
      faults.set(
        names
          .filter((name) => !values[name]?.trim())
          .map((name) => ({ field: `${prefix}-${name}`, sentence: t().issues.required() })),
      );
      return faults().length === 0;
    },
    run: async (act) => {
      if (busy()) return false;
      busy.set(true);
      try {
        await act();
        faults.set([]);
        return true;
      } catch (error) {
        faults.set(say(error));
        return false;
      } finally {
        busy.set(false);
      }
    },
  };
}

/** Returns the trimmed values of a form's fields. */
export function valuesOf(event: Event): Readonly<Record<string, string>> {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.target as HTMLFormElement)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
}
