import { Component, computed, inject } from '@angular/core';
import { Session, read } from '@tallgrunn/api-client';
import { tolerancesList } from '@tallgrunn/api-client/calls';
import type { ToleranceDto } from '@tallgrunn/api-client/shapes';
import { DataTable, Loaded, PageHeader, Wording, setPrintContext, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { tolerancesTexts } from '../texts/tolerances/tolerances-texts.ts';
import { ToleranceForm } from './tolerance-form.ts';

/** Page of the tolerance limits of variances: all versions, and a form for new ones. */
@Component({
  selector: 'tg-tolerances-page',
  imports: [DataTable, Loaded, PageHeader, ToleranceForm],
  templateUrl: './tolerances-page.html',
})
export class TolerancesPage {
  protected readonly t = texts(tolerancesTexts);
  protected readonly wording = inject(Wording);
  protected readonly versions = read(tolerancesList);
  readonly #session = inject(Session);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('matching.tolerances'));
  protected readonly columns = computed<readonly Column<ToleranceDto>[]>(() => this.#columns());
  protected readonly trackRow = ({ id }: ToleranceDto): string => id;

  constructor() {
    setPrintContext(() => ({ period: '' }));
  }

  #stateOf({ isReplaced, isInForce, validTo }: ToleranceDto): string {
    const { states } = this.t();
    if (isReplaced) return states.replaced;
    if (isInForce) return states.inForce;
    return validTo !== null && validTo < new Date().toISOString().slice(0, 10) ? states.ended : states.later;
  }

  #columns(): readonly Column<ToleranceDto>[] {
    const { heads, cooperative, noEnd, inherited, limit, by } = this.t();
    const limits = (row: ToleranceDto, percent: string | null, amount: string | null) =>
      row.isInherited ? inherited : limit({ percent, amount });
    return [
      { key: 'scope', head: heads.scope, text: ({ agreement }) => agreement ?? cooperative },
      { key: 'from', head: heads.from, text: ({ validFrom }) => this.wording.date(validFrom) },
      {
        key: 'to',
        head: heads.to,
        text: ({ validTo, isReplaced }) => (validTo ? this.wording.date(validTo) : isReplaced ? '' : noEnd),
      },
      {
        key: 'price',
        head: heads.price,
        text: (row) => limits(row, row.limits.pricePercent, row.limits.priceAmount),
      },
      {
        key: 'quantity',
        head: heads.quantity,
        text: (row) => limits(row, row.limits.quantityPercent, row.limits.quantityAmount),
      },
      { key: 'state', head: heads.state, text: (row) => this.#stateOf(row) },
      { key: 'reason', head: heads.reason, text: ({ reason }) => reason },
      {
        key: 'decided',
        head: heads.decided,
        text: ({ decidedAt, decidedBy, decidedFor, byYou }) =>
          by({ at: this.wording.instant(decidedAt), person: decidedBy, organisation: decidedFor, you: byYou }),
      },
    ];
  }
}
