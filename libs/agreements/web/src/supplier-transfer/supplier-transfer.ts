import { Component, computed, input, output, signal } from '@angular/core';
import { arrived, read, sender } from '@tallgrunn/api-client';
import {
  membershipsList,
  partyInvitationsInviteMany,
  supplierTransferPreviewTransfer,
  supplierTransferTransferSupplier,
} from '@tallgrunn/api-client/calls';
import type { PartySummaryDto, PartyTreeDto, TransferEffectDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, texts } from '@tallgrunn/design';
import { partyChangeForm } from '../parties-page/party-change-form.ts';
import { partyTexts } from '../texts/party-texts.ts';

/** Lets one supplier take over from another on a day, in one step with a preview. */
@Component({
  selector: 'tg-supplier-transfer',
  imports: [ErrorSummary, Field, Loaded],
  templateUrl: './supplier-transfer.html',
})
export class SupplierTransfer {
  readonly party = input.required<PartyTreeDto>();
  readonly all = input.required<readonly PartySummaryDto[]>();
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly into = signal('');
  protected readonly day = signal('');
  protected readonly done = signal('');
  /** The supplier that has just taken over; its users are not invited yet. */
  protected readonly successor = signal<{ readonly id: string; readonly name: string } | null>(null);
  protected readonly invited = signal('');
  readonly #members = read(membershipsList, () => (this.successor() ? { organisationId: this.party().id } : undefined));
  protected readonly addresses = computed(() =>
    (arrived(this.#members) ?? []).filter(({ state }) => state === 'member').map(({ email }) => email),
  );
  protected readonly change = partyChangeForm('transfer');
  protected readonly others = computed(() =>
    this.all().filter(({ kind, id }) => kind === 'supplier' && id !== this.party().id),
  );
  readonly #send = sender();
  protected readonly preview = read(supplierTransferPreviewTransfer, () =>
    this.into() && this.day() ? { supplierId: this.party().id, into: this.into(), day: this.day() } : undefined,
  );
  protected readonly isAsked = computed(() => this.into() !== '' && this.day() !== '');

  protected listsOf(
    effect: TransferEffectDto,
  ): readonly { readonly heading: string; readonly lines: readonly string[] }[] {
    const { transfer } = this.t();
    const holdings = (list: TransferEffectDto['moving']) => list.map(transfer.holding);
    return [
      { heading: transfer.moving({ into: effect.into, count: effect.moving.length }), lines: holdings(effect.moving) },
      {
        heading: transfer.shared({ into: effect.into, count: effect.sharedAlready.length }),
        lines: holdings(effect.sharedAlready),
      },
      { heading: transfer.later({ count: effect.later.length }), lines: holdings(effect.later) },
      {
        heading: transfer.withoutPrices({ into: effect.into, count: effect.withoutPrices.length }),
        lines: effect.withoutPrices,
      },
      { heading: transfer.users({ into: effect.into, count: effect.users.length }), lines: effect.users },
    ].filter(({ lines }) => lines.length > 0);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected async confirm(effect: TransferEffectDto): Promise<void> {
    const [into, day] = [this.into(), this.day()];
    const act = () =>
      this.#send(supplierTransferTransferSupplier, { supplierId: this.party().id, body: { into, day } });
    if (!(await this.change.run(act))) return;
    this.done.set(this.t().transfer.done({ into: effect.into, day, count: effect.moving.length }));
    this.successor.set({ id: into, name: effect.into });
    this.invited.set('');
    this.into.set('');
    this.day.set('');
    this.changed.emit();
  }

  protected async invite(partyId: string): Promise<void> {
    const invitations = this.addresses().map((email) => ({ partyId, email }));
    const sent = { sent: 0, refused: 0 };
    const act = async () => {
      for (const { state } of await this.#send(partyInvitationsInviteMany, { body: { invitations } })) sent[state] += 1;
    };
    if (!(await this.change.run(act))) return;
    this.invited.set(this.t().transfer.invited(sent));
    this.successor.set(null);
  }
}
