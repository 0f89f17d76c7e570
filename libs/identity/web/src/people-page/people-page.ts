import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import type { Role } from '@tallgrunn/api-client';
import { colleaguesColleagues } from '@tallgrunn/api-client/calls';
import type { ColleagueShape } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, StatusTag, Wording, queryState, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { identityTexts } from '../texts/identity-texts.ts';
import { InviteColleague } from './invite-colleague.ts';

@Component({
  selector: 'tg-people-page',
  imports: [Cell, DataTable, Empty, InviteColleague, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  protected readonly t = texts(identityTexts);
  protected readonly session = inject(Session);
  protected readonly wording = inject(Wording);
  protected readonly sort = queryState('sort');
  protected readonly colleagues = read(colleaguesColleagues);
  protected readonly mayInvite = computed(() => this.session.permissions().has('colleague.invite'));
  /** By the day of the service, which in a demo is not ours. */
  protected endedBy(at: string): boolean {
    return new Date(at).getTime() <= new Date(this.session.instance()?.asOf ?? Date.now()).getTime();
  }

  protected readonly trackRow = (colleague: ColleagueShape) => colleague.id;

  protected readonly columns = computed<readonly Column<ColleagueShape>[]>(() => {
    const { heads, noName } = this.t().people;
    return [
      { key: 'name', head: heads.name, text: (row) => row.name || noName, order: (row) => row.name },
      { key: 'email', head: heads.email, text: (row) => row.email, order: (row) => row.email },
      { key: 'role', head: heads.role, text: (row) => this.t().roles[row.role as Role], order: (row) => this.t().roles[row.role as Role] },
      { key: 'state', head: heads.state, text: (row) => row.state, order: (row) => row.state },
      { key: 'since', head: heads.since, text: (row) => this.wording.date(row.since), order: (row) => row.since },
    ];
  });
}
