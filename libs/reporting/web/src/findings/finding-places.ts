import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { Finding, FindingGroup, FindingLocation } from '@tallgrunn/checks';
import { Wording, texts } from '@tallgrunn/design';
import { groupName } from '../report-session/report-check-result.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { formatExpected, formatFound } from './format-expected.ts';
import { FindingSource } from './finding-source.ts';

/** The places of a group's findings: the first at once, the rest a hundred at a time. */
@Component({
  selector: 'tg-finding-places',
  templateUrl: './finding-places.html',
  styleUrl: './finding-places.css',
})
export class FindingPlaces {
  readonly group = input.required<FindingGroup>();
  protected readonly t = texts(reportingTexts);
  protected readonly open = signal(false);
  readonly #source = inject(FindingSource);
  readonly #wording = inject(Wording);
  readonly #fetched = linkedSignal<FindingGroup, readonly (Finding & { readonly no?: number })[]>({
    source: this.group,
    computation: () => [],
  });
  protected readonly shown = computed(() =>
    this.open() && this.#fetched().length > 0 ? this.#fetched() : [this.group().example],
  );
  protected readonly left = computed(() => (this.open() ? this.group().count - this.shown().length : 0));
  protected readonly expectedOf = (finding: Finding) => formatExpected(finding, this.#wording);
  protected readonly foundOf = (finding: Finding) => formatFound(finding, this.#wording);
  protected readonly ended = signal(false);

  protected where(place: FindingLocation | null): string {
    return place ? this.t().check.place(place) : '';
  }

  protected async toggle(): Promise<void> {
    this.open.set(!this.open());
    if (this.open() && this.#fetched().length === 0) await this.more();
  }

  protected async more(): Promise<void> {
    const had = this.#fetched();
    const found = await this.#source.findings(groupName(this.group()), had.length, had.at(-1)?.no ?? 0);
    this.ended.set(found.length === 0);
    this.#fetched.set([...had, ...found]);
  }
}
