import { Service, computed, signal } from '@angular/core';
import { sender } from '../http/send.ts';
import {
  sessionSetMembership,
  sessionConfirmSignIn,
  sessionShow,
  sessionSignIn,
  sessionSignOut,
} from '../generated/functions.ts';
import type { SessionDto } from '../generated/models.ts';
import { clearDrafts, clearOthersDrafts } from './device-drafts.ts';
import type { SessionView } from './session-view.ts';

/** Who is signed in on this page and for whom they act. Null until first asked for. */
@Service()
export class Session {
  readonly #send = sender();
  readonly #view = signal<SessionView | null>(null);
  readonly view = this.#view.asReadonly();
  readonly person = computed(() => this.#view()?.person ?? null);
  readonly memberships = computed(() => this.#view()?.memberships ?? []);
  readonly acting = computed(
    () => this.memberships().find((membership) => membership.id === this.#view()?.acting) ?? null,
  );
  readonly role = computed(() => this.acting()?.role ?? null);
  readonly side = computed(() => this.acting()?.organisation.kind ?? null);
  readonly instance = computed(() => this.#view()?.instance ?? null);
  readonly permissions = computed(() => new Set(this.#view()?.permissions ?? []));
  /** The token of a personal link: lets its holder see an obligation and check a file before there is an account. */
  readonly invitation = signal<string | null>(null);
  readonly #leaving = new Set<() => void>();

  /** Asks once; later calls answer at once. Rejects with the HTTP error. */
  async known(): Promise<SessionView> {
    return this.#view() ?? (await this.refresh());
  }

  async refresh(): Promise<SessionView> {
    return this.#store(await this.#send(sessionShow, {}));
  }

  /** Without a person in the answer a second factor is awaited. Rejects with problem `sign-in-failed`. */
  async signIn(email: string, password: string): Promise<SessionView> {
    return this.#store(await this.#send(sessionSignIn, { body: { email, password } }));
  }

  /** Proves again who is signed in. Rejects with problem `password-wrong`. */
  async confirm(password: string): Promise<SessionView> {
    return this.#store(await this.#send(sessionConfirmSignIn, { body: { password } }));
  }

  /** What the person has begun and not sent is removed from this browser too: at once, and what was still on its way to the disk when nobody is here any more. */
  async signOut(): Promise<void> {
    await clearDrafts();
    await this.#send(sessionSignOut, {});
    this.forget();
    await clearDrafts();
    await this.refresh();
  }

  /** Has something forgotten when whoever is signed in is so no more, or is another: the next one at this page is not shown what they began on. What was begun before the first signed in stays. Answers how to leave it. */
  whenLeft(forget: () => void): () => void {
    this.#leaving.add(forget);
    return () => this.#leaving.delete(forget);
  }

  async actFor(membershipId: string): Promise<SessionView> {
    return this.#store(await this.#send(sessionSetMembership, { body: { membershipId } }));
  }

  /** Keeps what another act answered with: an accepted invitation signs its holder in. */
  begin(view: SessionDto): SessionView {
    this.invitation.set(null);
    return this.#store(view);
  }

  /** The server no longer knows us: forget the person, keep what is said of the instance. */
  forget(): void {
    const view = this.#view();
    if (view) this.#set({ ...view, person: null, memberships: [], acting: null, permissions: [] });
  }

  /** The API tells roles and kinds as text; ours are the only ones it tells. */
  #store(shape: SessionDto): SessionView {
    const view = shape as SessionView;
    const { person } = view;
    // Drafts of whoever sat here before are not this person's.
    if (person && person.id !== this.#view()?.person?.id) void clearOthersDrafts(person.id);
    this.#set(view);
    return view;
  }

  #set(view: SessionView): void {
    const before = this.#view()?.person;
    this.#view.set(view);
    if (before && view.person?.id !== before.id) for (const forget of [...this.#leaving]) forget();
  }
}
