import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { variancesList } from '@tallgrunn/api-client/calls';
import type { VarianceDto, VarianceShareDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, TextLibrary, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { add, sum } from '@tallgrunn/values';
import { matchingTexts } from '../texts/matching-texts.ts';

/** Table of quantity and price variances of linked lines, by supplier and agreement. */
@Component({
  selector: 'tg-variance-table',
  imports: [DataTable, Loaded, RouterLink],
  templateUrl: './variance-table.html',
  styleUrl: './variance-table.css',
})
export class VarianceTable {
  readonly filter = input.required<Readonly<Record<string, string>>>();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly variances = read(variancesList, () => this.filter());
  protected readonly file = computed(
    () =>
      `/api/v1/matching/variances.xlsx?${new URLSearchParams({ ...this.filter(), language: this.#library.language() })}`,
  );
  protected readonly columns = computed<readonly Column<VarianceDto>[]>(() => this.#columns());
  protected readonly trackRow = ({ supplierId, agreementId }: VarianceDto): string =>
    `${supplierId} ${agreementId ?? ''}`;
  readonly #library = inject(TextLibrary);

  reload(): void {
    this.variances.reload();
  }

  protected findingOf(rows: readonly VarianceDto[]): string {
    const all = (part: (row: VarianceDto) => string) => sum(rows.map(part));
    const quantity = all(({ quantityPart }) => quantityPart);
    const price = all(({ pricePart }) => pricePart);
    return this.t().variances.finding({
      quantity,
      price,
      unknown: all(({ unknownPart }) => unknownPart),
      difference: add(
        add(quantity, price),
        all(({ unknownPart }) => unknownPart),
      ),
    });
  }

  /** Both sides of the tolerance limits: neither is left out of a sum. */
  protected sharesOf(rows: readonly VarianceDto[]): string {
    const all = (of: (row: VarianceDto) => VarianceShareDto) => ({
      lines: rows.reduce((count, row) => count + of(row).lineCount, 0),
      difference: sum(rows.map((row) => of(row).difference)),
    });
    return this.t().variances.shares({
      within: all(({ withinTolerance }) => withinTolerance),
      followUp: all(({ toFollowUp }) => toFollowUp),
    });
  }

  #columns(): readonly Column<VarianceDto>[] {
    const { heads, noAgreement } = this.t().variances;
    const kroner = (
      key: 'difference' | 'quantityPart' | 'pricePart' | 'unknownPart' | 'vatPart',
    ): Column<VarianceDto> => ({
      key,
      head: heads[key],
      text: (row) => this.wording.amount(row[key]),
      order: (row) => Math.abs(Number(row[key])),
      numeric: true,
    });
    const share = (key: 'withinTolerance' | 'toFollowUp'): Column<VarianceDto> => ({
      key,
      head: heads[key],
      text: (row) => this.t().variances.share({ lines: row[key].lineCount, difference: row[key].difference }),
      order: (row) => Number(row[key].amount),
      numeric: true,
    });
    return [
      {
        key: 'supplier',
        head: heads.supplier,
        text: ({ supplier }) => supplier ?? '',
        order: ({ supplier }) => supplier ?? '',
      },
      kroner('difference'),
      kroner('quantityPart'),
      kroner('pricePart'),
      kroner('unknownPart'),
      kroner('vatPart'),
      share('toFollowUp'),
      share('withinTolerance'),
      {
        key: 'lines',
        head: heads.lines,
        text: ({ lineCount }) => this.wording.count(lineCount),
        order: ({ lineCount }) => lineCount,
        numeric: true,
      },
      { key: 'agreement', head: heads.agreement, text: ({ agreement }) => agreement ?? noAgreement },
    ];
  }
}
