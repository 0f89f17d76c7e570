import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { partiesList } from '@tallgrunn/api-client/calls';
import type { PartySummaryDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Denied,
  Empty,
  Loaded,
  PageHeader,
  StatusTag,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { OrgNumber } from '@tallgrunn/values';
import { NoAgreements } from '../no-agreements/no-agreements.ts';
import { SearchField } from '../search-field/search-field.ts';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { partyTexts } from '../texts/party-texts.ts';

/** Buyers and suppliers of the cooperative, with a filter by name, number and kind. */
@Component({
  selector: 'tg-parties-page',
  imports: [Cell, DataTable, Denied, Empty, Loaded, NoAgreements, PageHeader, RouterLink, SearchField, StatusTag],
  templateUrl: './parties-page.html',
  styles: `
    .find {
      align-items: end;
    }

    .kind {
      display: grid;
      gap: var(--tg-gap-sm);
    }
  `,
})
export class PartiesPage {
  protected readonly t = texts(partyTexts);
  protected readonly a = texts(partyAccessTexts);
  readonly #session = inject(Session);
  protected readonly mayRead = computed(() => this.#session.permissions().has('party.read'));
  protected readonly search = queryState('search');
  protected readonly shown = queryState('show');
  protected readonly sort = queryState('sort');
  protected readonly mayInvite = computed(() => this.#session.permissions().has('supplier.invite'));
  protected readonly parties = read(partiesList, () => (this.mayRead() ? {} : undefined));
  protected readonly choices = ['all', 'buyer', 'supplier'] as const;
  protected readonly trackRow = (row: PartySummaryDto) => row.id;
  readonly #wording = inject(Wording);

  protected readonly columns = computed<readonly Column<PartySummaryDto>[]>(() => {
    const { heads } = this.t();
    const number = (key: 'units' | 'lessons' | 'agreements'): Column<PartySummaryDto> => ({
      key,
      head: heads[key],
      numeric: true,
      text: (row) => this.#wording.count(row[key]),
      order: (row) => row[key],
    });
    return [
      { key: 'name', head: heads.name, text: (row) => row.name, order: (row) => row.name },
      { key: 'kind', head: heads.kind, text: (row) => this.kindOf(row), order: (row) => this.kindOf(row) },
      { key: 'orgNumber', head: heads.orgNumber, text: (row) => this.numberOf(row) },
      number('units'),
      number('lessons'),
      number('agreements'),
    ];
  });

  protected numberOf({ orgNumber }: PartySummaryDto): string {
    return orgNumber ? OrgNumber.format(orgNumber) : '';
  }

  protected kindOf({ body }: PartySummaryDto): string {
    return this.t().kinds[body ?? 'supplier'];
  }

  protected found(rows: readonly PartySummaryDto[]): readonly PartySummaryDto[] {
    const wanted = this.search().trim().toLowerCase();
    const digits = wanted.replace(/\D/g, '');
    const kind = this.shown();
    return rows.filter(
      (row) =>
        (kind === '' || kind === row.kind) &&
        (row.name.toLowerCase().includes(wanted) || (digits.length > 2 && (row.orgNumber ?? '').includes(digits))),
    );
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.shown.set(value === 'all' ? '' : value);
  }

  protected clear(): void {
    this.search.set('');
    this.shown.set('');
  }
}
