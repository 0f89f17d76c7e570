import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, sender } from '@tallgrunn/api-client';
import {
  obligationsExempt,
  caseOpeningsRequestOfSupplier,
  casesOpen,
  obligationsExtend,
  obligationsRevokeExtension,
} from '@tallgrunn/api-client/calls';
import type { ObligationDetailDto } from '@tallgrunn/api-client/shapes';
import { ReasonForm, queryState, texts, type ReasonInput } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

type Act = 'write' | 'extend' | 'exempt' | 'note' | 'extension-request' | 'exemption-request';

/** Actions on a report that is not delivered: those of the contract manager, and requests by the supplier. */
@Component({
  selector: 'tg-obligation-acts',
  imports: [ReasonForm, RouterLink],
  template: `
    @if (acts().length > 0) {
      <section class="tg-stack">
        <h2 class="ds-heading" data-size="2xs">{{ mayManage() ? t().followUp.acts : t().followUp.requests }}</h2>
        @if (act(); as chosen) {
          <tg-reason-form
            name="obligation"
            [heading]="names()[chosen]"
            [lead]="leadOf(chosen)"
            [label]="labelOf(chosen)"
            [dateLabel]="chosen === 'extend' || chosen === 'extension-request' ? t().followUp.dueOn : ''"
            [act]="actOf(chosen)"
            [save]="save"
            (done)="done()"
            (cancelled)="choose(null)"
          />
        } @else {
          <p class="tg-row">
            @for (each of acts(); track each) {
              <button class="ds-button" data-variant="secondary" type="button" (click)="choose(each)">
                {{ names()[each] }}
              </button>
            }
            @if (mayManage() && obligation().extension) {
              <button class="ds-button" data-variant="tertiary" type="button" (click)="revoke()">
                {{ t().followUp.revokeExtension }}
              </button>
            }
          </p>
        }
        @if (mayManage()) {
          <p class="tg-row">
            @if (obligation().state === 'overdue') {
              <a
                class="ds-link"
                routerLink="/notifications/late"
                [queryParams]="{ agreement: obligation().agreement.id }"
                >{{ t().followUp.remind }}</a
              >
              <a class="ds-link" [routerLink]="['/penalties', obligation().id]">{{ t().followUp.penalty }}</a>
            }
            <a class="ds-link" [routerLink]="['/suppliers', obligation().supplier.id]">{{
              t().followUp.supplierPage
            }}</a>
          </p>
        }
      </section>
    }
  `,
})
export class ObligationActs {
  readonly obligation = input.required<ObligationDetailDto>();
  readonly changed = output();
  protected readonly t = texts(reportingTexts);
  /** Act that a link to the report asks for, such as `?act=extend`. */
  readonly #requested = queryState('act');
  readonly #chosen = linkedSignal<string | null>(() => this.#requested());
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #send = sender();
  protected readonly mayManage = computed(() => this.#session.permissions().has('case.manage'));

  protected readonly acts = computed<readonly Act[]>(() => {
    const { state } = this.obligation();
    const isMissing = !['submitted', 'accepted', 'partly', 'nil', 'exempt'].includes(state);
    if (this.mayManage())
      return isMissing ? ['write', 'extend', ...(state === 'returned' ? [] : ['exempt' as const]), 'note'] : ['write'];
    return isMissing && this.#session.permissions().has('case.request')
      ? ['extension-request', 'exemption-request']
      : [];
  });

  /** Open form; null = none. */
  protected readonly act = computed(() => this.acts().find((each) => each === this.#chosen()) ?? null);

  protected readonly names = computed<Record<Act, string>>(() => {
    const { followUp } = this.t();
    return {
      write: followUp.write,
      extend: followUp.extend,
      exempt: followUp.exempt,
      note: followUp.open,
      'extension-request': followUp.askExtension,
      'exemption-request': followUp.askExemption,
    };
  });

  protected leadOf(act: Act): string {
    if (act === 'extend') return this.t().followUp.extendLead;
    return act.endsWith('-request') ? this.t().followUp.askLead : '';
  }

  protected labelOf(act: Act): string {
    const { message, note, reason, askReason } = this.t().followUp;
    if (act === 'write') return message;
    if (act === 'note') return note;
    return act.endsWith('-request') ? askReason : reason;
  }

  protected actOf(act: Act): string {
    if (act === 'write') return this.t().followUp.send;
    return act.endsWith('-request') ? this.t().followUp.askAct : this.names()[act];
  }

  protected readonly save = async ({ text, date }: ReasonInput): Promise<void> => {
    const { id: obligationId, agreement, supplier } = this.obligation();
    const act = this.act();
    if (act === 'extend') await this.#send(obligationsExtend, { obligationId, body: { dueOn: date, reason: text } });
    else if (act === 'exempt')
      await this.#send(obligationsExempt, {
        agreementId: agreement.id,
        obligationId,
        body: { reason: text },
      });
    else if (act === 'extension-request' || act === 'exemption-request')
      await this.#open(
        this.#send(caseOpeningsRequestOfSupplier, {
          body: { kind: act, reason: text, obligationId, ...(date && { dueOn: date }) },
        }),
      );
    else
      await this.#open(
        this.#send(casesOpen, {
          body: {
            kind: this.obligation().state === 'overdue' ? 'late' : 'other',
            supplierId: supplier.id,
            agreementId: agreement.id,
            subjects: [{ kind: 'obligation', obligationId }],
            ...(act === 'note' ? { note: text } : { message: text }),
          },
        }),
      );
  };

  protected choose(act: Act | null): void {
    this.#chosen.set(act);
  }

  protected done(): void {
    this.choose(null);
    this.changed.emit();
  }

  protected async revoke(): Promise<void> {
    await this.#send(obligationsRevokeExtension, { obligationId: this.obligation().id });
    this.changed.emit();
  }

  async #open(made: Promise<{ readonly id: string }>): Promise<void> {
    await this.#router.navigate(['/cases', (await made).id]);
  }
}
