import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { agreementVersionsImportAssortment } from '@tallgrunn/api-client/calls';
import { Field, FileDrop, FindingList, ProblemWords, Progress, texts } from '@tallgrunn/design';
import type { FindingGroup } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { findingOf, groupPriceFindings } from './price-findings.ts';

type Outcome =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'published'; readonly version: number; readonly items: number; readonly supplier: string; readonly remarks: number; readonly groups: readonly FindingGroup[] }
  | { readonly kind: 'refused'; readonly name: string; readonly groups: readonly FindingGroup[] }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Takes a supplier's price form. Refused whole when anything is wrong, with place, found, expected and what to do. */
@Component({
  selector: 'tg-price-form',
  imports: [Field, FileDrop, FindingList, Progress],
  templateUrl: './price-form.html',
  // an announcement that is not there yet takes no room
  styles: `
    .outcome:empty {
      margin-block-start: calc(-1 * var(--tg-gap));
    }
  `,
})
export class PriceForm {
  readonly agreementId = input.required<string>();
  readonly suppliers = input.required<readonly SupplierRow[]>();
  readonly published = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly endings = tableEndings;
  protected readonly sizeBytesMax = limits.assortment.sizeBytesMax;
  protected readonly chosen = signal('');
  protected readonly supplier = computed(() => this.suppliers().find(({ id }) => id === this.chosen()) ?? this.suppliers()[0]);
  protected readonly outcome = signal<Outcome | null>(null);
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected choose(event: Event): void {
    this.chosen.set((event.target as HTMLSelectElement).value);
  }

  protected async take([file]: readonly File[]): Promise<void> {
    const supplier = this.supplier();
    if (!file || !supplier || this.outcome()?.kind === 'reading') return;
    const { findings, prices, items: words } = this.t();
    const place = { row: prices.row, columns: { number: words.heads.number, lot: words.heads.lot } };
    this.outcome.set({ kind: 'reading', name: file.name });
    try {
      const { number, items, remarks } = await this.#send(agreementVersionsImportAssortment, { agreementId: this.agreementId(), body: { supplierId: supplier.id, file } });
      this.outcome.set({ kind: 'published', version: number, items, supplier: supplier.name, remarks: remarks.length, groups: groupPriceFindings(remarks, 'info', findings, place) });
      this.published.emit();
    } catch (error) {
      const problem = problemOf(error);
      const groups = groupPriceFindings(problem.issues.map(findingOf), 'blocksFile', findings, place);
      this.outcome.set(problem.code === 'assortment-refused' ? { kind: 'refused', name: file.name, groups } : { kind: 'failed', sentence: this.#words.sentence(problem) });
    }
  }
}
