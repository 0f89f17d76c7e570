import { Component, computed, inject, input, output } from '@angular/core';
import { read, sender } from '@tallgrunn/api-client';
import { claimsConfirmCredit, claimsCreditCandidates, claimsRevokeCredit } from '@tallgrunn/api-client/calls';
import type { ClaimCreditCandidateDto, ClaimDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ErrorSummary, Loaded, Wording, texts, type Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { injectFormAction } from './act.ts';

/** Credit lines of a claim: candidates, and confirmed ones. */
@Component({
  selector: 'tg-claim-credits',
  imports: [Cell, DataTable, ErrorSummary, Loaded],
  templateUrl: './claim-credits.html',
})
export class ClaimCredits {
  readonly claim = input.required<ClaimDto>();
  readonly isReadOnly = input(false);
  readonly changed = output();
  protected readonly t = texts(claimsTexts);
  protected readonly wording = inject(Wording);
  protected readonly act = injectFormAction();
  readonly #send = sender();
  protected readonly isAwaited = computed(
    () => !this.isReadOnly() && ['sent', 'agreed', 'partly-agreed'].includes(this.claim().state),
  );
  protected readonly candidates = read(claimsCreditCandidates, () =>
    this.isAwaited() ? { claimId: this.claim().id } : undefined,
  );

  protected readonly columns = computed((): readonly Column<ClaimCreditCandidateDto>[] => {
    const t = this.t();
    const { heads, same } = t.claim.credits;
    const { currency } = this.claim();
    return [
      {
        key: 'document',
        head: heads.document,
        text: ({ documentName, invoiceNumber }) => [documentName, invoiceNumber].filter(Boolean).join(', '),
      },
      {
        key: 'item',
        head: heads.item,
        text: ({ itemNumber, itemName, buyer }) => [itemNumber, itemName, buyer].filter(Boolean).join(', '),
      },
      {
        key: 'on',
        head: heads.on,
        text: ({ creditedOn }) => (creditedOn ? this.wording.date(creditedOn, 'short') : ''),
      },
      { key: 'amount', head: heads.amount, numeric: true, text: ({ amount }) => t.money({ amount, currency }) },
      {
        key: 'why',
        head: heads.why,
        text: (row) =>
          [row.isSameAmount && same.amount, row.isSameInvoice && same.invoice, row.isSameItem && same.item]
            .filter(Boolean)
            .join(', '),
      },
      { key: 'act', head: heads.act },
    ];
  });

  protected nameOf({ amount, documentName, invoiceNumber }: ClaimCreditCandidateDto): string {
    const t = this.t();
    return t.claim.credits.confirmNamed({
      amount: t.money({ amount, currency: this.claim().currency }),
      document: documentName ?? invoiceNumber ?? '',
    });
  }

  protected async confirm({ basis, documentId, lineNo }: ClaimCreditCandidateDto): Promise<void> {
    const body = { basis, documentId, lineNo };
    if (await this.act.run(() => this.#send(claimsConfirmCredit, { claimId: this.claim().id, body }))) this.#reload();
  }

  protected async revoke(creditId: string): Promise<void> {
    if (await this.act.run(() => this.#send(claimsRevokeCredit, { creditId }))) this.#reload();
  }

  #reload(): void {
    this.candidates.reload();
    this.changed.emit();
  }
}
