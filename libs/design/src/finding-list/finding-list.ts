import { Component, TemplateRef, contentChild, computed, input, signal } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { StatusTag } from '../status-tag/status-tag.ts';
import type { StatusTone } from '../status-tag/status-tag.ts';
import { designTexts } from '../texts/design-texts.ts';
import { texts } from '../texts/text-library.ts';

export type FindingSeverity = 'blocksFile' | 'blocksRow' | 'confirm' | 'info';

/** One location of a finding. Rows are numbered from 1 as in the file; `found` and `expected` are display texts. */
export interface FindingLocation {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly expected: string | null;
}

/** Findings of one cause: the sentence, number of occurrences, amount concerned, what to do, and locations. */
export interface FindingGroup {
  readonly key: string;
  readonly severity: FindingSeverity;
  readonly sentence: string;
  readonly count: number;
  /** "4 212 kr", or empty. */
  readonly amount: string;
  readonly whatToDo: string;
  readonly places: readonly FindingLocation[];
}

const tones: Record<FindingSeverity, StatusTone> = {
  blocksFile: 'stopped',
  blocksRow: 'stopped',
  confirm: 'attention',
  info: 'quiet',
};
const order: readonly FindingSeverity[] = ['blocksFile', 'blocksRow', 'confirm', 'info'];

/** Lists findings by cause, most severe first. `<ng-template let-group>` inside provides the actions per group. */
@Component({
  selector: 'tg-finding-list',
  imports: [NgTemplateOutlet, StatusTag],
  templateUrl: './finding-list.html',
  styleUrl: './finding-list.css',
})
export class FindingList {
  readonly groups = input.required<readonly FindingGroup[]>();
  /** Number of locations shown before "show all". */
  readonly few = input(3);
  protected readonly acts = contentChild(TemplateRef);
  protected readonly t = texts(designTexts);
  protected readonly tones = tones;
  protected readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly sorted = computed(() =>
    [...this.groups()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
  );

  protected shown(group: FindingGroup): readonly FindingLocation[] {
    return this.opened().has(group.key) ? group.places : group.places.slice(0, this.few());
  }

  protected toggle(key: string): void {
    this.opened.update((open) =>
      open.has(key) ? new Set([...open].filter((other) => other !== key)) : new Set([...open, key]),
    );
  }

  protected where(place: FindingLocation): string {
    if (place.row === null) return [place.sheet, place.column].filter(Boolean).join(' · ');
    return this.t().rowPlace({ sheet: place.sheet, row: place.row, column: place.column });
  }
}
