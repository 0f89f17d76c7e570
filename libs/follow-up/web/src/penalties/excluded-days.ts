import { Component, input, output } from '@angular/core';
import { read, sender } from '@tallgrunn/api-client';
import { penaltiesExcludeDays, penaltiesListExclusions, penaltiesRevokeExclusion } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, Loaded, StatusTag, fieldError, texts } from '@tallgrunn/design';
import { formValues, injectFormAction } from '../claims/act.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

/** Periods that do not count for a supplier, for example because of force majeure: list, add and revoke. */
@Component({
  selector: 'tg-excluded-days',
  imports: [ErrorSummary, Field, Loaded, StatusTag],
  templateUrl: './excluded-days.html',
})
export class ExcludedDays {
  readonly supplierId = input.required<string>();
  readonly agreementId = input.required<string>();
  readonly mayDecide = input(false);
  readonly changed = output();
  protected readonly t = texts(claimsTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly exclusions = read(penaltiesListExclusions, () => ({ supplierId: this.supplierId() }));
  readonly #send = sender();

  protected async exclude(event: Event): Promise<void> {
    const { from = '', to = '', reason = '', agreement = '' } = formValues(event);
    const t = this.t();
    const isFilled = this.act.check([
      (from === '' || to === '') && { field: 'excluded-from', sentence: t.penalty.exclusions.datesMissing },
      reason === '' && { field: 'excluded-reason', sentence: t.reasonMissing },
    ]);
    if (!isFilled) return;
    const body = {
      supplierId: this.supplierId(),
      from,
      to,
      reason,
      ...(agreement !== '' && { agreementId: this.agreementId() }),
    };
    if (await this.act.run(() => this.#send(penaltiesExcludeDays, { body }))) this.#reload();
  }

  protected async revoke(exclusionId: string): Promise<void> {
    if (await this.act.run(() => this.#send(penaltiesRevokeExclusion, { exclusionId }))) this.#reload();
  }

  #reload(): void {
    this.exclusions.reload();
    this.changed.emit();
  }
}
