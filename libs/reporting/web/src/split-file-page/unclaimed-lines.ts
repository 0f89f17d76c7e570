import { Component, computed, inject, input } from '@angular/core';
import type { UnclaimedLineDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import { isDate } from '@tallgrunn/values';
import { severalTexts } from '../texts/split-file-texts.ts';

/** Lines of a file that belong to none of the reports, each with its location and the reason. */
@Component({
  selector: 'tg-unclaimed-lines',
  imports: [DataTable],
  template: `
    <tg-data-table
      [caption]="s().unclaimed({ count: count() })"
      [rows]="lines()"
      [total]="count()"
      [columns]="columns()"
      [trackRow]="track"
      narrow="cards"
    />
    @if (lines().length < count()) {
      <p class="tg-subtle">{{ s().unclaimedMore({ told: lines().length, count: count() }) }}</p>
    }
  `,
})
export class UnclaimedLines {
  readonly lines = input.required<readonly UnclaimedLineDto[]>();
  readonly count = input.required<number>();
  protected readonly s = texts(severalTexts);
  readonly #wording = inject(Wording);
  protected readonly track = ({ sheet, row }: UnclaimedLineDto) => `${sheet} ${row}`;
  protected readonly columns = computed((): readonly Column<UnclaimedLineDto>[] => {
    const { heads } = this.s();
    return [
      {
        key: 'row',
        head: heads.row,
        text: ({ row, sheet }) => [sheet, this.#wording.count(row)].filter((part) => part !== '').join(' · '),
      },
      { key: 'item', head: heads.item, text: ({ item }) => item },
      { key: 'buyer', head: heads.buyer, text: ({ buyer }) => buyer },
      { key: 'date', head: heads.date, text: ({ date }) => (isDate(date) ? this.#wording.date(date, 'short') : date) },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount }) => (amount === null ? '' : this.#wording.money(amount)),
      },
      {
        key: 'reason',
        head: heads.reason,
        text: ({ reason, found }) =>
          this.s().reasons[reason]({ found: isDate(found) ? this.#wording.date(found, 'short') : found }),
      },
    ];
  });
}
