import { inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemWords, TextLibrary } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { sayIssue } from './say-issue.ts';

/** Sends one change at a time and shows errors of the server at the right field. */
export interface PartyChanger {
  readonly busy: Signal<boolean>;
  readonly faults: Signal<readonly FormFault[]>;
  /** Requires fields by name; returns true when all are filled in. */
  filled(values: Readonly<Record<string, string>>, names: readonly string[]): boolean;
  /** Runs a change; returns true on success. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/**
 * Returns a changer for a form.
 * @param prefix prefix of the field ids: prefix-name is the field of `name`
 */
export function partyChanger(prefix: string): PartyChanger {
  const words = inject(ProblemWords);
  const t = inject(TextLibrary).read(partyTexts);
  const busy = signal(false);
  const faults = signal<readonly FormFault[]>([]);
  const say = (error: unknown): readonly FormFault[] => {
    const problem = problemOf(error);
    const own = problem.issues.flatMap(({ code, path, params }) => {
      const sentence = sayIssue(t(), code, params);
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
