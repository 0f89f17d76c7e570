import { inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemWords, TextLibrary } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { sayIssue } from './say-issue.ts';

/** Sends one change at a time, and tells at the right field what the server says is wrong with it. */
export interface PartyChanger {
  readonly busy: Signal<boolean>;
  readonly faults: Signal<readonly FormFault[]>;
  /** Fields that must be filled in, by name: true when all are. */
  filled(values: Readonly<Record<string, string>>, names: readonly string[]): boolean;
  /** True when it was done. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** `prefix` begins the ids of the form's fields: prefix-name is the field of `name`. */
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

/** What a form's fields say, without the spaces at their ends. */
export function valuesOf(event: Event): Readonly<Record<string, string>> {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.target as HTMLFormElement)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
}
