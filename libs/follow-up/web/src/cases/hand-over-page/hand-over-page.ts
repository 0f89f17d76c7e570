import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { caseOpeningsHandOver, caseOpeningsResponsibilities } from '@tallgrunn/api-client/calls';
import type { HandOverRequest, HandedOverDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, PageHeader, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';

/** Hands over responsibilities of one contract manager to another: everything, or what is chosen; and takes it back. */
@Component({
  selector: 'tg-hand-over-page',
  imports: [ErrorSummary, Field, Loaded, PageHeader],
  templateUrl: './hand-over-page.html',
})
export class HandOverPage {
  protected readonly t = texts(casesTexts);
  protected readonly people = read(caseOpeningsResponsibilities);
  protected readonly active = computed(() => (arrived(this.people) ?? []).filter(({ isActive }) => isActive));
  /** By default the person who looks, if responsible for anything. */
  protected readonly from = linkedSignal(
    () => (arrived(this.people) ?? []).find(({ person }) => person.isMe)?.person.id ?? '',
  );
  protected readonly holder = computed(() =>
    (arrived(this.people) ?? []).find(({ person }) => person.id === this.from()),
  );
  /** Agreements and cases that are not handed over. */
  readonly #kept = linkedSignal<ReadonlySet<string>>(() => (this.from(), new Set()));
  protected readonly chosen = computed(() => {
    const isChosen = ({ id }: { readonly id: string }) => !this.#kept().has(id);
    return {
      agreementIds: (this.holder()?.agreements ?? []).filter(isChosen).map(({ id }) => id),
      caseIds: (this.holder()?.cases ?? []).filter(isChosen).map(({ id }) => id),
    };
  });
  protected readonly isPartial = computed(() => this.#kept().size > 0);
  protected readonly chosenCount = computed(() => this.chosen().agreementIds.length + this.chosen().caseIds.length);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly done = signal<HandedOverDto | null>(null);
  protected readonly isUndone = signal(false);
  protected readonly faultAt = fieldError;
  readonly #last = signal<HandOverRequest | null>(null);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected isKept(id: string): boolean {
    return this.#kept().has(id);
  }

  protected toggle(id: string): void {
    this.#kept.update((kept) => {
      const next = new Set(kept);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected async save(event: Event, toPersonId: string, untilOn: string): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const fromPersonId = this.from();
    const { missing, noneChosen } = this.t().hand;
    const isPair = fromPersonId !== '' && toPersonId !== '' && fromPersonId !== toPersonId;
    this.faults.set([
      ...(isPair ? [] : [{ field: 'hand-from', sentence: missing }]),
      ...(this.isPartial() && this.chosenCount() === 0 ? [{ field: 'hand-what', sentence: noneChosen }] : []),
    ]);
    if (this.faults().length > 0) return;
    const ids = this.chosen();
    const isAll = !this.isPartial();
    await this.#try(async () => {
      this.done.set(
        await this.#send(caseOpeningsHandOver, {
          body: { fromPersonId, toPersonId, ...(isAll ? { untilOn: untilOn || null } : ids) },
        }),
      );
      this.isUndone.set(false);
      this.#last.set({ fromPersonId: toPersonId, toPersonId: fromPersonId, ...ids });
    });
  }

  /** A person who is no contract manager any more cannot get anything back. */
  protected mayUndo(): boolean {
    return !this.isUndone() && this.active().some(({ person }) => person.id === this.#last()?.toPersonId);
  }

  protected async undo(): Promise<void> {
    const body = this.#last();
    if (body === null || this.sending()) return;
    await this.#try(async () => {
      await this.#send(caseOpeningsHandOver, { body });
      this.isUndone.set(true);
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.sending.set(true);
    try {
      await act();
      this.people.reload();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }
}
