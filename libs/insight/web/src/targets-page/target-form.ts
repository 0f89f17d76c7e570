import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { targetsCreate } from '@tallgrunn/api-client/calls';
import type { SetTargetRequest } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { parseNumber, parsePath, storedValue } from './read-target-form.ts';

const kinds = [
  'emissions',
  'emissions-per-krone',
  'emissions-per-inhabitant',
  'share-by-item',
  'share-declared',
] as const;
const fields = ['baseYear', 'targetYear', 'value', 'note'] as const;
type FieldName = (typeof fields)[number];

/** Form to set a target. */
@Component({
  selector: 'tg-target-form',
  imports: [ErrorSummary, Field],
  template: `
    <details class="ds-details">
      <summary>{{ t().target }}</summary>
      <form class="tg-form" novalidate (submit)="save($event)">
        <tg-error-summary [faults]="faults()" />
        <tg-field for="target-who" [label]="t().who"
          ><select id="target-who" class="ds-input" (change)="buyer.set(valueOf($event))">
            <option value="">{{ whole() }}</option>
            @for (each of buyers(); track each.value) {
              <option [value]="each.value">{{ each.label }}</option>
            }
          </select></tg-field
        >
        <tg-field for="target-kind" [label]="t().kind"
          ><select id="target-kind" class="ds-input" (change)="kind.set($any(valueOf($event)))">
            @for (each of kinds; track each) {
              <option [value]="each">{{ names()[each] }}</option>
            }
          </select></tg-field
        >
        @for (name of fields; track name) {
          <tg-field
            [for]="'target-' + name"
            [label]="t()[name]"
            [help]="name === 'value' ? t().valueHelp : ''"
            [error]="faultAt(faults(), 'target-' + name)"
            ><input
              class="ds-input"
              [id]="'target-' + name"
              [attr.inputmode]="name === 'note' ? null : 'decimal'"
              [value]="values()[name]"
              (input)="set(name, valueOf($event))"
          /></tg-field>
        }
        <tg-field for="target-path" [label]="t().path" [help]="t().pathHelp" [error]="faultAt(faults(), 'target-path')">
          <textarea
            id="target-path"
            class="ds-input"
            rows="4"
            [value]="path()"
            (input)="path.set(valueOf($event))"
          ></textarea>
        </tg-field>
        <p>
          <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().save }}</button>
        </p>
      </form>
    </details>
    <p role="status">{{ statusText() }}</p>
  `,
})
export class TargetForm {
  readonly buyers = input.required<readonly { readonly value: string; readonly label: string }[]>();
  readonly saved = output();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets.form);
  protected readonly whole = computed(() => this.#texts().targets.whole);
  protected readonly names = computed(() => this.#texts().targets.kinds);
  protected readonly kinds = kinds;
  protected readonly fields = fields;
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly statusText = signal('');
  protected readonly buyer = signal('');
  protected readonly kind = signal<SetTargetRequest['kind']>('emissions');
  protected readonly values = signal<Readonly<Record<FieldName, string>>>({
    baseYear: '',
    targetYear: '',
    value: '',
    note: '',
  });
  protected readonly path = signal('');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected set(name: FieldName, value: string): void {
    this.values.update((values) => ({ ...values, [name]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const { baseYear, targetYear, value, note } = this.values();
    const [number, path] = [parseNumber(value), parsePath(this.kind(), this.path())];
    const isYear = (text: string) => /^(19|20)\d{2}$/.test(text.trim());
    const fault = (name: string, isGood: boolean) =>
      isGood ? [] : [{ field: `target-${name}`, sentence: this.t().odd }];
    this.faults.set([
      ...fault('baseYear', isYear(baseYear)),
      ...fault('targetYear', isYear(targetYear)),
      ...fault('value', number !== null),
      ...fault('path', path !== null),
    ]);
    if (number === null || path === null || this.faults().length > 0) return;
    this.isSending.set(true);
    try {
      await this.#send(targetsCreate, {
        body: {
          buyerId: this.buyer() || null,
          kind: this.kind(),
          baseYear: Number(baseYear),
          targetYear: Number(targetYear),
          targetValue: storedValue(this.kind(), number),
          path,
          note: note.trim(),
        },
      });
      this.statusText.set(this.t().done);
      this.saved.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isSending.set(false);
    }
  }
}
