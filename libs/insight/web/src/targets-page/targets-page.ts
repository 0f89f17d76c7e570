import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import {
  categoriesList,
  combinedFilterOptions,
  measuresListKinds,
  measuresList,
  targetsList,
} from '@tallgrunn/api-client/calls';
import type { BoughtKindDto, ProposedShiftDto } from '@tallgrunn/api-client/shapes';
import { Empty, Loaded, PageHeader, TextLibrary, texts } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { DataProposals } from './data-proposals.ts';
import { MeasureCard } from './measure-card.ts';
import { MeasureForm } from './measure-form.ts';
import { TargetCard } from './target-card.ts';
import { TargetForm } from './target-form.ts';
import { WedgeChart } from './wedge-chart.ts';

/** Page of targets and measures: the figures against the path, the way to the target, and what the measures gave. */
@Component({
  selector: 'tg-targets-page',
  imports: [DataProposals, Empty, Loaded, MeasureCard, MeasureForm, PageHeader, TargetCard, TargetForm, WedgeChart],
  templateUrl: './targets-page.html',
})
export class TargetsPage {
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets);
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
  protected readonly bought = computed(() => arrived(this.#kinds) ?? null);
  /** A proposed shift to be filled in as a measure. */
  protected readonly preset = signal<ProposedShiftDto | null>(null);

  protected reload(): void {
    this.targets.reload();
    this.measures.reload();
  }

  #nameOf({ nameNb, nameNn, nameEn }: BoughtKindDto): string {
    return { nb: nameNb, nn: nameNn, en: nameEn }[this.#library.language()];
  }
}
