import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { siteImportsImport, siteImportsPreview } from '@tallgrunn/api-client/calls';
import type { PlannedRowDto, UnitFileDto, UnitRemarkDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, FileDrop, ProblemMessages, Progress, StatusTag, Wording, texts } from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { partyTexts } from '../texts/party-texts.ts';
import { columnLetters } from './column-letters.ts';
import { describeIssue } from './describe-issue.ts';

const tones: Readonly<Record<PlannedRowDto['state'], StatusTone>> = {
  new: 'good',
  changed: 'attention',
  same: 'quiet',
  'left-out': 'stopped',
};

/** Imports a list of sites and customer numbers, with a preview of each row. */
@Component({
  selector: 'tg-site-import',
  imports: [Cell, DataTable, FileDrop, Progress, StatusTag],
  templateUrl: './site-import.html',
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-sm);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class SiteImport {
  readonly partyId = input.required<string>();
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly endings = ['.xlsx', '.csv'];
  protected readonly sizeBytesMax = limits.assortment.sizeBytesMax;
  protected readonly file = signal<File | null>(null);
  protected readonly plan = signal<UnitFileDto | null>(null);
  protected readonly kept = signal(false);
  protected readonly busy = signal(false);
  protected readonly fault = signal('');
  protected readonly trackRow = (row: PlannedRowDto) => row.row;
  readonly #wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  protected readonly columns = computed<readonly Column<PlannedRowDto>[]>(() => {
    const { rowHeads: heads } = this.t();
    return [
      { key: 'row', head: heads.row, numeric: true, text: (row) => this.#wording.count(row.row) },
      { key: 'buyer', head: heads.buyer, text: (row) => row.buyer },
      { key: 'unit', head: heads.unit, text: (row) => row.unit },
      { key: 'supplier', head: heads.supplier, text: (row) => row.supplier },
      { key: 'number', head: heads.number, text: (row) => row.number },
      { key: 'state', head: heads.state, text: (row) => this.stateOf(row) },
    ];
  });

  protected stateOf({ state }: PlannedRowDto): string {
    return this.t().rowStates[state];
  }

  protected toneOf({ state }: PlannedRowDto): StatusTone {
    return tones[state];
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.file.set(file);
    this.kept.set(false);
    await this.#during(async () =>
      this.plan.set(await this.#send(siteImportsPreview, { partyId: this.partyId(), body: { file } })),
    );
  }

  protected async keep(): Promise<void> {
    const file = this.file();
    if (!file) return;
    await this.#during(async () => {
      this.plan.set(await this.#send(siteImportsImport, { partyId: this.partyId(), body: { file } }));
      this.kept.set(true);
      this.changed.emit();
    });
  }

  protected drop(): void {
    this.file.set(null);
    this.plan.set(null);
    this.kept.set(false);
  }

  protected remark({ code, column, found, expected }: UnitRemarkDto): string {
    const sentence = describeIssue(this.t(), code, { found, expected }) ?? code;
    return column === null ? sentence : this.t().remarkAt({ column: columnLetters(column), sentence });
  }

  async #during(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.fault.set('');
    try {
      await act();
    } catch (error) {
      const problem = problemOf(error);
      this.plan.set(null);
      this.fault.set(describeIssue(this.t(), problem.code) ?? this.#messages.sentence(problem));
    } finally {
      this.busy.set(false);
    }
  }
}
