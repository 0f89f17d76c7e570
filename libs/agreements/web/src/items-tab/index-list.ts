import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { indexSeriesImport, indexSeriesList } from '@tallgrunn/api-client/calls';
import type { IndexSeriesDto } from '@tallgrunn/api-client/shapes';
import {
  DataTable,
  ErrorSummary,
  Field,
  FileDrop,
  Loaded,
  ProblemMessages,
  Wording,
  fieldError,
  texts,
} from '@tallgrunn/design';
import type { Column, FormError } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { pricesTexts } from '../texts/prices-texts.ts';

const empty = { code: '', title: '', source: '', licence: '' };

/** The indices used for adjustments, each with its source and licence, and import of new values. */
@Component({
  selector: 'tg-index-list',
  imports: [DataTable, ErrorSummary, Field, FileDrop, FormField, Loaded],
  templateUrl: './index-list.html',
  styleUrl: './section.css',
})
export class IndexList {
  protected readonly t = texts(pricesTexts);
  protected readonly series = read(indexSeriesList);
  protected readonly endings = tableEndings;
  protected readonly sizeBytesMax = limits.assortment.sizeBytesMax;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly said = signal('');
  protected readonly faultAt = fieldError;
  protected readonly trackRow = (row: IndexSeriesDto) => row.code;
  readonly #values = signal(empty);
  protected readonly form = form(this.#values);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<IndexSeriesDto>[]>(() => {
    const { heads, span } = this.t().indices;
    return [
      { key: 'code', head: heads.code, text: (row) => row.code },
      { key: 'title', head: heads.title, text: (row) => row.title },
      { key: 'periods', head: heads.periods, text: span },
      { key: 'source', head: heads.source, text: (row) => row.source },
      { key: 'licence', head: heads.licence, text: (row) => row.licence },
      { key: 'version', head: heads.version, numeric: true, text: (row) => this.#wording.count(row.version) },
    ];
  });

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    const { code, title, source, licence } = this.#values();
    const { faults, done, refused } = this.t().indices;
    this.said.set('');
    this.faults.set([
      ...(/^[A-Za-z0-9][\w-]{0,39}$/.test(code.trim()) ? [] : [{ field: 'index-code', sentence: faults.code }]),
      ...(title.trim() ? [] : [{ field: 'index-title', sentence: faults.name }]),
      ...(source.trim() ? [] : [{ field: 'index-source', sentence: faults.source }]),
      ...(licence.trim() ? [] : [{ field: 'index-licence', sentence: faults.licence }]),
    ]);
    if (this.faults().length > 0) return;
    try {
      const made = await this.#send(indexSeriesImport, {
        body: { code: code.trim(), title: title.trim(), source: source.trim(), licence: licence.trim(), file },
      });
      this.said.set(done(made));
      this.#values.set(empty);
      this.series.reload();
    } catch (error) {
      const problem = problemOf(error);
      this.faults.set([
        { field: '', sentence: problem.code === 'index-series-invalid' ? refused : this.#messages.sentence(problem) },
      ]);
    }
  }
}
