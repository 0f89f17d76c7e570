import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { read, sender } from '@tallgrunn/api-client';
import { priceDeviationsDownload, priceDeviationsSummary } from '@tallgrunn/api-client/calls';
import type { DeviationSummaryDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  ErrorSummary,
  Loaded,
  PageHeader,
  TextLibrary,
  Wording,
  designTexts,
  queryState,
  texts,
  type Column,
} from '@tallgrunn/design';
import { formValues, injectFormAction, injectSaveFile } from '../claims/act.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

const bases = ['reported', 'invoiced'] as const;
type Basis = (typeof bases)[number];
const uncompared = ['unknown', 'other', 'otherCurrency', 'vatUnknown'] as const;

/** Amounts charged above agreed prices, by supplier and agreement. */
@Component({
  selector: 'tg-deviations-page',
  imports: [AgreementFilter, Cell, DataTable, Empty, ErrorSummary, Loaded, PageHeader, RouterLink],
  templateUrl: './deviations-page.html',
})
export class DeviationsPage {
  protected readonly t = texts(claimsTexts);
  protected readonly wording = inject(Wording);
  protected readonly bases = bases;
  protected readonly agreement = queryState('agreement');
  protected readonly supplier = queryState('supplier');
  protected readonly basis = queryState('basis');
  protected readonly from = queryState('from');
  protected readonly to = queryState('to');
  protected readonly sort = queryState('sort');
  protected readonly act = injectFormAction();
  protected readonly rows = read(priceDeviationsSummary, () => this.#filter());
  readonly #send = sender();
  readonly #saveFile = injectSaveFile();
  readonly #design = texts(designTexts);
  readonly #language = inject(TextLibrary).language;

  protected readonly columns = computed((): readonly Column<DeviationSummaryDto>[] => {
    const t = this.t();
    const { heads } = t.deviations;
    const money = (
      key: string,
      head: string,
      of: (row: DeviationSummaryDto) => string,
    ): Column<DeviationSummaryDto> => ({
      key,
      head,
      numeric: true,
      text: (row) => t.money({ amount: of(row), currency: row.currency }),
      order: (row) => Number(of(row)),
    });
    return [
      {
        key: 'supplier',
        head: heads.supplier,
        text: ({ supplier }) => supplier.name,
        order: ({ supplier }) => supplier.name,
      },
      {
        key: 'agreement',
        head: heads.agreement,
        text: ({ agreement }) => `${agreement.number} ${agreement.title}`,
        order: ({ agreement }) => agreement.number,
      },
      { key: 'basis', head: heads.basis, text: ({ basis }) => t.deviations.bases[basis], order: ({ basis }) => basis },
      money('open', heads.open, ({ openAmount }) => openAmount),
      {
        key: 'lines',
        head: heads.lines,
        numeric: true,
        text: ({ lineCount }) => this.wording.count(lineCount),
        order: ({ lineCount }) => lineCount,
      },
      money('amount', heads.amount, ({ amount }) => amount),
      money('accepted', heads.accepted, ({ acceptedAmount }) => acceptedAmount),
      money('claimed', heads.claimed, ({ claimedAmount }) => claimedAmount),
      {
        ...money('offAssortment', heads.offAssortment, ({ offAssortment }) => offAssortment.amount),
        // An invoice line without an agreed item cannot be assigned to an agreement, so it is not summed here.
        text: ({ basis, offAssortment: { amount }, currency }) =>
          basis === 'reported' ? t.money({ amount, currency }) : this.#design().notCalculated,
      },
      { key: 'notCompared', head: heads.notCompared, text: (row) => this.#notCompared(row) },
    ];
  });

  protected narrow(event: Event): void {
    const { from = '', to = '', basis = '' } = formValues(event);
    this.from.set(from);
    this.to.set(to);
    this.basis.set(basis);
  }

  protected async download(): Promise<void> {
    const name = this.#language() === 'en' ? 'price-deviations.xlsx' : 'prisavvik.xlsx';
    await this.act.run(async () =>
      this.#saveFile(
        await this.#send(priceDeviationsDownload, { ...this.#filter(), language: this.#language() }),
        name,
      ),
    );
  }

  #filter() {
    return {
      agreementId: this.agreement() || undefined,
      supplierId: this.supplier() || undefined,
      basis: bases.find((each): each is Basis => each === this.basis()),
      from: this.from() || undefined,
      to: this.to() || undefined,
    };
  }

  #notCompared(row: DeviationSummaryDto): string {
    const t = this.t().deviations.notCompared;
    const parts = uncompared.filter((kind) => row[kind].count > 0).map((kind) => t[kind]({ count: row[kind].count }));
    return parts.length > 0 ? parts.join(', ') : t.none;
  }
}
