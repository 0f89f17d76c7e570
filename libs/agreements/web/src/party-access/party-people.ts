import { Component, computed, inject, input, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { invitationsWithdraw, membershipsEnd, membershipsList } from '@tallgrunn/api-client/calls';
import type { ColleagueDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  ErrorSummary,
  Field,
  Loaded,
  ProblemMessages,
  StatusTag,
  fieldError,
  texts,
} from '@tallgrunn/design';
import type { Column, FormError } from '@tallgrunn/design';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { InviteParty } from './invite-party.ts';

/** The users and invited persons of a buyer or supplier, with forms to invite and to end access. */
@Component({
  selector: 'tg-party-people',
  imports: [Cell, DataTable, ErrorSummary, Field, InviteParty, Loaded, StatusTag],
  templateUrl: './party-people.html',
  styles: `
    section {
      display: grid;
      gap: var(--tg-gap-sm);
      grid-template-columns: minmax(0, 1fr);
    }

    .outcome:empty {
      display: none;
    }
  `,
})
export class PartyPeople {
  readonly partyId = input.required<string>();
  readonly name = input.required<string>();
  readonly kind = input.required<'buyer' | 'supplier'>();
  protected readonly t = texts(partyAccessTexts);
  protected readonly members = read(membershipsList, () => ({ organisationId: this.partyId() }));
  protected readonly inviting = signal(false);
  /** The membership about to be ended; empty for none. */
  protected readonly ending = signal('');
  protected readonly outcome = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly faultAt = fieldError;
  protected readonly trackRow = (row: ColleagueDto) => row.id;
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  protected readonly mayInvite = computed(() =>
    this.#session.permissions().has(this.kind() === 'buyer' ? 'buyer.invite' : 'supplier.invite'),
  );
  protected readonly mayEnd = computed(() => this.#session.permissions().has('membership.end-any'));
  protected readonly hasAdministrator = computed(() =>
    (arrived(this.members) ?? []).some(({ role, state }) => state === 'member' && role.endsWith('-administrator')),
  );

  protected readonly columns = computed<readonly Column<ColleagueDto>[]>(() => {
    const { heads, noName, roles } = this.t();
    return [
      { key: 'name', head: heads.name, text: (row) => row.name || noName },
      { key: 'email', head: heads.email, text: (row) => row.email },
      { key: 'role', head: heads.role, text: (row) => roles[row.role] ?? row.role },
      { key: 'state', head: heads.state, text: (row) => row.state },
      ...(this.mayInvite() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected labelOf({ name, email }: ColleagueDto): { readonly name: string } {
    return { name: name || email };
  }

  protected async withdraw(row: ColleagueDto): Promise<void> {
    await this.#run(
      () => this.#send(invitationsWithdraw, { invitationId: row.id }),
      () => this.t().withdrawn(this.labelOf(row)),
    );
  }

  protected async end(event: Event, row: ColleagueDto): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    this.faults.set(reason ? [] : [{ field: 'end-reason', sentence: this.t().endReasonMissing }]);
    if (!reason) return;
    await this.#run(
      () => this.#send(membershipsEnd, { membershipId: row.id, body: { reason } }),
      ({ state }) => (state === 'ended' ? this.t().ended : this.t().endProposed)(this.labelOf(row)),
    );
    this.ending.set('');
  }

  async #run<T>(act: () => Promise<T>, sentence: (result: T) => string): Promise<void> {
    try {
      this.outcome.set(sentence(await act()));
      this.members.reload();
    } catch (error) {
      this.outcome.set(this.#messages.sentence(problemOf(error)));
    }
  }
}
