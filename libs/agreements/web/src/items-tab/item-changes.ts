import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { itemNumberChangesList, itemNumberChangesCreate, itemNumberChangesRevoke } from '@tallgrunn/api-client/calls';
import type { ChangeSourceDto, ItemChangeDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  ErrorSummary,
  Field,
  Loaded,
  ProblemMessages,
  Wording,
  fieldError,
  texts,
} from '@tallgrunn/design';
import type { Column, FormError } from '@tallgrunn/design';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';

const nameOf = ({ number, title }: ChangeSourceDto): string => `${number} ${title}`;

/** Item number changes: in force or revoked, with their origin, and a form to add one. */
@Component({
  selector: 'tg-item-changes',
  imports: [Cell, DataTable, ErrorSummary, Field, FormField, Loaded],
  templateUrl: './item-changes.html',
  styleUrl: './section.css',
})
export class ItemChanges {
  readonly agreementId = input.required<string>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  readonly mayWrite = input(false);
  readonly changed = output();
  protected readonly t = texts(pricesTexts);
  protected readonly words = texts(agreementsTexts);
  protected readonly changes = read(itemNumberChangesList, () => ({ agreementId: this.agreementId() }));
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly said = signal('');
  protected readonly faultAt = fieldError;
  protected readonly trackRow = (row: ItemChangeDto) => row.id;
  readonly #values = signal({ supplierId: '', old: '', now: '', onDate: '' });
  protected readonly form = form(this.#values);
  readonly #send = sender();
  readonly #problems = inject(ProblemMessages);
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<ItemChangeDto>[]>(() => {
    const { heads } = this.t().changes;
    return [
      { key: 'old', head: heads.old, text: (row) => row.oldNumber },
      { key: 'now', head: heads.now, text: (row) => row.newNumber },
      { key: 'name', head: heads.name, text: (row) => row.name ?? '' },
      { key: 'on', head: heads.on, text: (row) => this.#wording.date(row.onDate) },
      { key: 'origin', head: heads.origin, text: (row) => this.#basis(row) },
      ...(this.mayWrite()
        ? [
            {
              key: 'act',
              head: heads.act,
              text: ({ undoneAt }: ItemChangeDto) => (undoneAt ? this.t().changes.undone : ''),
            },
          ]
        : []),
    ];
  });

  protected async link(event: Event): Promise<void> {
    event.preventDefault();
    const { supplierId, old, now, onDate } = this.#values();
    const { faults, linked } = this.t().changes;
    this.said.set('');
    this.faults.set([
      ...(old.trim() ? [] : [{ field: 'change-old', sentence: faults.old }]),
      ...(now.trim() ? [] : [{ field: 'change-now', sentence: faults.now }]),
    ]);
    if (this.faults().length > 0) return;
    const supplier = supplierId || (this.suppliers()[0]?.id ?? '');
    const done = await this.#try(
      () =>
        this.#send(itemNumberChangesCreate, {
          agreementId: this.agreementId(),
          body: { supplierId: supplier, oldNumber: old.trim(), newNumber: now.trim(), ...(onDate && { onDate }) },
        }),
      linked,
    );
    if (done) this.#values.set({ supplierId, old: '', now: '', onDate: '' });
  }

  /** Revokes a change; an inherited one only for this agreement. */
  protected undo({ id, inheritedFrom }: ItemChangeDto): Promise<boolean> {
    const { unlinked, unlinkedHere } = this.t().changes;
    return this.#try(
      () => this.#send(itemNumberChangesRevoke, { agreementId: this.agreementId(), changeId: id }),
      inheritedFrom ? unlinkedHere({ agreement: nameOf(inheritedFrom) }) : unlinked,
    );
  }

  #basis({ origin, reportedIn, inheritedFrom, alsoIn }: ItemChangeDto): string {
    const { originSaid, inherited, alsoIn: also } = this.t().changes;
    const said = originSaid({ origin, report: reportedIn });
    if (inheritedFrom) return inherited({ said, agreement: nameOf(inheritedFrom) });
    return alsoIn.length > 0 ? also({ said, agreements: alsoIn }) : said;
  }

  async #try(act: () => Promise<unknown>, said: string): Promise<boolean> {
    try {
      await act();
      this.said.set(said);
      this.changes.reload();
      this.changed.emit();
      return true;
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#problems.sentence(problemOf(error)) }]);
      return false;
    }
  }
}
