import { Component, computed, inject, signal } from '@angular/core';
import { Session, read, sender } from '@tallgrunn/api-client';
import {
  approvalDelegationsEnd,
  approvalDelegationsCreate,
  factorAssignmentsApprovers,
  approvalDelegationsList,
} from '@tallgrunn/api-client/calls';
import type { FactorDelegationDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, PageHeader, StatusTag, Wording, fieldError, texts } from '@tallgrunn/design';
import type { FormError, StatusTone } from '@tallgrunn/design';
import { ActionState, valueOf } from '../action-state.ts';
import { factorTexts } from '../texts/factor-texts.ts';

const tones: Record<FactorDelegationDto['standing'], StatusTone> = { now: 'good', coming: 'waiting', over: 'quiet' };

/** Page listing approval delegations and their periods, with a form to create one. */
@Component({
  selector: 'tg-delegations-page',
  imports: [ErrorSummary, Field, Loaded, PageHeader, StatusTag],
  templateUrl: './delegations-page.html',
  styleUrl: '../assignments-page/assignments-page.css',
})
export class DelegationsPage {
  protected readonly t = texts(factorTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  readonly #send = sender();
  protected readonly acting = new ActionState();
  protected readonly mayChoose = computed(() => this.#session.permissions().has('factor-assignment.manage'));
  protected readonly isAdministrator = computed(() => this.#session.role() === 'administrator');
  protected readonly deputies = read(approvalDelegationsList, () => (this.mayChoose() ? {} : undefined));
  protected readonly colleagues = read(factorAssignmentsApprovers, () => (this.mayChoose() ? {} : undefined));
  protected readonly tones = tones;
  protected readonly faultAt = fieldError;
  protected readonly valueOf = valueOf;
  protected readonly away = signal('');
  protected readonly deputy = signal('');
  protected readonly fromOn = signal('');
  protected readonly untilOn = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);

  protected async name(event: Event): Promise<void> {
    event.preventDefault();
    const { missing } = this.t().deputies;
    const lastFits = this.untilOn() >= this.fromOn() ? this.untilOn() : '';
    const fields = {
      'deputy-who': this.deputy() === this.away() ? '' : this.deputy(),
      'deputy-from': this.fromOn(),
      'deputy-until': lastFits,
    };
    this.faults.set(
      Object.entries(fields).flatMap(([field, value]) =>
        value ? [] : [{ field, sentence: missing[field as keyof typeof missing] }],
      ),
    );
    if (this.faults().length > 0) return;
    const body = {
      deputyId: this.deputy(),
      fromOn: this.fromOn(),
      untilOn: this.untilOn(),
      ...(this.away() ? { personId: this.away() } : {}),
    };
    if (await this.acting.run(this.t().deputies.namedSaid, () => this.#send(approvalDelegationsCreate, { body })))
      this.deputies.reload();
  }

  protected async letGo({ id }: FactorDelegationDto): Promise<void> {
    if (
      await this.acting.run(this.t().deputies.endedSaid, () => this.#send(approvalDelegationsEnd, { delegationId: id }))
    )
      this.deputies.reload();
  }
}
