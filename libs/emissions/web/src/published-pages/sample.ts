import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { read } from '@tallgrunn/api-client';
import { auditingSample } from '@tallgrunn/api-client/calls';
import type { SampledLineDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Field,
  Loaded,
  Wording,
  designTexts,
  queryState,
  texts,
  type Column,
} from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';

const units = ['kroner', 'kg'] as const;

/**
 * Draws a sample of a published run. Seed, size and unit are stored in the URL, so that the link draws the same sample.
 */
@Component({
  selector: 'tg-sample',
  imports: [Cell, DataTable, Field, Loaded, RouterLink],
  templateUrl: './sample.html',
  styles: `
    .choices {
      align-items: end;
      display: grid;
      gap: var(--tg-gap);
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    }

    .choices p {
      margin: 0;
    }
  `,
})
export class Sample {
  readonly run = input.required<number>();
  /** Limits the sample to the scope of a publication; default: the whole run. */
  readonly publication = input<string>();
  protected readonly t = texts(publishedTexts);
  protected readonly design = texts(designTexts);
  protected readonly why = texts(designTexts);
  protected readonly wording = inject(Wording);
  protected readonly units = units;
  readonly #emissions = texts(emissionsTexts);
  readonly #router = inject(Router);
  readonly #seed = queryState('seed');
  readonly #size = queryState('size', '25');
  readonly #unit = queryState('unit', 'kroner');
  protected readonly asked = computed(() => this.#seed() !== '');
  /** Default seed of the form: the run number. */
  protected readonly seed = computed(() => this.#seed() || String(this.run()));
  protected readonly size = computed(() => (/^\d{1,3}$/.test(this.#size()) ? this.#size() : '25'));
  protected readonly unitOf = computed(() => units.find((unit) => unit === this.#unit()) ?? 'kroner');
  protected readonly sample = read(auditingSample, () =>
    this.asked()
      ? {
          number: this.run(),
          seed: this.#seed(),
          size: Number(this.size()),
          unit: this.unitOf(),
          publication: this.publication(),
        }
      : undefined,
  );
  protected readonly track = ({ batchId, lineNo, part }: SampledLineDto) => `${batchId}:${lineNo}:${part}`;
  protected readonly columns = computed<readonly Column<SampledLineDto>[]>(() => {
    const { heads, certain } = this.t().run;
    const methods = this.#emissions().page.methods as Readonly<Record<string, string>>;
    return [
      { key: 'line', head: heads.line, text: (row) => this.nameOf(row) },
      { key: 'buyer', head: heads.buyer, text: ({ buyer }) => buyer ?? this.design().notStated },
      {
        key: 'day',
        head: heads.day,
        text: ({ spentOn }) => (spentOn ? this.wording.date(spentOn) : this.design().notStated),
      },
      { key: 'amount', head: heads.amount, numeric: true, text: ({ amount }) => this.wording.amount(amount, 2) },
      {
        key: 'kg',
        head: heads.kg,
        numeric: true,
        text: ({ kg }) => (kg === null ? this.design().notCalculated : this.wording.amount(kg, 1)),
      },
      { key: 'method', head: heads.method, text: ({ method }) => methods[method] ?? method },
      {
        key: 'hits',
        head: heads.hits,
        numeric: true,
        text: ({ hits, certain: always }) => (always ? certain({ hits }) : this.wording.count(hits)),
      },
    ];
  });

  protected nameOf({ seller, text }: SampledLineDto): string {
    return [seller, text].filter(Boolean).join(': ') || this.t().run.noText;
  }

  protected hitsOf(lines: readonly SampledLineDto[]): number {
    return lines.reduce((sum, { hits }) => sum + hits, 0);
  }

  protected draw(event: Event): void {
    event.preventDefault();
    const at = (id: string) => (event.target as HTMLFormElement).querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    void this.#router.navigate([], {
      queryParams: { seed: at('sample-seed'), size: at('sample-size'), unit: at('sample-unit') },
      queryParamsHandling: 'merge',
    });
  }
}
