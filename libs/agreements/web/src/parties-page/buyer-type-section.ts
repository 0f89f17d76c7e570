import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sender } from '@tallgrunn/api-client';
import { buyerOwnersCreate, buyerOwnersEnd, buyerPartiesSetType } from '@tallgrunn/api-client/calls';
import type { MemberDto, PartySummaryDto, PartyTreeDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Wording, fieldError, texts } from '@tallgrunn/design';
import { divide } from '@tallgrunn/values';
import { partyTexts } from '../texts/party-texts.ts';
import { partyChangeForm, valuesOf } from './party-change-form.ts';
import { ValidityText } from './validity-text.ts';

export const buyerTypes = ['municipality', 'iks', 'kf', 'church', 'private-kindergarten', 'host-cooperation'] as const;

/** The type of a buyer, its host municipality, and its owners. */
@Component({
  selector: 'tg-buyer-type-section',
  imports: [ErrorSummary, Field, RouterLink, ValidityText],
  templateUrl: './buyer-type-section.html',
  styleUrl: './buyer-type-section.css',
})
export class BuyerTypeSection {
  readonly party = input.required<PartyTreeDto>();
  readonly buyers = input.required<readonly PartySummaryDto[]>();
  readonly mayWrite = input(false);
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly kinds = buyerTypes;
  protected readonly body = partyChangeForm('body');
  protected readonly member = partyChangeForm('member');
  protected readonly faultAt = fieldError;
  protected readonly others = computed(() => this.buyers().filter(({ id }) => id !== this.party().id));
  readonly #send = sender();
  readonly #wording = inject(Wording);

  protected share({ share }: MemberDto): string {
    return share === null ? '' : this.#wording.share(Number(share));
  }

  protected async saveBody(event: Event): Promise<void> {
    const { kind, hostId } = valuesOf(event);
    const body = { kind: buyerTypes.find((each) => each === kind) ?? 'municipality', hostId: hostId || null };
    if (await this.body.run(() => this.#send(buyerPartiesSetType, { partyId: this.party().id, body })))
      this.changed.emit();
  }

  protected async addMember(event: Event): Promise<void> {
    const values = valuesOf(event);
    if (!this.member.filled(values, ['memberId', 'fromOn'])) return;
    const { memberId = '', share, fromOn = '', untilOn } = values;
    const body = {
      memberId,
      share: share ? divide(share.replace(',', '.'), '100', 6) : null,
      fromOn,
      untilOn: untilOn || null,
    };
    if (await this.member.run(() => this.#send(buyerOwnersCreate, { partyId: this.party().id, body })))
      this.changed.emit();
  }

  protected async endMember(event: Event, { id }: MemberDto): Promise<void> {
    const { untilOn } = valuesOf(event);
    if (
      await this.member.run(() =>
        this.#send(buyerOwnersEnd, { partyId: this.party().id, ownerId: id, body: { untilOn: untilOn || null } }),
      )
    )
      this.changed.emit();
  }
}
