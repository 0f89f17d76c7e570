import { Component, DOCUMENT, Injector, afterNextRender, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import { caseOpeningsRequestCorrection, obligationsList } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, ReasonForm, Wording, texts } from '@tallgrunn/design';
import type { Column, ReasonInput } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { shortListOf } from '../agreement/short-list.ts';
import { casesTexts } from '../cases/texts/cases-texts.ts';

const FORM = 'correction';

/** Latest accepted reports of an agreement or a supplier, each with the request for a correction. */
@Component({
  selector: 'tg-accepted-reports',
  imports: [Cell, DataTable, Loaded, ReasonForm, RouterLink],
  templateUrl: './accepted-reports.html',
})
export class AcceptedReports {
  /** Empty: all agreements of the supplier. */
  readonly agreementId = input('');
  /** Empty: all suppliers of the agreement. */
  readonly supplierId = input('');
  protected readonly t = texts(casesTexts);
  protected readonly form = FORM;
  protected readonly reports = read(obligationsList, () => ({
    ...(this.agreementId() && { agreementId: this.agreementId() }),
    ...(this.supplierId() && { supplierId: this.supplierId() }),
    accepted: true,
  }));
  protected readonly list = computed(() => shortListOf(arrived(this.reports)));
  /** The report that the form is about. */
  protected readonly requested = signal<ObligationDto | null>(null);
  protected readonly trackRow = ({ id }: ObligationDto) => id;
  readonly #permissions = inject(Session).permissions;
  readonly #wording = inject(Wording);
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #send = sender();

  protected readonly columns = computed((): readonly Column<ObligationDto>[] => {
    const { heads, nil } = this.t().accepted;
    return [
      { key: 'period', head: heads.period, text: (row) => this.#periodOf(row) },
      this.agreementId()
        ? { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name }
        : { key: 'agreement', head: heads.agreement, text: ({ agreement }) => agreement.title },
      { key: 'number', head: heads.number, text: (row) => this.numberOf(row) },
      {
        key: 'on',
        head: heads.on,
        text: ({ version }) => (version?.acceptedAt ? this.#wording.date(version.acceptedAt) : ''),
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ version }) =>
          !version || version.kind === 'nil'
            ? nil
            : formatMoney(version.amount, version.currency ?? 'NOK', this.#wording.language()),
      },
      ...(this.#permissions().has('case.manage') ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected numberOf({ version }: ObligationDto): string {
    return version?.number ?? '';
  }

  /** Opens the form about a report and moves focus to its text. */
  protected request(row: ObligationDto): void {
    this.requested.set(row);
    afterNextRender(() => this.#document.getElementById(`${FORM}-text`)?.focus(), { injector: this.#injector });
  }

  /** Closes the form and moves focus back to the button that opened it. */
  protected cancel({ id }: ObligationDto): void {
    this.requested.set(null);
    afterNextRender(() => this.#document.getElementById(`${FORM}-of-${id}`)?.focus(), { injector: this.#injector });
  }

  protected readonly save = async ({ text: message }: ReasonInput): Promise<void> => {
    const version = this.requested()?.version;
    if (!version) return;
    const { id } = await this.#send(caseOpeningsRequestCorrection, { versionId: version.id, body: { message } });
    await this.#router.navigate(['/cases', id]);
  };

  #periodOf({ period, part }: ObligationDto): string {
    return [this.#wording.period(period.key), part?.name].filter(Boolean).join(', ');
  }
}
