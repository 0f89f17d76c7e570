import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { priceDraftsDraftPrices, priceDraftsDropDraft, priceDraftsPublishDraft } from '@tallgrunn/api-client/calls';
import { Field, FileDrop, FindingList, ProblemWords, Progress, texts } from '@tallgrunn/design';
import type { FindingGroup } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import type { SupplierRow } from '../parties-tab/suppliers-of.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { PriceDiff } from './price-diff.ts';
import { findingOf, groupPriceFindings } from './price-findings.ts';

type Outcome =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'drafted'; readonly name: string; readonly draftId: string; readonly lines: number; readonly supplier: string; readonly remarks: number; readonly groups: readonly FindingGroup[] }
  | { readonly kind: 'published'; readonly version: number; readonly items: number; readonly supplier: string }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'refused'; readonly name: string; readonly groups: readonly FindingGroup[] }
  | { readonly kind: 'failed'; readonly sentence: string };

const kinds = ['agreed', 'list', 'cost'] as const;

/** Takes a supplier's price form or catalogue, shows what it changes, and publishes it. Refused whole when anything is wrong, with place, found, expected and what to do. */
@Component({
  selector: 'tg-price-form',
  imports: [Field, FileDrop, FindingList, PriceDiff, Progress],
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
  protected readonly p = texts(pricesTexts);
  protected readonly kinds = kinds;
  protected readonly endings = [...tableEndings, '.xml'];
  protected readonly sizeBytesMax = limits.assortment.sizeBytesMax;
  protected readonly chosen = signal('');
  protected readonly kind = signal<(typeof kinds)[number]>('agreed');
  protected readonly fromOn = signal('');
  protected readonly supplier = computed(() => this.suppliers().find(({ id }) => id === this.chosen()) ?? this.suppliers()[0]);
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly sending = signal(false);
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected choose(event: Event): void {
    this.chosen.set((event.target as HTMLSelectElement).value);
  }

  protected setKind(event: Event): void {
    this.kind.set(kinds.find((kind) => kind === (event.target as HTMLSelectElement).value) ?? 'agreed');
  }

  protected setFrom(event: Event): void {
    this.fromOn.set((event.target as HTMLInputElement).value);
  }

  protected async take([file]: readonly File[]): Promise<void> {
    const supplier = this.supplier();
    if (!file || !supplier || this.outcome()?.kind === 'reading') return;
    const { findings, prices, items: words } = this.t();
    const place = { row: prices.row, columns: { number: words.heads.number, lot: words.heads.lot } };
    this.outcome.set({ kind: 'reading', name: file.name });
    try {
      const body = { supplierId: supplier.id, kind: this.kind(), ...(this.fromOn() && { fromOn: this.fromOn() }), file };
      const { id, lines, remarks } = await this.#send(priceDraftsDraftPrices, { agreementId: this.agreementId(), body });
      this.outcome.set({ kind: 'drafted', name: file.name, draftId: id, lines, supplier: supplier.name, remarks: remarks.length, groups: groupPriceFindings(remarks, 'info', findings, place) });
    } catch (error) {
      const problem = problemOf(error);
      const groups = groupPriceFindings(problem.issues.map(findingOf), 'blocksFile', findings, place);
      this.outcome.set(problem.code === 'assortment-refused' ? { kind: 'refused', name: file.name, groups } : { kind: 'failed', sentence: this.#words.sentence(problem) });
    }
  }

  protected async publish(draftId: string, supplier: string): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      const { number, items } = await this.#send(priceDraftsPublishDraft, { agreementId: this.agreementId(), draftId });
      this.outcome.set({ kind: 'published', version: number, items, supplier });
      this.published.emit();
    } catch (error) {
      this.outcome.set({ kind: 'failed', sentence: this.#words.sentence(problemOf(error)) });
    } finally {
      this.sending.set(false);
    }
  }

  protected async drop(draftId: string): Promise<void> {
    try {
      await this.#send(priceDraftsDropDraft, { agreementId: this.agreementId(), draftId });
      this.outcome.set({ kind: 'dropped' });
    } catch (error) {
      this.outcome.set({ kind: 'failed', sentence: this.#words.sentence(problemOf(error)) });
    }
  }
}
