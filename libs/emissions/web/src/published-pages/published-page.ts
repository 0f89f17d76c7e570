import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { categoriesList, publicationsList } from '@tallgrunn/api-client/calls';
import type { PublicationDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  StatusTag,
  TextLibrary,
  WhyPanel,
  Wording,
  texts,
  type Column,
  type Explanation,
} from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { tonnes } from '../tonnes.ts';
import { TotalExplanation } from '../sum-explanation/sum-explanation.ts';
import { describeScope } from './scope.ts';

/** Page of publications; an auditor's start page. */
@Component({
  selector: 'tg-published-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, RouterLink, StatusTag, WhyPanel, TotalExplanation],
  template: `
    <tg-page-header [heading]="t().list.title" [lead]="t().list.lead" />
    <div class="tg-stack">
      @if (until(); as at) {
        <p class="ds-alert" data-color="info">{{ t().list.until({ at }) }}</p>
      }
      <ng-container *tgLoaded="let rows; from: publications; shape: 'rows'">
        @if (rows.length === 0) {
          <tg-empty [heading]="t().list.noneTitle" [reason]="t().list.none" />
        } @else {
          <tg-data-table
            narrow="cards"
            [caption]="t().list.caption"
            [rows]="rows"
            [columns]="columns()"
            [trackRow]="track"
          >
            <ng-template tgCell="caseNumber" let-row
              ><a class="ds-link" [routerLink]="['/published', row.run]" [queryParams]="{ publication: row.id }">{{
                row.caseNumber
              }}</a></ng-template
            >
            <ng-template tgCell="scope" let-row
              ><span
                >{{ row.scope }}
                @if (row.scoped) {
                  <span class="tg-subtle of">{{ t().scopes.of({ scope: wordsOf(row) }) }}</span>
                } @else {
                  <span class="tg-subtle of">{{ t().scopes.inWords }}</span>
                }
              </span></ng-template
            >
            <ng-template tgCell="kg" let-row
              ><span
                >{{ tonnesOf(row) }}
                @if (ofAll()) {
                  <tg-sum-explanation
                    [figure]="emissions().page.whyFor({ figure: tonnesOf(row), name: row.caseNumber })"
                    [filter]="{ run: row.run, publication: row.id }"
                  />
                } @else {
                  <tg-why
                    [figure]="emissions().page.whyFor({ figure: tonnesOf(row), name: row.caseNumber })"
                    [explanation]="ofOthersToo(row)"
                  />
                }</span
            ></ng-template>
            <ng-template tgCell="standing" let-row
              ><tg-status [tone]="row.supersededBy ? 'quiet' : 'good'">{{ standingOf(row) }}</tg-status></ng-template
            >
          </tg-data-table>
          <p class="tg-subtle tg-text">{{ t().list.holdsHelp }}</p>
        }
      </ng-container>
    </div>
  `,
  styles: `
    .of {
      display: block;
    }
  `,
})
export class PublishedPage {
  protected readonly t = texts(publishedTexts);
  protected readonly emissions = texts(emissionsTexts);
  readonly #library = inject(TextLibrary);
  readonly #categories = read(categoriesList);
  readonly #names = computed(
    () =>
      new Map(
        arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
      ),
  );
  readonly #wording = inject(Wording);
  readonly #session = inject(Session);
  protected readonly publications = read(publicationsList);
  /** A buyer sees only its own lines, so the total is explained by a link to its part. */
  protected readonly ofAll = computed(() => this.#session.side() !== 'buyer');
  protected readonly until = computed(() => this.#session.acting()?.endsAt ?? null);
  protected readonly track = ({ id }: PublicationDto) => id;
  protected readonly columns = computed<readonly Column<PublicationDto>[]>(() => {
    const { heads } = this.t().list;
    return [
      { key: 'caseNumber', head: heads.caseNumber, text: ({ caseNumber }) => caseNumber },
      { key: 'scope', head: heads.scope, text: ({ scope }) => scope },
      { key: 'standing', head: heads.standing, text: (row) => this.standingOf(row) },
      { key: 'kg', head: heads.tonnes, numeric: true, text: (row) => this.tonnesOf(row) },
      { key: 'by', head: heads.by, text: ({ by }) => by ?? this.t().list.somebody },
      { key: 'at', head: heads.at, text: ({ at }) => this.#wording.instant(at) },
      { key: 'run', head: heads.run, numeric: true, text: ({ run }) => this.#wording.count(run) },
    ];
  });

  protected tonnesOf({ kg }: PublicationDto): string {
    return this.emissions().page.tonnes({ value: tonnes(kg, 2) });
  }

  protected ofOthersToo(row: PublicationDto): Explanation {
    const { ofOthersToo, toOwn } = this.t().list;
    return {
      formula: ofOthersToo,
      sources: [],
      versions: [],
      wayDown: { label: toOwn, link: `/published/${row.run}`, query: { publication: row.id } },
    };
  }

  protected wordsOf(row: PublicationDto): string {
    return describeScope(row, this.t(), this.#wording, this.#names());
  }

  protected standingOf({ supersededBy }: PublicationDto): string {
    const { holds, superseded } = this.t().list;
    return supersededBy ? superseded({ caseNumber: supersededBy }) : holds;
  }
}
