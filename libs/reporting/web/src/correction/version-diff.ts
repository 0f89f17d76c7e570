import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { reportDiffsFile, reportDiffsShow } from '@tallgrunn/api-client/calls';
import type { CorrectionDto, DiffLineDto, DiffSideDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  ProblemMessages,
  StatusTag,
  TextLibrary,
  Wording,
  texts,
  type Column,
  type StatusTone,
} from '@tallgrunn/design';
import { fileSaver } from '../obligation/save-file.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

type Kind = DiffLineDto['kind'];
const kinds: readonly Kind[] = ['added', 'removed', 'changed'];
const tones: Record<Kind, StatusTone> = { added: 'good', removed: 'attention', changed: 'waiting' };

/** The changes from the previous version: counts, amount effect, and the lines, largest effect first. */
@Component({
  selector: 'tg-version-diff',
  imports: [Cell, DataTable, StatusTag],
  templateUrl: './version-diff.html',
  styleUrl: './version-diff.css',
})
export class VersionDiff {
  readonly versionId = input.required<string>();
  readonly correction = input.required<CorrectionDto>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly kinds = kinds;
  protected readonly tones = tones;
  protected readonly kind = signal<Kind | ''>('');
  protected readonly lines = signal<readonly DiffLineDto[]>([]);
  protected readonly next = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly track = (line: DiffLineDto) => line;
  readonly #send = sender();
  readonly #save = fileSaver();
  readonly #library = inject(TextLibrary);
  protected readonly total = computed(() => {
    const { added, removed, changed } = this.correction();
    const counts: Record<Kind, number> = { added: added ?? 0, removed: removed ?? 0, changed: changed ?? 0 };
    const kind = this.kind();
    return kind === '' ? counts.added + counts.removed + counts.changed : counts[kind];
  });
  protected readonly summary = computed(() => {
    const { added, removed, changed } = this.correction();
    return this.t().correction.changes({ added: added ?? 0, removed: removed ?? 0, changed: changed ?? 0 });
  });

  protected readonly columns = computed((): readonly Column<DiffLineDto>[] => {
    const { heads } = this.t().correction;
    const both = (line: DiffLineDto, text: (side: DiffSideDto) => string) =>
      this.t().correction.from({
        before: line.before ? text(line.before) : '',
        after: line.after ? text(line.after) : '',
      });
    return [
      { key: 'kind', head: heads.kind, text: ({ kind }) => this.t().correction.kinds[kind] },
      {
        key: 'item',
        head: heads.item,
        text: ({ itemNumber, itemName }) => [itemNumber, itemName].filter(Boolean).join(' '),
      },
      { key: 'buyer', head: heads.buyer, text: ({ buyer }) => buyer ?? this.t().version.unknownBuyer },
      { key: 'date', head: heads.date, text: ({ on }) => (on ? this.wording.date(on, 'short') : '') },
      {
        key: 'quantity',
        head: heads.quantity,
        numeric: true,
        text: (line) =>
          both(line, ({ quantity, unit }) =>
            quantity === null ? '' : `${this.wording.quantity(quantity)} ${unit ?? ''}`.trim(),
          ),
      },
      {
        key: 'price',
        head: heads.price,
        numeric: true,
        text: (line) => both(line, ({ unitPrice }) => (unitPrice === null ? '' : this.wording.amount(unitPrice))),
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: (line) => both(line, ({ amount }) => (amount === null ? '' : this.wording.amount(amount))),
      },
      { key: 'effect', head: heads.effect, numeric: true, text: ({ effect: kroner }) => this.wording.amount(kroner) },
    ];
  });

  constructor() {
    effect(() => {
      this.versionId();
      this.kind();
      untracked(() => void this.#load());
    });
  }

  protected choose(event: Event): void {
    this.kind.set((event.target as HTMLSelectElement).value as Kind | '');
  }

  protected more(): void {
    void this.#load(this.next());
  }

  protected async download(): Promise<void> {
    this.#save(
      await this.#send(reportDiffsFile, { versionId: this.versionId(), language: this.#library.language() }),
      `${this.t().correction.shown}.xlsx`,
    );
  }

  // typed here, because a template does not know the row type
  protected kindOf(kind: Kind): string {
    return this.t().correction.kinds[kind];
  }

  protected toneOf(kind: Kind): StatusTone {
    return tones[kind];
  }

  async #load(after: string | null = null): Promise<void> {
    const [versionId, kind] = [this.versionId(), this.kind()];
    this.problem.set(null);
    try {
      const page = await this.#send(reportDiffsShow, { versionId, ...(kind && { kind }), ...(after && { after }) });
      if (versionId !== this.versionId() || kind !== this.kind()) return;
      this.lines.set(after ? [...this.lines(), ...page.lines] : page.lines);
      this.next.set(page.next);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
