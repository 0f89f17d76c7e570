import { Component, computed, inject, signal } from '@angular/core';
import type { TermsField } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { columnName } from '@tallgrunn/tabular';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { mapColumn, sheetColumns, titleOfField, type SheetColumn, type SheetColumns } from './column-options.ts';
import { Step, type StepState } from './step.ts';

const unusedMax = 20;

/** Step ②: the field that each column was mapped to, with example values; the user can correct it. */
@Component({
  selector: 'tg-columns-step',
  imports: [Step],
  templateUrl: './columns-step.html',
  styleUrl: './columns-step.css',
})
export class ColumnsStep {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportStore);
  readonly #language = inject(TextLibrary).language;
  protected readonly at = signal(0);
  protected readonly sheets = computed(() => {
    const [terms, verdict] = [this.desk.basis.known()?.terms, this.desk.verdict()];
    return terms && verdict ? sheetColumns(terms, verdict.columns, this.desk.run.checked()?.samples ?? []) : [];
  });
  protected readonly sheet = computed(() => this.sheets()[this.at()] ?? this.sheets()[0] ?? null);
  /**
   * Required fields that the check reports as missing. In a cross table the column headings provide the buyer and the
   * figures.
   */
  protected readonly missing = computed(() => {
    const asked = new Set(
      this.desk.verdict()?.groups.flatMap(({ code, example }) => (code === 'column-missing' ? [example.cause] : [])),
    );
    return [
      ...new Set(
        this.sheets().flatMap(({ missing }) =>
          missing.filter(({ name }) => asked.has(name)).map((field) => this.titleOf(field)),
        ),
      ),
    ];
  });

  protected readonly opened = signal(false);
  /** Headings of unmapped columns. A discount column is read with the price. */
  protected readonly unused = computed(() => {
    // In a cross table every buyer column is read.
    if (this.desk.verdict()?.groups.some(({ code }) => code === 'cross-table')) return [];
    const read = new Set(
      this.desk.verdict()?.groups.flatMap(({ code, example }) => (code === 'discount-taken' ? [example.found] : [])),
    );
    return (this.sheet()?.columns ?? [])
      .flatMap(({ field, heading }) => (field === '' && heading !== '' && !read.has(heading) ? [heading] : []))
      .slice(0, unusedMax);
  });
  /** Fields without a column, and the use of each. */
  protected readonly goodFor = computed(() => {
    const [sheet, uses]: [SheetColumns | null, Readonly<Record<string, string>>] = [
      this.sheet(),
      this.t().columns.uses,
    ];
    return (sheet?.table.fields ?? []).flatMap((field) => {
      const use = sheet!.mapping.columns[field.name] === undefined ? uses[field.role ?? field.name] : undefined;
      return use === undefined ? [] : [{ name: field.name, title: this.titleOf(field), use }];
    });
  });

  protected readonly state = computed((): StepState => {
    if (!this.desk.verdict()) return this.desk.file() ? 'working' : 'waiting';
    if (
      this.desk.verdict()?.groups.some(({ code, severity }) => code === 'column-missing' && severity === 'blocksFile')
    )
      return 'stopped';
    return this.sheets().length > 0 ? 'done' : 'waiting';
  });

  protected readonly summary = computed(() => {
    const sheet = this.sheet();
    if (!this.desk.file()) return this.t().step.columnsWait;
    if (!sheet) return '';
    if (this.missing().length > 0) return this.t().columns.missing({ fields: this.missing() });
    return this.t().columns.found({ found: Object.keys(sheet.mapping.columns).length, all: sheet.table.fields.length });
  });

  protected titleOf(field: TermsField): string {
    return titleOfField(field, this.#language());
  }

  protected nameOf({ heading, column }: SheetColumn): string {
    return heading || this.t().columns.noHeading({ column: columnName(column + 1) });
  }

  protected turnTo(event: Event): void {
    this.at.set(Number((event.target as HTMLSelectElement).value));
  }

  protected choose(sheet: SheetColumns, column: number, event: Event): void {
    this.desk.pointOut(mapColumn(this.sheets(), sheet, column, (event.target as HTMLSelectElement).value));
  }
}
