import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import type { Role } from '@tallgrunn/api-client';
import {
  admissionsVouch,
  colleaguesList,
  invitationsApprove,
  invitationsReject,
  invitationsWithdraw,
  membershipsEnd,
} from '@tallgrunn/api-client/calls';
import type { ColleagueDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { RowConfirmation } from '../admission/confirm-row.ts';
import { AutoFocus } from '../admission/auto-focus.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { ChangeRole } from './change-role.ts';
import { InviteColleague } from './invite-colleague.ts';
import { ResetFactors } from './reset-factors.ts';
import { ProposedEndings } from './proposed-endings.ts';

/** Members and open invitations of the organisation. Administrators can end, approve and change access. */
@Component({
  selector: 'tg-colleagues-page',
  imports: [
    Cell,
    ChangeRole,
    DataTable,
    Empty,
    InviteColleague,
    Loaded,
    PageHeader,
    ProposedEndings,
    ResetFactors,
    RouterLink,
    StatusTag,
    AutoFocus,
  ],
  templateUrl: './colleagues-page.html',
  styleUrl: './colleagues-page.css',
})
export class ColleaguesPage {
  protected readonly t = texts(identityTexts);
  protected readonly a = texts(accessTexts);
  protected readonly session = inject(Session);
  protected readonly wording = inject(Wording);
  protected readonly sort = queryState('sort');
  protected readonly colleagues = read(colleaguesList);
  protected readonly mayInvite = computed(() => this.session.permissions().has('colleague.invite'));
  protected readonly mayEndAny = computed(() => this.session.permissions().has('membership.end-any'));
  /** Id of the membership whose role is being changed; empty for none. */
  protected readonly changing = signal('');
  /** Confirmation state of the membership or invitation to end. */
  protected readonly ending = new RowConfirmation();
  /** Confirmation state of the colleague to vouch for. */
  protected readonly vouching = new RowConfirmation();
  protected readonly said = signal('');
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();

  /** Returns whether a time has passed, by the clock of the installation, which differs in a demo. */
  protected endedBy(at: string): boolean {
    return new Date(at).getTime() <= new Date(this.session.instance()?.asOf ?? Date.now()).getTime();
  }

  /** Returns whether some colleagues are dependent on the reader, so that the page must explain it. */
  protected someDependent(colleagues: readonly ColleagueDto[]): boolean {
    return colleagues.some(({ admission }) => admission && !admission.isReader && !admission.isIndependentOfReader);
  }

  protected readonly trackRow = (colleague: ColleagueDto) => colleague.id;

  protected readonly columns = computed<readonly Column<ColleagueDto>[]>(() => {
    const { heads, noName } = this.t().people;
    const end: readonly Column<ColleagueDto>[] = this.mayInvite() ? [{ key: 'end', head: heads.end }] : [];
    return [
      { key: 'name', head: heads.name, text: (row) => row.name || noName, order: (row) => row.name },
      { key: 'email', head: heads.email, text: (row) => row.email, order: (row) => row.email },
      {
        key: 'role',
        head: heads.role,
        text: (row) => this.t().roles[row.role as Role],
        order: (row) => this.t().roles[row.role as Role],
      },
      { key: 'state', head: heads.state, text: (row) => row.state, order: (row) => row.state },
      { key: 'since', head: heads.since, text: (row) => this.wording.date(row.since), order: (row) => row.since },
      {
        key: 'admission',
        head: heads.admission,
        text: ({ admission }) => (admission ? (admission.admittedBy ?? this.t().people.admittedByOperator) : ''),
      },
      ...end,
    ];
  });

  /** Returns the name for buttons of a row: a person who has not joined has only an e-mail address. */
  protected called({ name, email }: ColleagueDto): { readonly name: string } {
    return { name: name || email };
  }

  protected async vouch(row: ColleagueDto, pressed: EventTarget | null): Promise<void> {
    try {
      await this.#send(admissionsVouch, { membershipId: row.id });
      this.said.set(this.t().people.vouchDone(this.called(row)));
      this.vouching.done(pressed);
      this.colleagues.reload();
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
      this.vouching.keep(pressed);
    }
  }

  protected async end(row: ColleagueDto, pressed: EventTarget | null): Promise<void> {
    const { endDone, withdrawDone } = this.t().people;
    try {
      if (row.state === 'invited') await this.#send(invitationsWithdraw, { invitationId: row.id });
      else await this.#send(membershipsEnd, { membershipId: row.id, body: {} });
      this.said.set((row.state === 'invited' ? withdrawDone : endDone)(this.called(row)));
      this.ending.done(pressed);
      this.colleagues.reload();
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
      this.ending.keep(pressed);
    }
  }

  /** Approves or rejects a person whom another organisation invited. */
  protected async decide(row: ColleagueDto, isApproved: boolean): Promise<void> {
    const { approved, rejected } = this.a().approval;
    try {
      await this.#send(isApproved ? invitationsApprove : invitationsReject, { invitationId: row.id });
      this.said.set((isApproved ? approved : rejected)(this.called(row)));
      this.colleagues.reload();
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
    }
  }

  protected roleChanged(sentence: string): void {
    this.said.set(sentence);
    this.changing.set('');
    this.colleagues.reload();
  }
}
