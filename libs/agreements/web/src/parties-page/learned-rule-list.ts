import { Component, computed, inject, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { supplierPartiesChangeLearnedRule } from '@tallgrunn/api-client/calls';
import type { AliasDto, CustomerNumberDto, PartyTreeDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ErrorSummary, StatusTag, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { ColumnRules } from './column-rules.ts';
import { partyChangeForm } from './party-change-form.ts';
import { ValidityText, validityText } from './validity-text.ts';
import { UnitMappings } from './unit-mappings.ts';

type LearnedRule = AliasDto | CustomerNumberDto;

/** Learned customer numbers, names, units and columns, including revoked ones. */
@Component({
  selector: 'tg-learned-rule-list',
  imports: [Cell, ColumnRules, DataTable, ErrorSummary, ValidityText, StatusTag, UnitMappings],
  templateUrl: './learned-rule-list.html',
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-sm);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class LearnedRuleList {
  readonly party = input.required<PartyTreeDto>();
  readonly mayWrite = input(false);
  readonly changed = output();
  protected readonly t = texts(partyTexts);
  protected readonly change = partyChangeForm('lesson');
  protected readonly trackLesson = (row: LearnedRule) => row.id;
  readonly #wording = inject(Wording);
  readonly #send = sender();

  protected readonly numberColumns = computed<readonly Column<CustomerNumberDto>[]>(() => {
    const { lessonHeads: heads } = this.t();
    return [
      { key: 'said', head: heads.number, text: (row) => row.number },
      ...this.#columns<CustomerNumberDto>(),
      { key: 'span', head: heads.span, text: (row) => validityText(this.#wording, row.fromOn, row.untilOn) },
      { key: 'act', head: heads.act, text: (row) => this.undone(row) },
    ];
  });
  protected readonly aliasColumns = computed<readonly Column<AliasDto>[]>(() => {
    const { lessonHeads: heads } = this.t();
    return [
      { key: 'said', head: heads.text, text: (row) => row.text },
      ...this.#columns<AliasDto>(),
      { key: 'act', head: heads.act, text: (row) => this.undone(row) },
    ];
  });

  protected async set(row: LearnedRule, acts: boolean): Promise<void> {
    if (
      await this.change.run(() =>
        this.#send(supplierPartiesChangeLearnedRule, { partyId: row.supplierId, ruleId: row.id, body: { acts } }),
      )
    )
      this.changed.emit();
  }

  protected undone(row: LearnedRule): string {
    return row.undoneAt ? this.t().undone({ day: row.undoneAt }) : '';
  }

  /** Columns of the table: for a supplier its customers, for a buyer the suppliers that use the name. */
  #columns<T extends LearnedRule>(): Column<T>[] {
    const { lessonHeads: heads, origins } = this.t();
    const who: Column<T> =
      this.party().kind === 'supplier'
        ? {
            key: 'buyer',
            head: heads.buyer,
            text: (row) => (row.siteName ? `${row.siteName}, ${row.buyerName}` : row.buyerName),
          }
        : { key: 'supplier', head: heads.supplier, text: (row) => row.supplierName };
    const place: Column<T>[] =
      this.party().kind === 'buyer'
        ? [{ key: 'buyer', head: heads.buyer, text: (row) => row.siteName ?? row.buyerName }]
        : [];
    return [who, ...place, { key: 'origin', head: heads.origin, text: (row) => origins[row.origin] }];
  }
}
