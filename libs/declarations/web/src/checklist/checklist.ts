import { Component, computed, inject, input } from '@angular/core';
import type { DeclarationPointDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, Wording, texts } from '@tallgrunn/design';
import type { StatusTone } from '@tallgrunn/design';
import { isDate, isDecimal } from '@tallgrunn/values';
import { declarationTexts } from '../texts/declaration-texts.ts';
import type { ParamReader } from '../texts/checklist-nb.ts';
import { geographyName } from './country-name.ts';

type ChecklistStatus = 'good' | 'reservation' | 'unclear' | 'stopped' | 'unknown';

const tones: Record<ChecklistStatus, StatusTone> = {
  good: 'good',
  reservation: 'attention',
  unclear: 'waiting',
  stopped: 'stopped',
  unknown: 'quiet',
};

/** Parameters formatted as numbers; years and registration numbers are not among them. */
const numericParams = new Set(['value', 'low', 'high', 'perKg', 'total', 'added']);

/** Checklist of a declaration: each item with its status, a sentence and the values it is based on. */
@Component({
  selector: 'tg-checklist',
  imports: [StatusTag],
  templateUrl: './checklist.html',
  styleUrl: './checklist.css',
})
export class Checklist {
  readonly points = input.required<readonly DeclarationPointDto[]>();
  protected readonly t = texts(declarationTexts);
  readonly #wording = inject(Wording);
  protected readonly rows = computed(() =>
    this.points().map((point) => ({
      point,
      standing: point.standing as ChecklistStatus,
      tone: tones[point.standing as ChecklistStatus],
      ...this.#describe(point),
    })),
  );

  #describe({ code, outcome, params }: DeclarationPointDto): { title: string; sentence: string } {
    const found: ParamReader = (name) => this.#written(name, params[name] ?? '');
    const words: Readonly<Record<string, string | ((p: ParamReader) => string)>> =
      this.t().points[code as keyof ReturnType<typeof this.t>['points']];
    const sentence = words[outcome];
    return { title: String(words['title']), sentence: typeof sentence === 'function' ? sentence(found) : '' };
  }

  #written(name: string, value: string): string {
    const units: Readonly<Record<string, string>> = this.t().units;
    if (name === 'declared') return units[value] ?? value;
    if (name === 'place') return geographyName(value, this.#wording.language());
    if (name === 'kind') return this.t().datasets[value.toLowerCase()] ?? value;
    if (isDate(value)) return this.#wording.date(value);
    return numericParams.has(name) && isDecimal(value) ? this.#wording.quantity(value) : value;
  }
}
