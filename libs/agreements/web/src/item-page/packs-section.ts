import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, maxLength } from '@angular/forms/signals';
import { problemOf, sender } from '@tallgrunn/api-client';
import { packOverridesSet, packOverridesRevoke } from '@tallgrunn/api-client/calls';
import type { ItemDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ErrorSummary, Field, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { Column, FormError } from '@tallgrunn/design';
import { decimal } from '../items-tab/model-draft.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { currentPacks, type CurrentPack } from './current-packs.ts';

type Mode = 'add' | 'change' | 'remove';

const empty = { unit: '', contains: '', of: '', reason: '' };

/**
 * The content and source of each pack of an item. A contract manager can override it with a reason, and revoke that.
 */
@Component({
  selector: 'tg-packs-section',
  imports: [Cell, DataTable, ErrorSummary, Field, FormField],
  templateUrl: './packs-section.html',
  styleUrl: './packs-section.css',
})
export class PacksSection {
  readonly agreementId = input.required<string>();
  readonly item = input.required<ItemDto>();
  readonly mayWrite = input(false);
  readonly changed = output();
  readonly #texts = texts(pricesTexts);
  protected readonly t = computed(() => this.#texts().packs);
  protected readonly rows = computed(() => currentPacks(this.item()));
  protected readonly mode = signal<Mode | null>(null);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  protected readonly faultAt = fieldError;
  protected readonly trackRow = (row: CurrentPack) => row.unit;
  readonly #values = signal(empty);
  protected readonly form = form(this.#values, (path) => {
    maxLength(path.unit, 40);
    maxLength(path.of, 40);
    maxLength(path.reason, 500);
  });
  protected readonly title = computed(() => {
    const { unit } = this.#values();
    return { add: this.t().add, change: this.t().changeOf({ unit }), remove: this.t().removeOf({ unit }) }[
      this.mode() ?? 'add'
    ];
  });
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected readonly columns = computed<readonly Column<CurrentPack>[]>(() => {
    const { heads, contains, nothing } = this.t();
    return [
      { key: 'unit', head: heads.unit, text: (row) => row.unit },
      {
        key: 'contains',
        head: heads.contains,
        numeric: true,
        text: (row) => (row.contains === null ? nothing : contains({ quantity: row.contains, unit: row.of ?? '' })),
      },
      { key: 'gtin', head: heads.gtin, text: (row) => row.gtin ?? '' },
      { key: 'origin', head: heads.origin, text: (row) => this.originOf(row) },
      ...(this.mayWrite() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected originOf({ origin }: CurrentPack): string {
    return this.t().origins[origin];
  }

  protected begin(mode: Mode, row: CurrentPack | null): void {
    this.faults.set([]);
    this.said.set('');
    this.#values.set(
      row ? { unit: row.unit, contains: (row.contains ?? '').replace('.', ','), of: row.of ?? '', reason: '' } : empty,
    );
    this.mode.set(mode);
    setTimeout(() => document.getElementById('pack-form')?.focus());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { unit, contains, of, reason } = this.#values();
    this.faults.set(this.#validate());
    if (this.faults().length > 0) return;
    const holds = this.mode() === 'remove' ? {} : { contains: decimal(contains), of: of.trim() };
    await this.#try(
      () =>
        this.#send(packOverridesSet, {
          agreementId: this.agreementId(),
          itemId: this.item().id,
          body: { unit: unit.trim(), reason: reason.trim(), ...holds },
        }),
      this.t().saved,
    );
  }

  protected async withdraw(decisionId: string): Promise<void> {
    await this.#try(
      () =>
        this.#send(packOverridesRevoke, {
          agreementId: this.agreementId(),
          itemId: this.item().id,
          overrideId: decisionId,
        }),
      this.t().undone,
    );
  }

  #validate(): readonly FormError[] {
    const { faults } = this.t();
    const { unit, contains, of, reason } = this.#values();
    const holds = this.mode() !== 'remove';
    const wrong: readonly (readonly [keyof typeof faults, boolean])[] = [
      ['unit', unit.trim() === ''],
      ['contains', holds && !(Number(decimal(contains)) > 0)],
      ['of', holds && of.trim() === ''],
      ['reason', reason.trim() === ''],
    ];
    return wrong.flatMap(([field, is]) => (is ? [{ field: `pack-${field}`, sentence: faults[field] }] : []));
  }

  async #try(act: () => Promise<unknown>, said: string): Promise<void> {
    this.sending.set(true);
    try {
      await act();
      this.mode.set(null);
      this.said.set(said);
      this.changed.emit();
    } catch (error) {
      if (this.mode() === null) this.said.set(this.#messages.sentence(problemOf(error)));
      else this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
