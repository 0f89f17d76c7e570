import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { obligationsList } from '@tallgrunn/api-client/calls';
import type { AgreementDto, LotDto, ParticipationDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { latestObligations } from '../latest-obligations.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { todaySignal } from '../today.ts';
import { InviteParty } from '../party-access/invite-party.ts';
import { supplierPeriodsOf } from './suppliers-of.ts';
import type { SupplierRow } from './suppliers-of.ts';

/** The suppliers, buyers and lots of the agreement. */
@Component({
  selector: 'tg-parties-tab',
  imports: [Cell, DataTable, Empty, InviteParty, RouterLink],
  templateUrl: './parties-tab.html',
  styleUrl: './parties-tab.css',
})
export class PartiesTab {
  readonly agreement = input.required<AgreementDto>();
  protected readonly t = texts(agreementsTexts);
  protected readonly inviting = signal<SupplierRow | null>(null);
  protected readonly suppliers = computed(() => supplierPeriodsOf(this.agreement().suppliers));
  protected readonly mayInvite = computed(() => this.#session.permissions().has('supplier.invite'));
  protected readonly mayLook = computed(() => this.#session.permissions().has('party.read'));
  protected readonly trackSupplier = ({ id, fromOn, untilOn }: SupplierRow) => [id, fromOn, untilOn].join(' ');
  protected readonly trackBuyer = (row: ParticipationDto) => row.buyerId + row.fromOn;
  readonly #session = inject(Session);
  readonly #today = todaySignal(this.#session);
  /** Suppliers open their own reports; users of the cooperative get links to each supplier's e-invoice quality. */
  readonly #mayAssess = computed(
    () => this.#session.side() === 'cooperative' && this.#session.permissions().has('report.read'),
  );
  readonly #obligations = read(obligationsList, () =>
    this.#mayAssess() ? { agreementId: this.agreement().id } : undefined,
  );
  /** The obligation used as link to a supplier's e-invoice quality, by supplier. */
  protected readonly judgedFrom = computed(
    () =>
      new Map(
        latestObligations(arrived(this.#obligations) ?? [], this.#today()).map(({ supplier, id }) => [supplier.id, id]),
      ),
  );
  readonly #wording = inject(Wording);
  readonly #language = currentLanguage();
  protected readonly r = texts(registerTexts);

  protected readonly supplierColumns = computed<readonly Column<SupplierRow>[]>(() => {
    const { heads } = this.t().parties;
    return [
      { key: 'name', head: heads.name, text: (row) => row.name },
      { key: 'orgNumber', head: heads.orgNumber, text: (row) => row.orgNumber ?? '' },
      { key: 'lots', head: heads.lots, text: (row) => this.#lots(row) },
      { key: 'from', head: heads.from, text: (row) => this.#wording.date(row.fromOn) },
      { key: 'until', head: heads.until, text: (row) => this.#end(row.untilOn) },
      ...(this.judgedFrom().size > 0 ? [{ key: 'invoices', head: heads.invoices }] : []),
      ...(this.mayInvite() ? [{ key: 'invite', head: heads.invite }] : []),
    ];
  });

  protected readonly buyerColumns = computed<readonly Column<ParticipationDto>[]>(() => {
    const { heads } = this.t().parties;
    return [
      { key: 'name', head: heads.name, text: (row) => row.name },
      { key: 'from', head: heads.from, text: (row) => this.#wording.date(row.fromOn) },
      { key: 'until', head: heads.until, text: (row) => this.#end(row.untilOn) },
    ];
  });

  /**
   * Returns the names of the suppliers of a lot that are visible to the user. Only the cooperative can conclude that
   * there are none.
   */
  protected holders(lot: LotDto): string {
    const names = this.suppliers()
      .filter(({ lots }) => lots.length === 0 || lots.includes(lot.key))
      .map((row) => this.#named(row));
    if (names.length === 0) return this.#session.side() === 'cooperative' ? this.t().parties.heldByNobody : '';
    return names.join(', ');
  }

  /** Returns the call-off method and maximum value of a lot, when agreed. */
  protected limits({ technique, maximumValue }: LotDto): string {
    const { techniques } = this.r();
    const maximum =
      maximumValue &&
      this.t().parties.lotMaximum({
        amount: formatMoney(maximumValue, this.agreement().maximumCurrency ?? 'NOK', this.#language()),
      });
    return [technique && techniques[technique], maximum].filter(Boolean).join(' · ');
  }

  /** Returns the name, with the first or last day when the supplier does not have the lot today. */
  #named({ name, fromOn, untilOn }: SupplierRow): string {
    const today = this.#today();
    const { since, upTo } = this.t().parties;
    if (fromOn > today) return since({ name, day: fromOn });
    return untilOn !== null && untilOn < today ? upTo({ name, day: untilOn }) : name;
  }

  #lots(row: SupplierRow): string {
    return row.lots.length > 0 ? row.lots.join(', ') : this.t().wholeAgreement;
  }

  #end(day: string | null): string {
    return day ? this.#wording.date(day) : this.t().openEnded;
  }
}
