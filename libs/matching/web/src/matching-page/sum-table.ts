import { Component, inject, input, output } from '@angular/core';
import { Wording, texts } from '@tallgrunn/design';
import { matchingTexts } from '../texts/matching-texts.ts';
import type { CoverageSegment, PartyRow, ReviewState } from './matching-totals.ts';

/** Table of amounts and lines in each state, by supplier and buyer; each figure links to its lines. */
@Component({
  selector: 'tg-sum-table',
  templateUrl: './sum-table.html',
  styleUrl: './sum-table.css',
})
export class SumTable {
  readonly rows = input.required<readonly PartyRow[]>();
  readonly manyBuyers = input(true);
  readonly chosen = output<{ readonly party: PartyRow; readonly state: ReviewState }>();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);

  protected partsOf(
    row: PartyRow,
  ): readonly { readonly state: ReviewState; readonly label: string; readonly part: CoverageSegment }[] {
    const { table } = this.t();
    return [
      { state: 'matched', label: table.matched, part: row.matched },
      { state: 'reported-not-booked', label: table.notBooked, part: row.notBooked },
      { state: 'books-not-loaded', label: table.missing, part: row.missing },
      { state: 'booked-not-reported', label: table.notReported, part: row.notReported },
    ];
  }
}
