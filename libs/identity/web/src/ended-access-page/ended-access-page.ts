import { Component, computed, inject, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import type { Role } from '@tallgrunn/api-client';
import { personalDataListEndedMemberships, personalDataErasePerson } from '@tallgrunn/api-client/calls';
import type { EndedMembershipDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, ProblemMessages, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { RowConfirmation } from '../admission/confirm-row.ts';
import { AutoFocus } from '../admission/auto-focus.ts';
import { identityTexts } from '../texts/identity-texts.ts';

/** People whose access to the organisation has ended. An administrator can erase their personal data. */
@Component({
  selector: 'tg-ended-access-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, AutoFocus],
  templateUrl: './ended-access-page.html',
})
export class EndedAccessPage {
  protected readonly t = texts(identityTexts);
  protected readonly ended = read(personalDataListEndedMemberships);
  /** Confirmation state of the person to erase. */
  protected readonly erasing = new RowConfirmation();
  protected readonly status = signal('');
  protected readonly trackRow = (row: EndedMembershipDto) => row.id;
  readonly #wording = inject(Wording);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  protected readonly columns = computed<readonly Column<EndedMembershipDto>[]>(() => {
    const { people, endedAccess, roles } = this.t();
    return [
      { key: 'name', head: people.heads.name, text: (row) => row.name },
      { key: 'email', head: people.heads.email, text: (row) => row.email },
      { key: 'role', head: people.heads.role, text: (row) => roles[row.role as Role] },
      { key: 'endedAt', head: endedAccess.endedAt, text: (row) => this.#wording.date(row.endedAt) },
      { key: 'erase', head: endedAccess.head },
    ];
  });

  protected async erase(row: EndedMembershipDto, pressed: EventTarget | null): Promise<void> {
    try {
      await this.#send(personalDataErasePerson, { membershipId: row.id });
      this.status.set(this.t().endedAccess.done({ name: row.name }));
      this.erasing.done(pressed);
      this.ended.reload();
    } catch (error) {
      this.status.set(this.#messages.sentence(problemOf(error)));
      this.erasing.keep(pressed);
    }
  }
}
