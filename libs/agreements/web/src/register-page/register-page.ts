import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { agreementsList } from '@tallgrunn/api-client/calls';
import type { AgreementSummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, StatusTag, Wording, queryState, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { NoAgreements } from '../no-agreements/no-agreements.ts';
import { SearchField } from '../search-field/search-field.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { todaySignal } from '../today.ts';
import { filterAgreements, agreementStatus, agreementStatuses, matchesStatus } from './agreement-status.ts';

/** The agreements of the cooperative, or those of the user's organisation. */
@Component({
  selector: 'tg-register-page',
  imports: [Cell, DataTable, Empty, Loaded, NoAgreements, PageHeader, RouterLink, SearchField, StatusTag],
  templateUrl: './register-page.html',
  styleUrl: './register-page.css',
})
export class RegisterPage {
  protected readonly t = texts(agreementsTexts);
  protected readonly r = texts(registerTexts);
  protected readonly search = queryState('search');
  protected readonly wanted = queryState('standing');
  protected readonly sort = queryState('sort');
  protected readonly mine = queryState('mine');
  protected readonly columnChoice = queryState('columns');
  protected readonly agreements = read(agreementsList);
  protected readonly mayWrite = computed(() => this.session.permissions().has('agreement.write'));
  protected readonly isStaff = computed(() => this.session.side() === 'cooperative');
  protected readonly trackRow = (row: AgreementSummaryDto) => row.id;
  protected readonly session = inject(Session);
  readonly #wording = inject(Wording);
  readonly #today = todaySignal(this.session);

  /**
   * Counts of parties are shown to the cooperative only; suppliers and buyers see only some of them, so the counts
   * would mislead.
   */
  protected readonly columns = computed<readonly Column<AgreementSummaryDto>[]>(() => {
    const { heads } = this.t().register;
    const number = (key: 'lots' | 'suppliers' | 'buyers' | 'items'): Column<AgreementSummaryDto> => ({
      key,
      head: heads[key],
      numeric: true,
      text: (row) => this.#wording.count(row[key]),
      order: (row) => row[key],
    });
    const staff = this.isStaff();
    return [
      { key: 'number', head: heads.number, text: (row) => row.number, order: (row) => row.number },
      { key: 'title', head: heads.title, text: (row) => row.title, order: (row) => row.title },
      number('lots'),
      ...(staff ? [number('suppliers'), number('buyers')] : []),
      ...(staff || this.session.side() === 'supplier' ? [number('items')] : []),
      {
        key: 'until',
        head: heads.until,
        text: (row) => (row.endsOn ? this.#wording.date(row.endsOn) : this.t().openEnded),
        order: (row) => row.endsOn ?? '9999',
      },
      ...(staff ? [this.#owner()] : []),
      { key: 'state', head: heads.state, text: (row) => this.standing(row), order: (row) => this.standing(row) },
    ];
  });

  protected found(rows: readonly AgreementSummaryDto[]): readonly AgreementSummaryDto[] {
    return filterAgreements(
      rows.filter(({ owner }) => this.mine() === '' || owner?.isMe === true),
      { search: this.search(), standing: this.wanted(), today: this.#today() },
    );
  }

  /** Returns the statuses that occur, with their counts. */
  protected choices(
    rows: readonly AgreementSummaryDto[],
  ): readonly { readonly standing: string; readonly said: string }[] {
    const { standings: words, counted } = this.t().register;
    const count = (standing: string) => rows.filter((row) => matchesStatus(row, standing, this.#today())).length;
    return agreementStatuses
      .filter((standing) => count(standing) > 0 && (standing !== 'no-terms' || this.mayWrite()))
      .map((standing) => ({ standing, said: counted({ what: words[standing], count: count(standing) }) }));
  }

  #owner(): Column<AgreementSummaryDto> {
    const nameOf = ({ owner }: AgreementSummaryDto) => owner?.name ?? this.r().owner.none;
    return { key: 'owner', head: this.r().owner.head, text: nameOf, order: nameOf };
  }

  protected choose(event: Event): void {
    this.wanted.set((event.target as HTMLSelectElement).value);
  }

  protected clear(): void {
    this.search.set('');
    this.wanted.set('');
    this.mine.set('');
  }

  protected standing(row: AgreementSummaryDto) {
    return agreementStatus(row, this.#today());
  }
}
