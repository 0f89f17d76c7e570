import { Component, computed, inject, input, signal } from '@angular/core';
import type { PriceChangeRowDto, PriceDiffDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { read } from '@tallgrunn/api-client';
import { priceDraftsDiff, priceVersionsDiff } from '@tallgrunn/api-client/calls';
import { formatMoney } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { pricesTexts } from '../texts/prices-texts.ts';

type ChangeKind = PriceChangeRowDto['kinds'][number];
const kinds: readonly ChangeKind[] = [
  'price-up',
  'price-down',
  'new',
  'gone',
  'number-changed',
  'renamed',
  'unit-changed',
];

/** Page size of the server; a full page has more changes after it. */
const pageLength = 200;

/** The changes of a price list by item: of a draft before publication, or of a version afterwards. */
@Component({
  selector: 'tg-price-diff',
  imports: [Cell, DataTable, Loaded],
  templateUrl: './price-diff.html',
  styleUrl: './section.css',
})
export class PriceDiff {
  readonly agreementId = input.required<string>();
  readonly draftId = input<string | null>(null);
  readonly versionId = input<string | null>(null);
  protected readonly t = texts(pricesTexts);
  protected readonly kind = signal<ChangeKind | ''>('');
  protected readonly after = signal('');
  protected readonly trackRow = (row: PriceChangeRowDto) => row.number;
  readonly #wording = inject(Wording);
  readonly #language = currentLanguage();
  readonly #ofDraft = read(
    priceDraftsDiff,
    () => this.#query(this.draftId(), 'draftId') as { agreementId: string; draftId: string } | undefined,
  );
  readonly #ofVersion = read(
    priceVersionsDiff,
    () => this.#query(this.versionId(), 'versionId') as { agreementId: string; versionId: string } | undefined,
  );
  protected readonly diff = computed(() => (this.draftId() ? this.#ofDraft : this.#ofVersion));

  protected readonly columns = computed<readonly Column<PriceChangeRowDto>[]>(() => {
    const { heads, kinds: words } = this.t().diff;
    return [
      { key: 'number', head: heads.number, text: (row) => row.number },
      { key: 'name', head: heads.name, text: (row) => row.name },
      { key: 'what', head: heads.what, text: (row) => row.kinds.map((kind) => words[kind]).join(', ') },
      { key: 'was', head: heads.was, numeric: true, text: (row) => this.#money(row.wasPrice, row.wasUnit, row) },
      { key: 'price', head: heads.price, numeric: true, text: (row) => this.#money(row.price, row.unit, row) },
      {
        key: 'percent',
        head: heads.percent,
        numeric: true,
        text: (row) =>
          row.percent && !/^-?0+(\.0+)?$/.test(row.percent) ? this.t().signed({ percent: row.percent }) : '',
      },
    ];
  });

  protected choose(event: Event): void {
    this.after.set('');
    this.kind.set((event.target as HTMLSelectElement).value as ChangeKind | '');
  }

  /** Returns the kinds of change that occur, with their counts. */
  protected occurring({ counts }: PriceDiffDto): readonly { readonly kind: ChangeKind; readonly said: string }[] {
    const { counted, kinds: words } = this.t().diff;
    return kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => ({ kind, said: counted({ what: words[kind], count: counts[kind] }) }));
  }

  protected next({ changes }: PriceDiffDto): string {
    return changes.length === pageLength ? (changes.at(-1)?.number ?? '') : '';
  }

  #query(id: string | null, name: 'draftId' | 'versionId'): object | undefined {
    if (!id) return undefined;
    return {
      agreementId: this.agreementId(),
      [name]: id,
      ...(this.kind() && { kind: this.kind() }),
      ...(this.after() && { after: this.after() }),
    };
  }

  #money(price: string | null, unit: string | null, { currency }: PriceChangeRowDto): string {
    if (price === null) return '';
    const shown = formatMoney(price, currency, this.#language());
    return unit ? this.t().diff.perUnit({ price: shown, unit }) : shown;
  }
}
