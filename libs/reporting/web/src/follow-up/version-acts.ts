import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, sender } from '@tallgrunn/api-client';
import { caseOpeningsRequestCorrection } from '@tallgrunn/api-client/calls';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { ReasonForm, texts, type ReasonInput } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Who decided on a report and when, and the contract manager's request for a correction after acceptance. */
@Component({
  selector: 'tg-version-acts',
  imports: [ReasonForm, RouterLink],
  template: `
    @if (decided(); as sentence) {
      <p class="tg-text">{{ sentence }}</p>
    }
    @if (mayManage()) {
      @if (asking()) {
        <tg-reason-form
          name="correction"
          [heading]="t().followUp.correction"
          [lead]="t().followUp.correctionLead"
          [label]="t().followUp.correctionText"
          [act]="t().followUp.correctionAct"
          [charactersMax]="5000"
          [save]="save"
          (cancelled)="asking.set(false)"
        />
      } @else {
        <p class="tg-row">
          @if (version().state === 'accepted') {
            <button class="ds-button" data-variant="secondary" type="button" (click)="asking.set(true)">
              {{ t().followUp.correction }}
            </button>
          }
          <a
            class="ds-button"
            data-variant="tertiary"
            routerLink="/cases/new"
            [queryParams]="{ supplier: version().supplier.id, version: version().id, kind: 'poor-data' }"
            >{{ t().followUp.open }}</a
          >
          <a class="ds-link" [routerLink]="['/suppliers', version().supplier.id]">{{ t().followUp.supplierPage }}</a>
        </p>
      }
    }
  `,
})
export class VersionActs {
  readonly version = input.required<VersionDto>();
  protected readonly t = texts(reportingTexts);
  protected readonly asking = signal(false);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #send = sender();
  protected readonly mayManage = computed(() => this.#session.permissions().has('case.manage'));

  protected readonly decided = computed(() => {
    const { decidedBy: name, acceptedAt, returnedAt } = this.version();
    const { followUp } = this.t();
    if (returnedAt)
      return name ? followUp.returnedBy({ name, at: returnedAt }) : followUp.returnedAt({ at: returnedAt });
    if (!acceptedAt) return '';
    return name ? followUp.acceptedBy({ name, at: acceptedAt }) : followUp.acceptedAt({ at: acceptedAt });
  });

  protected readonly save = async ({ text: message }: ReasonInput): Promise<void> => {
    const { id } = await this.#send(caseOpeningsRequestCorrection, { versionId: this.version().id, body: { message } });
    await this.#router.navigate(['/cases', id]);
  };
}
