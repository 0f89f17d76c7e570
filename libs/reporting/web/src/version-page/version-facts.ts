import { Component, computed, inject, input } from '@angular/core';
import type { ManualEntryStartedDto, CuttingDto, ReceiptDto, VersionDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { osloDate, workingDaysAfter } from '@tallgrunn/values';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Receipt details: time, person, totals, file, and the terms and context it was checked against. */
@Component({
  selector: 'tg-version-facts',
  templateUrl: './version-facts.html',
  styleUrl: './version-facts.css',
})
export class VersionFacts {
  readonly version = input.required<VersionDto>();
  readonly receipt = input.required<ReceiptDto>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(invoicedTexts);
  protected readonly wording = inject(Wording);
  protected readonly totals = computed(() => this.version().verdict?.totals ?? null);
  protected readonly daysLate = computed(() => {
    const { submittedAt, dueOn, isCreatedAfterDueDate } = this.receipt();
    const on = osloDate(new Date(submittedAt));
    return on > dueOn && !isCreatedAfterDueDate ? workingDaysAfter(dueOn, on) : 0;
  });
  protected readonly sent = computed(() => this.receipt().cuttings.find(({ stage }) => stage === 'sent') ?? null);

  /** Describes the prefill from e-invoices. */
  protected begunInWords({ lines, changed, added }: ManualEntryStartedDto): string {
    return lines === null
      ? this.s().begun.file
      : this.s().begun.counted({ lines, changed: changed ?? 0, added: added ?? 0 });
  }

  protected cutInWords({ rows, columns, cells, unused, sheets, leftOut }: CuttingDto): string {
    const t = this.t().cut;
    const headings = [...new Set(columns.map(({ heading, column }) => `«${heading === '' ? column + 1 : heading}»`))];
    const names = [...new Set(unused.flatMap(({ heading }) => (heading === '' ? [] : [`«${heading}»`])))];
    const parts: readonly (readonly [number, string])[] = [
      [rows, t.rowsOfOthers({ count: rows })],
      [headings.length, t.columnsOfPersons({ headings })],
      [leftOut, t.rowsNotRight({ count: leftOut })],
      [unused.length, t.unusedColumns({ count: unused.length, headings: names })],
      [sheets, t.unusedSheets({ count: sheets })],
      [cells, t.numbersMasked({ count: cells })],
    ];
    return parts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(', ');
  }
}
