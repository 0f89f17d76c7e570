import { Component, computed, input, output } from '@angular/core';
import type { FilterOptionsDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { inject } from '@angular/core';
import { insightTexts } from '../texts/insight-texts.ts';
import { accountClasses, bases, methods, scopes, sides, states } from './filter-values.ts';
import type { FilterField, FilterValues } from './filter-values.ts';

interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface Select {
  readonly field: FilterField;
  readonly label: string;
  /** Label of the empty option. */
  readonly any: string;
  readonly choices: readonly SelectOption[];
}

/** Filter of the combined table. Options take effect at once, the text search on submit. */
@Component({
  selector: 'tg-filter-bar',
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
})
export class FilterBar {
  readonly choices = input.required<FilterOptionsDto>();
  readonly categories = input.required<ReadonlyMap<string, string>>();
  readonly values = input.required<FilterValues>();
  readonly changed = output<Partial<FilterValues>>();
  readonly cleared = output();
  protected readonly t = texts(insightTexts);
  readonly #wording = inject(Wording);

  protected readonly narrowed = computed(() => Object.values(this.values()).some((value) => value !== ''));
  protected readonly selects = computed<readonly Select[]>(() => {
    const { fields, any, anyMonth, scopes: named } = this.t().combined;
    const { buyers, suppliers, agreements, categories, months } = this.choices();
    const inMonths = months.map((value) => ({ value, label: this.#wording.period(value) }));
    const labelled = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
      values.map((value) => ({ value, label: labels[value] }));
    return [
      ...(buyers.length > 1 ? [{ field: 'buyer' as const, label: fields.buyer, any, choices: buyers }] : []),
      { field: 'supplier', label: fields.supplier, any, choices: suppliers },
      { field: 'agreement', label: fields.agreement, any, choices: agreements },
      {
        field: 'category',
        label: fields.category,
        any,
        choices: categories.map((value) => ({ value, label: this.categories().get(value) ?? value })),
      },
      { field: 'from', label: fields.from, any: anyMonth, choices: inMonths },
      { field: 'to', label: fields.to, any: anyMonth, choices: inMonths },
      { field: 'state', label: fields.state, any, choices: labelled(states, this.t().state) },
      { field: 'side', label: fields.side, any, choices: labelled(sides, this.t().side) },
      { field: 'basis', label: fields.basis, any, choices: labelled(bases, this.t().basis) },
      { field: 'method', label: fields.method, any, choices: labelled(methods, this.t().method) },
      { field: 'class', label: fields.class, any, choices: labelled(accountClasses, this.t().accountClass) },
      { field: 'scope', label: fields.scope, any: named.purchases, choices: labelled(scopes, named) },
    ];
  });

  protected choose(field: FilterField, event: Event): void {
    this.changed.emit({ [field]: (event.target as HTMLSelectElement).value });
  }

  protected search(event: Event, text: string): void {
    event.preventDefault();
    this.changed.emit({ text: text.trim() });
  }
}
