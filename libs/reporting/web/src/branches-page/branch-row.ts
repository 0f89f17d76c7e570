import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BranchObligationDto } from '@tallgrunn/api-client/shapes';
import { StatusTag, Wording, texts, type StatusTone } from '@tallgrunn/design';
import { NilReturn } from '../nil-return/nil-return.ts';
import { statusTones } from '../obligation/obligation-status.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import type { BranchIdentification } from './branch-files.ts';
import type { BranchResult } from './branch-work.ts';

const resultTones: Record<BranchResult['state'], StatusTone> = {
  waiting: 'waiting',
  checking: 'waiting',
  ready: 'good',
  asks: 'attention',
  stopped: 'stopped',
  failed: 'stopped',
  sending: 'waiting',
  differs: 'attention',
};

/** One branch of a chain: what it has delivered, the file to send for it, or that it is missing. */
@Component({
  selector: 'tg-branch-row',
  imports: [NilReturn, RouterLink, StatusTag],
  templateUrl: './branch-row.html',
  styleUrl: './branch-row.css',
})
export class BranchRow {
  readonly obligation = input.required<BranchObligationDto>();
  readonly file = input<File | null>(null);
  readonly how = input<BranchIdentification | null>(null);
  readonly result = input<BranchResult | null>(null);
  readonly mayReport = input(false);
  readonly release = output<void>();
  /** Emits the obligation id after a nil return has been submitted. */
  readonly reported = output<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(branchTexts);
  protected readonly wording = inject(Wording);
  protected readonly owes = computed(
    () =>
      this.obligation().exemptReason === null &&
      (this.obligation().version === null || this.obligation().version?.state === 'returned'),
  );
  protected readonly tone = computed((): StatusTone => {
    const result = this.owes() ? this.result() : null;
    if (result) return resultTones[result.state];
    return this.owes() && this.obligation().state !== 'returned'
      ? this.obligation().state === 'overdue'
        ? 'stopped'
        : 'attention'
      : statusTones[this.obligation().state];
  });
  protected readonly status = computed(() => {
    const result = this.owes() ? this.result() : null;
    if (result) return this.s().results[result.state];
    return this.owes() && this.obligation().state !== 'returned'
      ? this.s().missing
      : this.t().state[this.obligation().state];
  });
}
