import { Component, computed, inject, input, signal } from '@angular/core';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import {
  claimsClaim,
  claimsEditLetter,
  claimsLetter,
  claimsLines,
  claimsSendClaim,
  claimsWithdrawClaim,
  claimsWorkbook,
} from '@tallgrunn/api-client/calls';
import type { ClaimDto, ClaimLineDto } from '@tallgrunn/api-client/shapes';
import {
  DataTable,
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  TextLibrary,
  Wording,
  fieldError,
  texts,
  type Column,
} from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { formValues, injectFormAction, injectSaveFile } from './act.ts';
import { ClaimCredits } from './claim-credits.ts';
import { ClaimOutcome } from './claim-outcome.ts';
import { LetterForm, type EditedLetter } from './letter-form.ts';
import { RespondToClaim } from './respond-to-claim.ts';

/** One claim, for both sides: lines, letter, response, credits and log. */
@Component({
  selector: 'tg-claim-page',
  imports: [ClaimCredits, ClaimOutcome, DataTable, ErrorSummary, Field, LetterForm, Loaded, PageHeader, RespondToClaim],
  templateUrl: './claim-page.html',
})
export class ClaimPage {
  readonly claim = input.required<string>();
  protected readonly t = texts(claimsTexts);
  protected readonly wording = inject(Wording);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly sentTo = signal<number | null>(null);
  readonly #send = sender();
  readonly #saveFile = injectSaveFile();
  readonly #session = inject(Session);
  readonly #language = inject(TextLibrary).language;
  protected readonly mayManage = computed(() => this.#session.permissions().has('claim.manage'));
  protected readonly mayRespond = computed(() => this.#session.permissions().has('claim.respond'));
  protected readonly view = read(claimsClaim, () => ({ claimId: this.claim() }));
  protected readonly lines = read(claimsLines, () => ({ claimId: this.claim() }));

  protected readonly columns = computed((): readonly Column<ClaimLineDto>[] => {
    const t = this.t();
    const { heads } = t.pair;
    const currency = arrived(this.view)?.currency ?? 'NOK';
    const money = (of: (row: ClaimLineDto) => string) => (row: ClaimLineDto) => t.money({ amount: of(row), currency });
    return [
      {
        key: 'item',
        head: heads.item,
        text: ({ itemNumber, itemName }) => [itemNumber, itemName].filter(Boolean).join(' '),
      },
      { key: 'buyer', head: heads.buyer, text: ({ buyer }) => buyer ?? '' },
      { key: 'on', head: heads.on, text: ({ chargedOn }) => (chargedOn ? this.wording.date(chargedOn, 'short') : '') },
      {
        key: 'quantity',
        head: heads.quantity,
        numeric: true,
        text: ({ quantity, unit }) =>
          quantity === null ? '' : [this.wording.quantity(quantity), unit].filter(Boolean).join(' '),
      },
      { key: 'price', head: heads.price, numeric: true, text: money(({ price }) => price) },
      { key: 'agreed', head: heads.agreed, numeric: true, text: money(({ agreedPrice }) => agreedPrice) },
      { key: 'difference', head: heads.difference, numeric: true, text: money(({ amount }) => amount) },
    ];
  });

  protected isOpen({ state }: ClaimDto): boolean {
    return state === 'sent' || state === 'agreed' || state === 'partly-agreed';
  }

  protected saveLetter = (body: EditedLetter): Promise<unknown> =>
    this.#send(claimsEditLetter, { claimId: this.claim(), body });

  protected letter = (): Promise<Blob> => this.#send(claimsLetter, { claimId: this.claim() });

  protected async workbook({ number }: ClaimDto): Promise<void> {
    await this.act.run(async () =>
      this.#saveFile(
        await this.#send(claimsWorkbook, { claimId: this.claim(), language: this.#language() }),
        `${number}.xlsx`,
      ),
    );
  }

  protected async send(): Promise<void> {
    const isSent = await this.act.run(async () => {
      const { emails } = await this.#send(claimsSendClaim, { claimId: this.claim() });
      this.sentTo.set(emails);
    });
    if (isSent) this.view.reload();
  }

  protected async withdraw(event: Event): Promise<void> {
    const { reason = '' } = formValues(event);
    if (!this.act.check([reason === '' && { field: 'withdraw-reason', sentence: this.t().reasonMissing }])) return;
    if (await this.act.run(() => this.#send(claimsWithdrawClaim, { claimId: this.claim(), body: { reason } })))
      this.view.reload();
  }
}
