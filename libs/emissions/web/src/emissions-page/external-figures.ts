import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  combinedFilterOptions,
  figureProposalsProposeExternalFigures,
  externalFiguresList,
} from '@tallgrunn/api-client/calls';
import type { ExternalFigureDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  ErrorSummary,
  Field,
  ProblemMessages,
  StatusTag,
  WhyPanel,
  Wording,
  fieldError,
  texts,
  type Column,
  type Explanation,
  type FormError,
} from '@tallgrunn/design';
import { divide, normalise } from '@tallgrunn/values';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { parseExternalFigures, type InvalidRow } from './parse-external-figures.ts';

/** External figures of earlier years, and the form to propose them. */
@Component({
  selector: 'tg-external-figures',
  imports: [Cell, DataTable, ErrorSummary, Field, StatusTag, WhyPanel],
  templateUrl: './external-figures.html',
})
export class ExternalFigures {
  /** Category names by code in the language of the screen. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  readonly proposed = output();
  protected readonly t = texts(publishedTexts);
  protected readonly faultAt = fieldError;
  protected readonly emissions = texts(emissionsTexts);
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #wording = inject(Wording);
  readonly #figures = read(externalFiguresList);
  protected readonly figures = computed(() => arrived(this.#figures) ?? []);
  protected readonly maySeal = computed(() => this.#session.permissions().has('emissions.publish'));
  readonly #choices = read(combinedFilterOptions, () => (this.maySeal() ? {} : undefined));
  protected readonly rows = signal('');
  readonly #madeBy = signal('');
  readonly #method = signal('');
  readonly #source = signal('');
  protected readonly fields = computed(() => {
    const { madeBy, method, source } = this.t().sealed;
    return [
      { id: 'sealed-made-by', label: madeBy, value: this.#madeBy, max: 200 },
      { id: 'sealed-method', label: method, value: this.#method, max: 1000 },
      { id: 'sealed-source', label: source, value: this.#source, max: 500 },
    ];
  });
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  protected readonly track = ({ id }: ExternalFigureDto) => id;
  protected readonly columns = computed<readonly Column<ExternalFigureDto>[]>(() => {
    const { heads, all, allCategories } = this.t().sealed;
    return [
      { key: 'year', head: heads.year, text: ({ year }) => String(year) },
      { key: 'buyer', head: heads.buyer, text: ({ buyer }) => buyer ?? all },
      {
        key: 'category',
        head: heads.category,
        text: ({ category }) => (category === null ? allCategories : (this.names().get(category) ?? category)),
      },
      { key: 'kg', head: heads.tonnes, numeric: true, text: ({ kg }) => this.tonnesOf(kg) },
      { key: 'madeBy', head: heads.madeBy, text: ({ madeBy, method }) => `${madeBy}: ${method}` },
      { key: 'source', head: heads.source, text: ({ source }) => source },
    ];
  });

  /** Reloads the figures after an approval. */
  reload(): void {
    this.#figures.reload();
  }

  protected tonnesOf(kg: string): string {
    return this.emissions().page.tonnes({ value: normalise(divide(kg, '1000', 6)) });
  }

  /** Returns the year, buyer and category of a figure. */
  protected nameOf({ year, buyer, category }: ExternalFigureDto): string {
    const { all, allCategories } = this.t().sealed;
    return [
      String(year),
      buyer ?? all,
      category === null ? allCategories : (this.names().get(category) ?? category),
    ].join(', ');
  }

  /** Explains an external figure: who calculated it, the method and source, and the hash that shows it is unchanged. */
  protected whyOf({ kg, madeBy, method, source, by, at, sealed, sha256 }: ExternalFigureDto): Explanation {
    const { why } = this.t().sealed;
    return {
      formula: why.formula({ madeBy, kg: this.#wording.exact(kg) }),
      steps: [why.method({ method }), why.text({ sealed })],
      caveats: [why.notAgain],
      sources: [{ label: source }],
      versions: [
        { label: why.by, value: by ?? this.t().list.somebody },
        { label: why.at, value: this.#wording.instant(at) },
        { label: why.hash, value: sha256 },
      ],
    };
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async seal(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const buyers = new Map((arrived(this.#choices)?.buyers ?? []).map(({ value, label }) => [value, label] as const));
    const { figures, odd } = parseExternalFigures(this.rows(), buyers, this.names());
    const { missing, done } = this.t().sealed;
    const empty = this.fields()
      .filter(({ value }) => value().trim() === '')
      .map(({ id }) => ({ field: id, sentence: missing }));
    this.faults.set([
      ...odd.map((row) => ({ field: 'sealed-rows', sentence: this.#oddly(row) })),
      ...(odd.length === 0 && figures.length === 0 ? [{ field: 'sealed-rows', sentence: missing }] : []),
      ...empty,
    ]);
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(figureProposalsProposeExternalFigures, {
        body: {
          figures: [...figures],
          madeBy: this.#madeBy().trim(),
          method: this.#method().trim(),
          source: this.#source().trim(),
        },
      });
      this.said.set(done({ figures: figures.length }));
      this.rows.set('');
      this.proposed.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #oddly({ row, what, found }: InvalidRow): string {
    const { rowOdd, buyerOdd, categoryOdd } = this.t().sealed;
    return { row: rowOdd, buyer: buyerOdd, category: categoryOdd }[what]({ row, found });
  }
}
