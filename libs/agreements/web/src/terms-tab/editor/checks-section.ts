import { Component, computed, inject, signal } from '@angular/core';
import { allChecks, choiceLabel, mayBeRight, ownRuleCode, titleOf } from '@tallgrunn/checks';
import type { TermsCheck } from '@tallgrunn/checks';
import { texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { TermsEditorStore } from './terms-editor-store.ts';
import { parseValue, formatValue } from './written-values.ts';
import type { ControlKind } from './written-values.ts';

const severities = ['blocksFile', 'blocksRow', 'confirm', 'info', 'off'] as const;

interface CheckRow {
  readonly id: string;
  readonly title: string;
  readonly usual: string;
  readonly severity: string;
  readonly params: readonly {
    readonly name: string;
    readonly usual: string;
    readonly text: string;
    readonly kind: ControlKind;
  }[];
  /** true when it quarantines rows and may be made overridable */
  readonly mayOverride: boolean;
  readonly overridable: boolean;
  readonly changed: boolean;
}

/** Severity and parameters of each check, where the terms differ from the standard. */
@Component({
  selector: 'tg-checks-section',
  templateUrl: './checks-section.html',
  styleUrl: './editor-sections.css',
})
export class ChecksSection {
  protected readonly t = texts(agreementsTexts);
  protected readonly severities = severities;
  protected readonly sought = signal('');
  readonly #desk = inject(TermsEditorStore);
  readonly #language = currentLanguage();
  readonly #own = computed<readonly TermsCheck[]>(() => this.#desk.draft()?.checks ?? []);

  /** Checks changed by the terms first, then in standard order. */
  protected readonly rows = computed<readonly CheckRow[]>(() => {
    const searchText = this.sought().trim().toLowerCase();
    const rows = allChecks
      .filter(({ id }) => id !== ownRuleCode)
      .map((check) => this.#row(check))
      .filter(({ title, id }) => `${title} ${id}`.toLowerCase().includes(searchText));
    return [...rows.filter(({ changed }) => changed), ...rows.filter(({ changed }) => !changed)];
  });
  protected readonly faults = computed(() =>
    this.#own()
      .map((_, at) => this.#desk.says(`/checks/${at}`))
      .filter((says) => says !== ''),
  );

  #row(check: (typeof allChecks)[number]): CheckRow {
    const { id, severity, params = {} } = check;
    const own = this.#own().find((each) => each.id === id);
    const mayOverride = (own?.severity ?? severity) === 'blocksRow' && mayBeRight(check);
    const shown = Object.entries(params).map(([name, usual]) => {
      const kind: ControlKind = Array.isArray(usual) ? 'lines' : typeof usual === 'number' ? 'number' : 'text';
      return { name, kind, usual: formatValue(usual, kind), text: formatValue(own?.params?.[name], kind) };
    });
    return {
      id,
      title: titleOf(id, this.#language()),
      usual: this.word(severity),
      severity: own?.severity ?? '',
      params: shown,
      mayOverride,
      overridable: own?.overridable ?? false,
      changed: own !== undefined,
    };
  }

  protected word(severity: string): string {
    return choiceLabel(severity, this.#language()) ?? severity;
  }

  protected weigh(id: string, event: Event): void {
    const severity = severities.find((each) => each === (event.target as HTMLSelectElement).value);
    this.#change(id, ({ severity: _, ...check }) => (severity ? { ...check, severity } : check));
  }

  protected letOverride(id: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.#change(id, ({ overridable: _, ...check }) => (checked ? { ...check, overridable: true } : check));
  }

  protected set(id: string, name: string, kind: ControlKind, event: Event): void {
    const value = parseValue((event.target as HTMLInputElement).value, kind) as string | undefined;
    this.#change(id, ({ params, ...check }) => {
      const { [name]: _, ...others } = params ?? {};
      const next = value === undefined ? others : { ...others, [name]: value };
      return Object.keys(next).length > 0 ? { ...check, params: next } : check;
    });
  }

  /** Removes a check with standard settings from the document, unless only listed checks run. */
  #change(id: string, change: (check: TermsCheck) => TermsCheck): void {
    const checks = this.#own();
    const next = change(checks.find((check) => check.id === id) ?? { id });
    const isUsual =
      next.severity === undefined &&
      next.params === undefined &&
      next.overridable === undefined &&
      this.#desk.draft()?.standardChecks !== false;
    const others = checks.some((check) => check.id === id)
      ? checks.map((check) => (check.id === id ? next : check))
      : [...checks, next];
    const left = isUsual ? others.filter((check) => check.id !== id) : others;
    this.#desk.write('/checks', left.length > 0 ? left : undefined);
  }

  protected seek(event: Event): void {
    this.sought.set((event.target as HTMLInputElement).value);
  }
}
