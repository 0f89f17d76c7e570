import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { FormerIdentityDto, PartySummaryDto, PartyTreeDto } from '@tallgrunn/api-client/shapes';
import { DataTable, SidePanel, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { OrgNumber } from '@tallgrunn/values';
import { organisationTexts } from '../texts/organisation-texts.ts';
import { CorrectForm } from './correct-form.ts';
import { MergeForm } from './merge-form.ts';

/** Previous names and numbers of an organisation, with forms for correcting and merging it for permitted users. */
@Component({
  selector: 'tg-identity-section',
  imports: [CorrectForm, DataTable, MergeForm, RouterLink, SidePanel],
  templateUrl: './identity-section.html',
  styles: `
    .outcome:empty {
      display: none;
    }
  `,
})
export class IdentitySection {
  readonly party = input.required<PartyTreeDto>();
  /** Every buyer and supplier, as candidates for a merge. */
  readonly all = input<readonly PartySummaryDto[]>([]);
  readonly changed = output();
  protected readonly t = texts(organisationTexts);
  readonly #session = inject(Session);
  protected readonly mayCorrect = computed(
    () => this.#session.permissions().has('organisation.correct') && !this.party().mergedInto,
  );
  readonly #router = inject(Router);
  protected readonly open = signal<'correct' | 'merge' | null>(null);
  protected readonly outcome = signal('');
  protected readonly trackRow = ({ id }: FormerIdentityDto) => id;
  protected readonly columns = computed((): readonly Column<FormerIdentityDto>[] => {
    const { heads, days } = this.t();
    return [
      { key: 'name', head: heads.name, text: ({ name }) => name },
      {
        key: 'orgNumber',
        head: heads.orgNumber,
        text: ({ orgNumber }) => (orgNumber ? OrgNumber.format(orgNumber) : '–'),
      },
      { key: 'days', head: heads.days, text: ({ validFrom: from, validTo: to }) => days({ from, to }) },
      { key: 'reason', head: heads.reason, text: ({ reason }) => reason ?? '–' },
      { key: 'correctedBy', head: heads.correctedBy, text: ({ correctedBy }) => correctedBy ?? '–' },
    ];
  });

  protected close(isSaved: boolean): void {
    this.open.set(null);
    this.outcome.set(isSaved ? this.t().corrected : '');
    if (isSaved) this.changed.emit();
  }

  protected async closeMerge(intoId: string): Promise<void> {
    this.open.set(null);
    if (intoId) await this.#router.navigate(['/parties', intoId], { queryParamsHandling: 'preserve' });
  }
}
