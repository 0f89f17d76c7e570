import { Component, computed, inject, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { partyInvitationsInviteMany, partyInvitationsWithoutUsers, partiesList } from '@tallgrunn/api-client/calls';
import type { PartyInvitationResultDto, PartyWithoutUsersDto } from '@tallgrunn/api-client/shapes';
import { Denied, Empty, ErrorSummary, Field, Loaded, PageHeader, ProblemMessages, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { NoAgreements } from '../no-agreements/no-agreements.ts';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { partyTexts } from '../texts/party-texts.ts';

/** Buyers and suppliers without users: one invitation each, sent together. */
@Component({
  selector: 'tg-waiting-parties-page',
  imports: [Denied, Empty, ErrorSummary, Field, Loaded, NoAgreements, PageHeader],
  templateUrl: './waiting-parties-page.html',
  styleUrl: './waiting-parties-page.css',
})
export class PartiesWithoutUsersPage {
  protected readonly t = texts(partyAccessTexts);
  protected readonly p = texts(partyTexts);
  protected readonly max = limits.invitation.messageCharactersMax;
  readonly #session = inject(Session);
  protected readonly mayInvite = computed(() => this.#session.permissions().has('supplier.invite'));
  protected readonly parties = read(partyInvitationsWithoutUsers, () => (this.mayInvite() ? {} : undefined));
  readonly #all = read(partiesList, () => (this.mayInvite() ? {} : undefined));
  /** True when there are no buyers and suppliers at all. */
  protected readonly isEmptyRegister = computed(() => arrived(this.#all)?.length === 0);
  protected readonly groups = computed(() =>
    (['buyer', 'supplier'] as const)
      .map((kind) => ({ kind, rows: (arrived(this.parties) ?? []).filter((row) => row.kind === kind) }))
      .filter(({ rows }) => rows.length > 0),
  );
  readonly #typed = signal<Readonly<Record<string, string>>>({});
  readonly #chosen = signal<ReadonlySet<string>>(new Set());
  readonly #message = signal('');
  protected readonly chosenCount = computed(() => this.#chosen().size);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly outcome = signal('');
  protected readonly refused = signal('');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected emailOf({ id, contact, invited }: PartyWithoutUsersDto): string {
    return this.#typed()[id] ?? invited?.email ?? contact?.email ?? '';
  }

  protected type(row: PartyWithoutUsersDto, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.#typed.update((typed) => ({ ...typed, [row.id]: value }));
  }

  protected write(event: Event): void {
    this.#message.set((event.target as HTMLTextAreaElement).value);
  }

  protected isChosen({ id }: PartyWithoutUsersDto): boolean {
    return this.#chosen().has(id);
  }

  protected toggle({ id }: PartyWithoutUsersDto): void {
    this.#chosen.update(
      (chosen) => new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]),
    );
  }

  /**
   * Selects those with an address and no invitation, up to the maximum per request. Those whose agreements have all
   * ended need no access.
   */
  protected chooseAll(rows: readonly PartyWithoutUsersDto[]): void {
    const ready = rows
      .filter((row) => row.invited === null && row.agreements.length > 0 && this.emailOf(row) !== '')
      .slice(0, limits.invitation.atOnceMax);
    this.#chosen.set(new Set(ready.map(({ id }) => id)));
  }

  protected async send(event: Event, rows: readonly PartyWithoutUsersDto[]): Promise<void> {
    event.preventDefault();
    const chosen = rows.filter((row) => this.isChosen(row));
    this.faults.set(this.#faults(chosen));
    if (this.faults().length > 0 || this.sending()) return;
    this.sending.set(true);
    try {
      const message = this.#message().trim() || null;
      const invitations = chosen.map((row) => ({ partyId: row.id, email: this.emailOf(row).trim(), message }));
      this.#report(await this.#send(partyInvitationsInviteMany, { body: { invitations } }), rows);
      this.#chosen.set(new Set());
      this.parties.reload();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #faults(chosen: readonly PartyWithoutUsersDto[]): readonly FormError[] {
    const t = this.t();
    if (chosen.length === 0) return [{ field: '', sentence: t.waiting.none }];
    const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
    return chosen
      .filter((row) => !isAddress(this.emailOf(row)))
      .map((row) => ({ field: `email-${row.id}`, sentence: `${row.name}: ${t.emailOdd}` }));
  }

  #report(results: readonly PartyInvitationResultDto[], rows: readonly PartyWithoutUsersDto[]): void {
    const { waiting } = this.t();
    const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? '';
    const refused = results.filter(({ state }) => state === 'refused');
    this.outcome.set(waiting.sent({ count: results.length - refused.length }));
    const names = refused.map(
      ({ partyId, code }) => `${nameOf(partyId)} (${waiting.reasons[code ?? ''] ?? waiting.otherReason})`,
    );
    this.refused.set(names.length > 0 ? waiting.refused({ names: names.join(', ') }) : '');
  }
}
