import { inject, signal } from '@angular/core';
import type { Signal } from '@angular/core';
import { problemOf } from '@tallgrunn/api-client';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';

export interface ChangeForm {
  readonly busy: Signal<boolean>;
  /** Error of the last attempt; empty when there was none. */
  readonly fault: Signal<string>;
  /** Runs a change; returns true on success. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** Returns a changer, which sends one change at a time and describes errors of the server. */
export function changeForm(): ChangeForm {
  const words = inject(ProblemMessages);
  const t = texts(registerTexts);
  const busy = signal(false);
  const fault = signal('');
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (busy()) return false;
    busy.set(true);
    fault.set('');
    try {
      await act();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const sentences = t().issues as Readonly<Record<string, (p: { expected: string }) => string>>;
      const own = problem.issues
        .map(({ code, params }) => sentences[code]?.({ expected: String(params?.['expected'] ?? '') }))
        .filter((sentence) => sentence !== undefined);
      fault.set(own.join('. ') || words.sentence(problem));
      return false;
    } finally {
      busy.set(false);
    }
  };
  return { busy, fault, run };
}

/** Returns the trimmed values of a form's fields. */
export function valuesOf(event: Event): Readonly<Record<string, string>> {
  event.preventDefault();
  const data = new FormData(event.target as HTMLFormElement);
  return Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']));
}
