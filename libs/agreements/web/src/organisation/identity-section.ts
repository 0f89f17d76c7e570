import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import type { FormerIdentityView, PartyTree } from '@tallgrunn/api-client/shapes';
import { DataTable, SidePanel, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { OrgNumber } from '@tallgrunn/values';
import { organisationTexts } from '../texts/organisation-texts.ts';
import { CorrectForm } from './correct-form.ts';

/** Former names and numbers of one organisation, and the form that corrects them for those who may. */
@Component({
  selector: 'tg-identity-section',
  imports: [CorrectForm, DataTable, SidePanel],
  templateUrl: './identity-section.html',
  styles: `
    .outcome:empty {
      display: none;
    }
  `,
})
export class IdentitySection {
  readonly party = input.required<PartyTree>();
  readonly changed = output();
  protected readonly t = texts(organisationTexts);
  readonly #session = inject(Session);
  protected readonly mayCorrect = computed(() => this.#session.permissions().has('organisation.correct'));
  protected readonly isCorrecting = signal(false);
  protected readonly outcome = signal('');
  protected readonly trackRow = ({ id }: FormerIdentityView) => id;
  protected readonly columns = computed((): readonly Column<FormerIdentityView>[] => {
    const { heads, days } = this.t();
    return [
      { key: 'name', head: heads.name, text: ({ name }) => name },
      { key: 'orgNumber', head: heads.orgNumber, text: ({ orgNumber }) => (orgNumber ? OrgNumber.format(orgNumber) : '–') },
      { key: 'days', head: heads.days, text: ({ validFrom: from, validTo: to }) => days({ from, to }) },
      { key: 'reason', head: heads.reason, text: ({ reason }) => reason ?? '–' },
      { key: 'correctedBy', head: heads.correctedBy, text: ({ correctedBy }) => correctedBy ?? '–' },
    ];
  });

  protected close(isSaved: boolean): void {
    this.isCorrecting.set(false);
    this.outcome.set(isSaved ? this.t().corrected : '');
    if (isSaved) this.changed.emit();
  }
}
