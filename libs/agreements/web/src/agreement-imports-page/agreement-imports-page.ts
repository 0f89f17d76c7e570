import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementImportsList, agreementImportsReceive } from '@tallgrunn/api-client/calls';
import type { ImportSummaryDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Denied,
  FileDrop,
  Loaded,
  PageHeader,
  ProblemMessages,
  Progress,
  StatusTag,
  Wording,
  texts,
} from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { registerTexts } from '../texts/register-texts.ts';

/** Upload of a list of agreements or a notice, and the earlier imports. */
@Component({
  selector: 'tg-agreement-imports-page',
  imports: [Cell, DataTable, Denied, FileDrop, Loaded, PageHeader, Progress, RouterLink, StatusTag],
  template: `
    <tg-page-header
      [heading]="t().intake.title"
      [lead]="mayWrite ? t().intake.lead : ''"
      [crumbs]="[{ label: t().agreements, link: '/agreements' }]"
    />
    @if (!mayWrite) {
      <tg-denied
        ><p>{{ t().intake.mayNot }}</p></tg-denied
      >
    } @else {
      <div class="tg-stack">
        @if (sending()) {
          <tg-progress [what]="t().intake.reading" />
        } @else {
          <tg-file-drop
            [kinds]="t().intake.kinds"
            [endings]="endings"
            [sizeBytesMax]="sizeBytesMax"
            [limits]="t().intake.limits"
            (taken)="take($event)"
          />
        }
        @if (fault()) {
          <div class="ds-alert" data-color="danger" role="alert">
            <p>{{ fault() }}</p>
          </div>
        }
        <ng-container *tgLoaded="let rows; from: imports; shape: 'rows'">
          @if (rows.length > 0) {
            <h2 class="ds-heading" data-size="xs">{{ t().intake.earlier }}</h2>
            <tg-data-table
              [caption]="t().intake.earlierCaption"
              [rows]="rows"
              [columns]="columns()"
              [trackRow]="trackRow"
              narrow="cards"
            >
              <ng-template tgCell="file" let-row
                ><a class="ds-link" [routerLink]="['/agreements', 'import', row.id]">{{ row.fileName }}</a></ng-template
              >
              <ng-template tgCell="state" let-row
                ><tg-status [tone]="row.state === 'asked' ? 'attention' : 'good'">{{
                  stateOf(row)
                }}</tg-status></ng-template
              >
            </tg-data-table>
          }
        </ng-container>
      </div>
    }
  `,
})
export class AgreementImportsPage {
  protected readonly t = texts(registerTexts);
  protected readonly mayWrite = inject(Session).permissions().has('agreement.write');
  protected readonly imports = read(agreementImportsList, () => (this.mayWrite ? {} : undefined));
  protected readonly sending = signal(false);
  protected readonly fault = signal('');
  protected readonly endings = [...tableEndings, '.xml'];
  protected readonly sizeBytesMax = limits.assortment.sizeBytesMax;
  protected readonly trackRow = (row: ImportSummaryDto) => row.id;
  readonly #wording = inject(Wording);
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);

  protected readonly columns = computed<readonly Column<ImportSummaryDto>[]>(() => {
    const { heads, outcome } = this.t().intake;
    return [
      { key: 'file', head: heads.file, text: (row) => row.fileName },
      { key: 'at', head: heads.at, text: (row) => this.#wording.instant(row.madeAt) },
      { key: 'state', head: heads.state, text: (row) => this.stateOf(row) },
      {
        key: 'outcome',
        head: heads.outcome,
        text: (row) =>
          row.state === 'applied'
            ? outcome({ created: row.counts['created'] ?? 0, changed: row.counts['changed'] ?? 0 })
            : '',
      },
    ];
  });

  protected stateOf({ state }: ImportSummaryDto): string {
    return this.t().intake.states[state];
  }

  protected async take([file]: readonly File[]): Promise<void> {
    if (!file || this.sending()) return;
    this.sending.set(true);
    this.fault.set('');
    try {
      const { id } = await this.#send(agreementImportsReceive, { body: { file } });
      await this.#router.navigate(['/agreements', 'import', id]);
    } catch (error) {
      this.fault.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
