import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sender } from '@tallgrunn/api-client';
import { caseOpeningsRecordConversation } from '@tallgrunn/api-client/calls';
import type { ConversationDto, ConversationRequest, SupplierAgreementDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, ErrorSummary, Field, Wording, fieldError, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { formValues, injectFormAction } from '../claims/act.ts';

/** The phone calls and meetings with a supplier, and a form to record another without opening a case first. */
@Component({
  selector: 'tg-conversations',
  imports: [Cell, DataTable, ErrorSummary, Field, RouterLink],
  templateUrl: './conversations.html',
})
export class Conversations {
  readonly supplierId = input.required<string>();
  readonly rows = input.required<readonly ConversationDto[]>();
  readonly agreements = input.required<readonly SupplierAgreementDto[]>();
  readonly today = input.required<string>();
  readonly mayRecord = input(false);
  readonly recorded = output();
  protected readonly t = texts(casesTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  protected readonly kinds = ['phone-call', 'meeting'] as const;
  protected readonly isOpen = signal(false);
  protected readonly said = signal('');
  protected readonly trackRow = ({ id }: ConversationDto) => id;
  protected readonly wording = inject(Wording);
  readonly #send = sender();

  protected readonly columns = computed<readonly Column<ConversationDto>[]>(() => {
    const { heads, kinds } = this.t().supplier.talks;
    return [
      { key: 'on', head: heads.on, text: (row) => this.wording.date(row.happenedOn) },
      { key: 'kind', head: heads.kind, text: (row) => kinds[row.kind] ?? row.kind },
      { key: 'body', head: heads.body, text: (row) => row.body },
      { key: 'by', head: heads.by, text: (row) => row.author ?? '' },
      { key: 'case', head: heads.case, text: (row) => row.caseNumber },
    ];
  });

  protected begin(): void {
    this.said.set('');
    this.isOpen.set(true);
  }

  protected async save(event: Event): Promise<void> {
    const { kind = 'phone-call', body = '', on = '', next = '', agreement = '' } = formValues(event);
    const { textMissing, onMissing, saved } = this.t().supplier.talks;
    const isFine = this.act.check([
      body.trim() === '' && { field: 'talk-body', sentence: textMissing },
      on === '' && { field: 'talk-on', sentence: onMissing },
    ]);
    if (!isFine) return;
    const request: ConversationRequest = {
      ...{ kind: kind as ConversationRequest['kind'], body: body.trim(), happenedOn: on },
      ...{ nextOn: next || null, agreementId: agreement || null },
    };
    await this.act.run(async () => {
      await this.#send(caseOpeningsRecordConversation, { supplierId: this.supplierId(), body: request });
      this.isOpen.set(false);
      this.said.set(saved);
      this.recorded.emit();
    });
  }
}
