import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import {
  buyerMembershipJoin,
  buyerMembershipLeave,
  buyerMembershipLeftAgreements,
  buyerMembershipPreviewJoin,
  buyerMembershipPreviewLeave,
  buyerMembershipUndoLeave,
} from '@tallgrunn/api-client/calls';
import type { LeftAgreementDto, MembershipEffectDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, texts } from '@tallgrunn/design';
import { partyChangeForm } from '../parties-page/party-change-form.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { todaySignal } from '../today.ts';

type Mode = 'leave' | 'join';

/** Lets a buyer join or leave all agreements on a day, in one step with a preview. */
@Component({
  selector: 'tg-buyer-membership',
  imports: [ErrorSummary, Field, Loaded],
  templateUrl: './buyer-membership.html',
})
export class BuyerMembership {
  readonly buyerId = input.required<string>();
  readonly name = input.required<string>();
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly mode = signal<Mode | null>(null);
  protected readonly day = linkedSignal({ source: this.mode, computation: () => this.#today() });
  protected readonly done = signal('');
  protected readonly change = partyChangeForm('membership');
  readonly #today = todaySignal(inject(Session));
  readonly #send = sender();
  readonly #at = computed(() => ({ buyerId: this.buyerId(), day: this.day() }));
  readonly #leave = read(buyerMembershipPreviewLeave, () =>
    this.mode() === 'leave' && this.day() ? this.#at() : undefined,
  );
  readonly #join = read(buyerMembershipPreviewJoin, () =>
    this.mode() === 'join' && this.day() ? this.#at() : undefined,
  );
  protected readonly preview = computed(() => (this.mode() === 'leave' ? this.#leave : this.#join));
  /** Agreements excluded from joining. */
  readonly #leftOut = signal<ReadonlySet<string>>(new Set());
  protected readonly chosen = computed(() => {
    const effect = this.mode() === 'join' ? arrived(this.#join) : undefined;
    return (effect?.agreements ?? []).filter(({ id }) => !this.#leftOut().has(id)).map(({ id }) => id);
  });

  readonly #left = read(buyerMembershipLeftAgreements, () => ({ buyerId: this.buyerId() }));
  /** Agreements in force that the buyer leaves or has left, by last day. */
  protected readonly leaving = computed(() => [
    ...Map.groupBy(arrived(this.#left) ?? [], ({ lastDay }: LeftAgreementDto) => lastDay ?? ''),
  ]);

  protected async undo(day: string, count: number): Promise<void> {
    const buyerId = this.buyerId();
    if (!(await this.change.run(() => this.#send(buyerMembershipUndoLeave, { buyerId, body: { day } })))) return;
    this.done.set(this.t().membership.undone({ name: this.name(), count }));
    this.#left.reload();
    this.changed.emit();
  }

  protected begin(mode: Mode): void {
    this.done.set('');
    this.#leftOut.set(new Set());
    this.mode.set(mode);
  }

  protected isChosen(id: string): boolean {
    return !this.#leftOut().has(id);
  }

  protected toggle(id: string): void {
    this.#leftOut.update((all) => {
      const next = new Set(all);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async confirm(effect: MembershipEffectDto): Promise<void> {
    const mode = this.mode();
    const [buyerId, day] = [this.buyerId(), this.day()];
    const agreementIds = this.chosen();
    const act = () =>
      mode === 'leave'
        ? this.#send(buyerMembershipLeave, { buyerId, body: { day } })
        : this.#send(buyerMembershipJoin, { buyerId, body: { day, agreementIds } });
    if (!(await this.change.run(act))) return;
    const { left, joined } = this.t().membership;
    this.done.set(
      mode === 'leave'
        ? left({ name: this.name(), count: effect.agreements.length, day })
        : joined({ name: this.name(), count: agreementIds.length, day }),
    );
    this.mode.set(null);
    this.#left.reload();
    this.changed.emit();
  }
}
