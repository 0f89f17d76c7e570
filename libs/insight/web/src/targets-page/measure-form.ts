import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { colleaguesList, measuresCreate } from '@tallgrunn/api-client/calls';
import type { ProposedShiftDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { parseNumber } from './read-target-form.ts';

/** A kind of goods as an option. */
export interface KindOption {
  readonly code: string;
  readonly category: string;
  readonly name: string;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const PER_CENT = 100;
const typed = ['titleField', 'start', 'share', 'cost', 'reason'] as const;
type TypedField = (typeof typed)[number];

/** Form to propose a measure: a shift of quantity between kinds of goods of one category. */
@Component({
  selector: 'tg-measure-form',
  imports: [ErrorSummary, Field],
  template: `
    <details class="ds-details" #details>
      <summary>{{ t().measure }}</summary>
      <form class="tg-form" novalidate (submit)="save($event)">
        <tg-error-summary [faults]="faults()" />
        @if (agreement(); as name) {
          <p>{{ t().within({ agreement: name }) }}</p>
        }
        @for (each of selects(); track each.name) {
          <tg-field
            [for]="'measure-' + each.name"
            [label]="each.label"
            [error]="faultAt(faults(), 'measure-' + each.name)"
            ><select [id]="'measure-' + each.name" class="ds-input" (change)="choose(each.name, $event)">
              <option value="">{{ each.name === 'who' ? whole() : t().choose }}</option>
              @for (option of each.options; track option.value) {
                <option [value]="option.value" [selected]="chosen()[each.name] === option.value">
                  {{ option.label }}
                </option>
              }
            </select></tg-field
          >
        }
        @for (name of typed; track name) {
          <tg-field
            [for]="'measure-' + name"
            [label]="t()[name]"
            [help]="name === 'start' ? t().startHelp : ''"
            [error]="faultAt(faults(), 'measure-' + name)"
            ><input
              class="ds-input"
              [id]="'measure-' + name"
              [value]="values()[name]"
              (input)="set(name, valueOf($event))"
          /></tg-field>
        }
        <p>
          <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().propose }}</button>
        </p>
      </form>
    </details>
    <p role="status">{{ statusText() }}</p>
  `,
})
export class MeasureForm {
  readonly buyers = input.required<readonly Option[]>();
  readonly categories = input.required<ReadonlyMap<string, string>>();
  readonly kinds = input.required<readonly KindOption[]>();
  /** A shift that the data propose: the form opens with it filled in. */
  readonly preset = input<ProposedShiftDto | null>(null);
  readonly saved = output();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets.form);
  protected readonly whole = computed(() => this.#texts().targets.whole);
  readonly #colleagues = read(colleaguesList);
  protected readonly typed = typed;
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly statusText = signal('');
  protected readonly chosen = signal<Readonly<Record<string, string>>>({});
  protected readonly values = signal<Readonly<Record<TypedField, string>>>({
    titleField: '',
    start: '',
    share: '30',
    cost: '',
    reason: '',
  });
  private readonly details = viewChild.required<ElementRef<HTMLDetailsElement>>('details');
  /** The proposed shift, as long as its kinds of goods are the chosen ones. */
  readonly #shift = computed(() => {
    const [preset, { from, to }] = [this.preset(), this.chosen()];
    return preset !== null && preset.from === from && preset.to === to ? preset : null;
  });
  protected readonly agreement = computed(() => this.#shift()?.agreement ?? null);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  protected readonly selects = computed(() => {
    const [t, category] = [this.t(), this.chosen()['category']];
    const present = new Set(this.kinds().map((kind) => kind.category));
    const kinds = this.kinds()
      .filter((kind) => kind.category === category)
      .map(({ code, name }) => ({ value: code, label: name }));
    const colleagues = (arrived(this.#colleagues) ?? []).filter(({ state }) => state === 'member');
    return [
      { name: 'who', label: t.who, options: this.buyers() },
      {
        name: 'category',
        label: t.category,
        options: [...this.categories()]
          .filter(([code]) => present.has(code))
          .map(([value, label]) => ({ value, label })),
      },
      { name: 'from', label: t.from, options: kinds },
      { name: 'to', label: t.to, options: kinds },
      { name: 'owner', label: t.owner, options: colleagues.map(({ id, name }) => ({ value: id, label: name })) },
    ] satisfies readonly { name: string; label: string; options: readonly Option[] }[];
  });

  constructor() {
    effect(() => {
      const preset = this.preset();
      if (preset !== null) untracked(() => this.#fillIn(preset));
    });
  }

  #fillIn({ category, from, to, share }: ProposedShiftDto): void {
    const nameOf = (code: string) => this.kinds().find((kind) => kind.code === code)?.name ?? code;
    this.chosen.update((chosen) => ({ ...chosen, category, from, to }));
    this.values.update((values) => ({
      ...values,
      titleField: this.t().titleOf({ from: nameOf(from), to: nameOf(to) }),
      share: String(Number(share) * PER_CENT),
    }));
    const { nativeElement: details } = this.details();
    details.open = true;
    details.querySelector('summary')?.focus();
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected set(name: TypedField, value: string): void {
    this.values.update((values) => ({ ...values, [name]: value }));
  }

  protected choose(name: string, event: Event): void {
    const value = this.valueOf(event);
    this.chosen.update((chosen) => ({ ...chosen, [name]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const { titleField, start, share, cost, reason } = this.values();
    const { who = '', category = '', from = '', to = '', owner = '' } = this.chosen();
    const [perCent, amount] = [parseNumber(share), cost.trim() === '' ? null : parseNumber(cost)];
    const t = this.t();
    const fault = (name: string, isGood: boolean, sentence = t.missing) =>
      isGood ? [] : [{ field: `measure-${name}`, sentence }];
    const isShare = perCent !== null && Number(perCent) > 0 && Number(perCent) <= PER_CENT;
    this.faults.set([
      ...fault('category', category !== ''),
      ...fault('from', from !== ''),
      ...fault('to', to !== '' && to !== from),
      ...fault('owner', owner !== ''),
      ...fault('titleField', titleField.trim() !== ''),
      ...fault('start', /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(start.trim()), t.odd),
      ...fault('share', isShare, t.odd),
      ...fault('cost', cost.trim() === '' || amount !== null, t.odd),
      ...fault('reason', reason.trim() !== ''),
    ]);
    if (this.faults().length > 0) return;
    this.isSending.set(true);
    try {
      await this.#send(measuresCreate, {
        body: {
          title: titleField.trim(),
          buyerId: who || null,
          category,
          agreementId: this.#shift()?.agreementId ?? null,
          ownerId: owner,
          startsIn: start.trim(),
          cost: amount,
          fromProducts: [from],
          toProducts: [to],
          share: String(Number((Number(perCent) / PER_CENT).toFixed(4))),
          reason: reason.trim(),
        },
      });
      this.statusText.set(t.done);
      this.saved.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isSending.set(false);
    }
  }
}
