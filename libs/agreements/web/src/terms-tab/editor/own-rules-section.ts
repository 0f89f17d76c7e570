import { Component, computed, inject } from '@angular/core';
import { OWN_RULES_MAX } from '@tallgrunn/checks';
import type { OwnRule } from '@tallgrunn/checks';
import { Field, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { OwnRulesHelp } from './own-rules-help.ts';
import { TermsControl } from './terms-control.ts';
import { TermsEditorStore, controlId } from './terms-editor-store.ts';

const languages = ['nb', 'nn', 'en'] as const;

interface ShownProblem {
  readonly says: string;
  /** the expression around the place of the problem; null when it has none */
  readonly place: { readonly before: string; readonly at: string; readonly after: string } | null;
}

/** Rules of the agreement's own: condition, text and severity, with errors while typing. */
@Component({
  selector: 'tg-own-rules-section',
  imports: [Field, OwnRulesHelp, TermsControl],
  templateUrl: './own-rules-section.html',
  styleUrls: ['./editor-sections.css', './own-rules-section.css'],
})
export class OwnRulesSection {
  protected readonly t = texts(agreementsTexts);
  protected readonly desk = inject(TermsEditorStore);
  protected readonly languages = languages;
  protected readonly severities = ['blocksRow', 'confirm', 'info'];
  protected readonly rules = computed<readonly Partial<OwnRule>[]>(() => this.desk.draft()?.ownRules ?? []);
  protected readonly isFull = computed(() => this.rules().length >= OWN_RULES_MAX);
  protected readonly tables = computed(() => (this.desk.draft()?.tables ?? []).map(({ name }) => name));
  protected readonly problems = computed<readonly (ShownProblem | null)[]>(() =>
    this.rules().map((rule, at) => this.#problem(rule, `/ownRules/${at}/expression`)),
  );

  protected id(at: number): string {
    return controlId(`/ownRules/${at}/expression`);
  }

  protected nameOf(at: number): string {
    return this.rules()[at]?.id ?? '';
  }

  protected textPointer(at: number, language: 'nb' | 'nn' | 'en'): string {
    const isWord = typeof this.rules()[at]?.text === 'string';
    return `/ownRules/${at}/text${isWord ? '' : `/${language}`}`;
  }

  protected isWord(at: number): boolean {
    return typeof this.rules()[at]?.text === 'string';
  }

  protected write(at: number, event: Event): void {
    this.desk.write(`/ownRules/${at}/expression`, (event.target as HTMLTextAreaElement).value);
  }

  protected add(): void {
    const ids = new Set(this.rules().map(({ id }) => id));
    let number = this.rules().length + 1;
    while (ids.has(`rule-${number}`)) number += 1;
    // The text is empty, since only a person can say what is wrong; bokmål is the language that is required.
    const rule = { id: `rule-${number}`, text: { nb: '' }, severity: 'confirm', expression: '' };
    this.desk.write('/ownRules', [...this.rules(), rule]);
  }

  protected drop(at: number): void {
    const left = this.rules().filter((_, index) => index !== at);
    this.desk.write('/ownRules', left.length > 0 ? left : undefined);
  }

  #problem({ expression = '' }: Partial<OwnRule>, pointer: string): ShownProblem | null {
    const says = this.desk.says(pointer);
    if (says === '') return null;
    const at = Number(this.desk.problems().find(({ path }) => path === pointer)?.params.at);
    if (!(at > 0)) return { says, place: null };
    const characters = [...expression];
    const part = (from: number, to?: number): string => characters.slice(from, to).join('');
    return { says, place: { before: part(0, at - 1), at: part(at - 1, at), after: part(at) } };
  }
}
