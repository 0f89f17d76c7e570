import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import { caseChangesApprove, caseChangesDecline, caseChangesReopen, casesShow } from '@tallgrunn/api-client/calls';
import type { CaseDto } from '@tallgrunn/api-client/shapes';
import { Loaded, PageHeader, ReasonForm, StatusTag, Wording, texts, type ReasonInput } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';
import { CaseChangeForm } from './case-change-form.ts';
import { CaseCloseForm } from './case-close-form.ts';
import { CaseEntryForm } from './case-entry-form.ts';
import { CaseLog } from './case-log.ts';
import { CaseSubjectList } from './case-subject-list.ts';

type Act = 'approve' | 'decline' | 'reopen';

/** One case: its subjects, its log and the available actions. */
@Component({
  selector: 'tg-case-page',
  imports: [
    CaseChangeForm,
    CaseCloseForm,
    CaseEntryForm,
    CaseLog,
    CaseSubjectList,
    Loaded,
    PageHeader,
    ReasonForm,
    RouterLink,
    StatusTag,
  ],
  templateUrl: './case-page.html',
})
export class CasePage {
  /** Id of the case, from the URL. */
  readonly case = input.required<string>();
  protected readonly t = texts(casesTexts);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  protected readonly view = read(casesShow, () => ({ caseId: this.case() }));
  protected readonly act = signal<Act | ''>('');
  protected readonly notice = signal('');
  protected readonly mayManage = computed(() => this.session.permissions().has('case.manage'));
  protected readonly mayWrite = computed(() => this.session.permissions().has('case.write'));
  protected readonly isOurs = computed(() => this.session.side() === 'cooperative');
  readonly #send = sender();

  protected nameOf({ kind, title }: CaseDto): string {
    return title || this.t().kinds[kind];
  }

  protected leadOf({ supplier, agreement }: CaseDto): string {
    return [supplier.name, agreement ? `${agreement.number} ${agreement.title}` : ''].filter(Boolean).join(', ');
  }

  protected isRequest({ kind }: CaseDto): boolean {
    return kind.endsWith('-request');
  }

  protected wants({ kind, request }: CaseDto): string {
    if (kind === 'stop-request' && request.lastDay) return this.t().page.wantsStop({ date: request.lastDay });
    return kind === 'extension-request' && request.dueOn ? this.t().page.wantsDue({ date: request.dueOn }) : '';
  }

  protected readonly save = ({ text: reason, date }: ReasonInput): Promise<unknown> => {
    const caseId = this.case();
    const act = this.act();
    if (act === 'reopen') return this.#send(caseChangesReopen, { caseId, body: { reason } });
    if (act === 'decline') return this.#send(caseChangesDecline, { caseId, body: { reason } });
    return this.#send(caseChangesApprove, { caseId, body: { reason, ...(date && { dueOn: date }) } });
  };

  protected changed(notice = ''): void {
    this.act.set('');
    this.notice.set(notice);
    this.view.reload();
  }

  protected readonly dueOf = computed(() => arrived(this.view)?.request.dueOn ?? '');
}
