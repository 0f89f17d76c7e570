import { Component, computed, inject } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import {
  categoriesList,
  combinedFilterOptions,
  measuresListKinds,
  measuresList,
  targetsList,
} from '@tallgrunn/api-client/calls';
import type { BoughtKindDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { tonnes } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';
import { MeasureCard } from './measure-card.ts';
import { MeasureForm } from './measure-form.ts';
import { TargetCard } from './target-card.ts';
import { TargetForm } from './target-form.ts';
import { WedgeChart } from './wedge-chart.ts';

const HALF = 0.5;
const KINDS_MAX = 12;

/** Page of targets and measures: the figures against the path, the way to the target, and what the measures gave. */
@Component({
  selector: 'tg-targets-page',
  imports: [Empty, Loaded, MeasureCard, MeasureForm, PageHeader, TargetCard, TargetForm, WedgeChart],
  templateUrl: './targets-page.html',
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class TargetsPage {
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets);
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('target.write'));
  protected readonly targets = read(targetsList);
  protected readonly measures = read(measuresList);
  readonly #choices = read(combinedFilterOptions);
  readonly #categories = read(categoriesList);
  readonly #kinds = read(measuresListKinds, () => ({}));
  protected readonly buyers = computed(() => arrived(this.#choices)?.buyers ?? []);
  protected readonly listed = computed(() => arrived(this.measures) ?? []);
  protected readonly categories = computed(() => {
    const language = this.#library.language();
    return new Map((arrived(this.#categories) ?? []).map(({ code, name }) => [code, name[language]] as const));
  });
  protected readonly kinds = computed(() =>
    (arrived(this.#kinds)?.kinds ?? []).map((kind) => ({ ...kind, name: this.#nameOf(kind) })),
  );
  protected readonly kindNames = computed(() => new Map(this.kinds().map(({ code, name }) => [code, name] as const)));
  /** The fewest kinds of goods with at least half of the emissions. */
  protected readonly largest = computed(() => {
    const kinds = this.kinds();
    const total = kinds.reduce((sum, { kgCo2e }) => sum + Number(kgCo2e), 0);
    let reached = 0;
    const rows = kinds.filter(({ kgCo2e }, at) => {
      const isPart = at < KINDS_MAX && reached < HALF * total;
      reached += isPart ? Number(kgCo2e) : 0;
      return isPart;
    });
    return { rows, share: total > 0 ? reached / total : 0 };
  });
  protected readonly suggestion = computed(() => {
    const months = arrived(this.#kinds)?.months ?? null;
    const { rows, share } = this.largest();
    return months === null || rows.length === 0
      ? this.t().proposal.none
      : this.t().proposal.finding({ count: rows.length, share: String(share), months });
  });
  protected readonly largestRows = computed(() =>
    this.largest().rows.map(({ code, name, mass, kgCo2e }) => ({
      code,
      name,
      mass: this.#wording.count(Math.round(Number(mass))),
      emitted: this.#wording.quantity(tonnes(kgCo2e)),
      perKg: this.#wording.quantity((Number(kgCo2e) / Number(mass)).toFixed(2)),
    })),
  );

  protected reload(): void {
    this.targets.reload();
    this.measures.reload();
  }

  #nameOf({ nameNb, nameNn, nameEn }: BoughtKindDto): string {
    return { nb: nameNb, nn: nameNn, en: nameEn }[this.#library.language()];
  }
}
