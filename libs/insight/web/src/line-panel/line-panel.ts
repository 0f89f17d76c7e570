import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { combinedLine } from '@tallgrunn/api-client/calls';
import type { CombinedLineDto, SideLineDto } from '@tallgrunn/api-client/shapes';
import { Loaded, SidePanel, StatusTag, Wording, texts } from '@tallgrunn/design';
import { SupplierLineExplanation, SpendLineExplanation, publishedTexts } from '@tallgrunn/emissions-web';
import { absolute, subtract, sum } from '@tallgrunn/values';
import { kgText, nameOf } from '../combined-page/combined-columns.ts';
import type { State } from '../filter/filter-values.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import { ChallengeLine } from './challenge-line.ts';
import { compareSides } from './compare-sides.ts';
import { linkExplanations } from './link-explanations.ts';

/** Panel of one row: both sides with their source locations, their links, and the explanation of the emissions. */
@Component({
  selector: 'tg-line-panel',
  imports: [ChallengeLine, Loaded, RouterLink, SidePanel, StatusTag, SupplierLineExplanation, SpendLineExplanation],
  templateUrl: './line-panel.html',
  styleUrl: './line-panel.css',
})
export class LinePanel {
  readonly key = input.required<string>();
  readonly categories = input.required<ReadonlyMap<string, string>>();
  readonly closed = output();
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  readonly #published = texts(publishedTexts);
  protected readonly opened = read(combinedLine, () => ({ key: this.key() }));
  protected readonly heading = computed(() =>
    this.opened.hasValue() ? nameOf(this.opened.value().row, this.t()) : this.t().combined.title,
  );

  protected rowsOf({ row, booked, reported }: CombinedLineDto) {
    return compareSides(
      this.#own(booked, row.batchId, row.spendLineNo),
      this.#own(reported, row.versionId, row.reportLineNo),
      this.t(),
      this.wording,
    );
  }

  protected linksOf({ links }: CombinedLineDto) {
    return linkExplanations(links, this.#published().line.steps, this.t(), this.wording);
  }

  protected categoryOf({ row }: CombinedLineDto): string {
    return row.category === null ? '' : (this.categories().get(row.category) ?? row.category);
  }

  protected stateOf({ row }: CombinedLineDto): State {
    return row.state as State;
  }

  /** Describes which part of the booked line the row is, if the line has several. */
  protected partOf({ row }: CombinedLineDto): string | null {
    if (row.part === null) return null;
    const amount = this.wording.money(row.bookedAmount ?? '0');
    return row.part === 0 ? this.t().line.restOf({ amount }) : this.t().line.partOf({ amount });
  }

  protected kgOf({ row }: CombinedLineDto): string {
    return kgText(row, this.t(), this.wording);
  }

  protected sumsOf({ booked, reported }: CombinedLineDto) {
    const total = (lines: readonly SideLineDto[]) => sum(lines.map(({ amount }) => amount ?? '0'));
    const [paid, told] = [total(booked), total(reported)];
    return this.t().line.sums({
      booked: this.wording.money(paid),
      reported: this.wording.money(told),
      difference: this.wording.money(absolute(subtract(paid, told))),
    });
  }

  protected whereOf({ file, sheet, row }: SideLineDto): string {
    return this.t().line.where({
      file: file ?? '',
      sheet: sheet ?? '',
      row: row === null ? '' : this.wording.count(row),
    });
  }

  /** Query of the reconciliation page for this line. */
  protected reviewOf({ row }: CombinedLineDto): Readonly<Record<string, string>> {
    const booked = row.batchId !== null;
    return {
      side: booked ? 'booked' : 'reported',
      state: row.state,
      line: booked ? `${row.batchId}:${row.spendLineNo}` : `${row.versionId}:${row.reportLineNo}`,
    };
  }

  /** Returns the row's own line on this side. A row without one gets the linked line if there is exactly one. */
  #own(lines: readonly SideLineDto[], documentId: string | null, lineNo: number | null): SideLineDto | null {
    return (
      lines.find((line) => line.documentId === documentId && line.lineNo === lineNo) ??
      (documentId === null && lines.length === 1 ? (lines[0] ?? null) : null)
    );
  }
}
