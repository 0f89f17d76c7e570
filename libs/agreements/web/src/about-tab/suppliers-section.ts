import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { agreementSuppliersCreate, agreementSuppliersChange } from '@tallgrunn/api-client/calls';
import type { AgreementSupplierDto, AgreementDto, PartyDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Field, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';
import { SectionForm } from './section-form.ts';
import { formatShare, parseShare } from './format-share.ts';

const clauseStatuses = ['not-stated', 'in-contract', 'amendment-drafted', 'sent', 'signed', 'missing'] as const;

/** The suppliers of each lot, with rank or share and reporting clause status, and forms to change and add. */
@Component({
  selector: 'tg-suppliers-section',
  imports: [Cell, DataTable, Field, SectionForm],
  templateUrl: './suppliers-section.html',
  styleUrl: './section.css',
})
export class SuppliersSection {
  readonly agreement = input.required<AgreementDto>();
  readonly parties = input.required<readonly PartyDto[]>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly clauses = clauseStatuses;
  protected readonly open = signal<AgreementSupplierDto | 'supplier' | null>(null);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly suppliers = computed(() => this.parties().filter(({ kind }) => kind === 'supplier'));
  protected readonly chosen = computed(() => {
    const open = this.open();
    return open === null || typeof open === 'string' ? null : open;
  });
  protected readonly change = changeForm();
  protected readonly percentOf = formatShare;
  protected readonly trackRow = (row: AgreementSupplierDto) => row.id;
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<AgreementSupplierDto>[]>(() => {
    const { holderHeads: heads, whole } = this.t().change;
    return [
      { key: 'name', head: heads.name, text: (row) => row.name },
      { key: 'lot', head: heads.lot, text: (row) => row.lot ?? whole },
      { key: 'span', head: heads.span, text: (row) => this.t().intake.span({ from: row.fromOn, until: row.untilOn }) },
      {
        key: 'rank',
        head: heads.rank,
        numeric: true,
        text: (row) => (row.rank === null ? '' : this.#wording.count(row.rank)),
      },
      {
        key: 'share',
        head: heads.share,
        numeric: true,
        text: (row) => (row.share === null ? '' : this.#wording.share(Number(row.share))),
      },
      { key: 'clause', head: heads.clause, text: (row) => this.t().clauses[row.clauseStatus] },
      ...(this.mayWrite() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected save(event: Event, holding: AgreementSupplierDto): Promise<void> {
    const { untilOn = '', rank = '', share = '', clauseStatus = '' } = valuesOf(event);
    const body = {
      untilOn: untilOn || null,
      rank: Number(rank) || null,
      share: parseShare(share),
      clauseStatus: clauseStatuses.find((each) => each === clauseStatus) ?? holding.clauseStatus,
    };
    return this.#during(() =>
      this.#send(agreementSuppliersChange, { agreementId: this.agreement().id, agreementSupplierId: holding.id, body }),
    );
  }

  protected addSupplier(event: Event): Promise<void> {
    const { supplierId = '', lot = '', fromOn = '', untilOn = '', clauseStatus = '' } = valuesOf(event);
    const clause = clauseStatuses.find((each) => each === clauseStatus);
    const body = {
      supplierId,
      lots: lot ? [lot] : [],
      ...(fromOn && { fromOn }),
      ...(untilOn && { untilOn }),
      ...(clause && { clauseStatus: clause }),
    };
    return this.#during(() => this.#send(agreementSuppliersCreate, { agreementId: this.agreement().id, body }));
  }

  async #during(act: () => Promise<unknown>): Promise<void> {
    if (!(await this.change.run(act))) return;
    this.open.set(null);
    this.changed.emit();
  }
}
