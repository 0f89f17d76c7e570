import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import {
  categoriesList,
  productGroupsList,
  factorAssignmentsList,
  factorAssignmentsCreate,
  factorAssignmentsPropose,
  factorAssignmentsEnd,
  factorAssignmentsDecide,
  factorAssignmentsApprovers,
  factorAssignmentsWithdraw,
  emissionPreviewsFactorAssignment,
} from '@tallgrunn/api-client/calls';
import type { FactorAssignmentDto, PreviewDto } from '@tallgrunn/api-client/shapes';
import {
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  StatusTag,
  TextLibrary,
  Wording,
  fieldError,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { FormError, StatusTone } from '@tallgrunn/design';
import { ActionState, valueOf } from '../action-state.ts';
import { PreviewChanges } from '../preview/preview-changes.ts';
import { factorTexts } from '../texts/factor-texts.ts';
import { assignmentHistory } from './assignment-history.ts';

type AssignmentStatus = FactorAssignmentDto['standing'];
const tones: Record<AssignmentStatus, StatusTone> = {
  draft: 'quiet',
  proposed: 'waiting',
  coming: 'waiting',
  'in-force': 'good',
  replaced: 'quiet',
  rejected: 'stopped',
  withdrawn: 'quiet',
  retired: 'quiet',
};

/**
 * Page for the cooperative's factor assignments in all states: draft, proposed, approved by a second person, in force,
 * ended.
 */
@Component({
  selector: 'tg-assignments-page',
  imports: [PreviewChanges, ErrorSummary, Field, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './assignments-page.html',
  styleUrl: './assignments-page.css',
})
export class AssignmentsPage {
  protected readonly t = texts(factorTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #send = sender();
  protected readonly acting = new ActionState();
  protected readonly language = computed(() => this.#library.language());
  protected readonly mayChoose = computed(() => this.#session.permissions().has('factor-assignment.manage'));
  protected readonly set = queryState('set');
  protected readonly factor = queryState('factor');
  protected readonly kind = queryState('kind', 'product');
  protected readonly show = queryState('standing');
  protected readonly choices = read(factorAssignmentsList);
  protected readonly approvers = read(factorAssignmentsApprovers, () => (this.mayChoose() ? {} : undefined));
  readonly #products = read(productGroupsList);
  readonly #categories = read(categoriesList);
  protected readonly categoryNames = computed(
    () => new Map((arrived(this.#categories) ?? []).map(({ code, name }) => [code, name[this.language()]])),
  );
  protected readonly targets = computed(() =>
    ((this.kind() === 'product' ? arrived(this.#products) : arrived(this.#categories)) ?? []).map(({ code, name }) => ({
      code,
      name: name[this.language()],
    })),
  );
  protected readonly standings = Object.keys(tones) as AssignmentStatus[];
  protected readonly shown = computed(() =>
    (arrived(this.choices) ?? []).filter(({ standing }) => !this.show() || standing === this.show()),
  );
  protected readonly tones = tones;
  protected readonly faultAt = fieldError;
  protected readonly valueOf = valueOf;

  protected readonly target = signal('');
  protected readonly fromOn = signal('');
  protected readonly reason = signal('');
  protected readonly foreign = signal('');
  protected readonly approver = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly effects = signal<ReadonlyMap<string, PreviewDto>>(new Map());

  protected targetOf({ kind, target, targetName }: FactorAssignmentDto): string {
    return targetName?.[this.language()] ?? (kind === 'account' ? target.replace(':', ' ').toUpperCase() : target);
  }

  protected lifeOf(row: FactorAssignmentDto): readonly string[] {
    return assignmentHistory(row, this.t().choices.steps, this.t().somebody, (instant) =>
      this.wording.instant(instant),
    );
  }

  protected async draft(event: Event): Promise<void> {
    event.preventDefault();
    if (
      !this.#found({
        'choice-target': this.target().trim(),
        'choice-from': this.fromOn(),
        'choice-reason': this.reason().trim(),
        'choice-approver': this.approver(),
      })
    )
      return;
    await this.#written(this.t().choices.proposedSaid, this.approver());
  }

  protected async keepDraft(): Promise<void> {
    if (
      !this.#found({
        'choice-target': this.target().trim(),
        'choice-from': this.fromOn(),
        'choice-reason': this.reason().trim(),
      })
    )
      return;
    await this.#written(this.t().choices.draftSaid, null);
  }

  async #written(said: string, approverId: string | null): Promise<void> {
    const kind = this.kind() === 'category' ? 'category' : this.kind() === 'account' ? 'account' : 'product';
    const foreign = this.foreign().trim();
    const body = {
      kind,
      target: this.target().trim(),
      setId: this.set(),
      factorId: this.factor(),
      fromOn: this.fromOn(),
      reason: this.reason().trim(),
      ...(foreign ? { foreignDecision: foreign } : {}),
    } as const;
    const refused = (codes: readonly string[]): boolean => {
      const fault: FormError | undefined = codes.includes('foreign-needs-decision')
        ? { field: 'choice-foreign', sentence: this.t().choices.foreignNeeded }
        : codes.includes('factor-of-burning')
          ? { field: 'choice-target', sentence: this.t().choices.burning }
          : undefined;
      if (fault) this.faults.set([fault]);
      return fault !== undefined;
    };
    const done = await this.acting.run(
      said,
      async () => {
        const { id } = await this.#send(factorAssignmentsCreate, { body });
        if (approverId) await this.#send(factorAssignmentsPropose, { assignmentId: id, body: { approverId } });
      },
      refused,
    );
    if (!done) return;
    this.set.set('');
    this.factor.set('');
    this.choices.reload();
  }

  #found(fields: Readonly<Record<string, string>>): boolean {
    const { missing } = this.t().choices;
    this.faults.set(
      Object.entries(fields).flatMap(([field, value]) =>
        value ? [] : [{ field, sentence: missing[field as keyof typeof missing] }],
      ),
    );
    return this.faults().length === 0;
  }

  protected propose({ id }: FactorAssignmentDto, approverId: string): Promise<void> {
    const { proposedSaid, missing } = this.t().choices;
    if (!approverId) return Promise.resolve(this.acting.failed.set(missing['choice-approver']));
    return this.#changed(proposedSaid, () =>
      this.#send(factorAssignmentsPropose, { assignmentId: id, body: { approverId } }),
    );
  }

  protected decide({ id }: FactorAssignmentDto, verdict: 'approved' | 'rejected', note: string): Promise<void> {
    return this.#changed(this.t().choices.decidedSaid[verdict], () =>
      this.#send(factorAssignmentsDecide, {
        assignmentId: id,
        body: { verdict, ...(note.trim() ? { note: note.trim() } : {}) },
      }),
    );
  }

  protected withdraw({ id }: FactorAssignmentDto): Promise<void> {
    return this.#changed(this.t().choices.withdrawnSaid, () =>
      this.#send(factorAssignmentsWithdraw, { assignmentId: id }),
    );
  }

  protected retire({ id }: FactorAssignmentDto, untilOn: string): Promise<void> {
    if (!untilOn) return Promise.resolve(this.acting.failed.set(this.t().choices.untilMissing));
    return this.#changed(this.t().choices.retiredSaid, () =>
      this.#send(factorAssignmentsEnd, { assignmentId: id, body: { untilOn } }),
    );
  }

  protected async preview({ id }: FactorAssignmentDto): Promise<void> {
    await this.acting.run('', async () => {
      const told = await this.#send(emissionPreviewsFactorAssignment, { assignmentId: id });
      this.effects.set(new Map([...this.effects(), [id, told]]));
    });
  }

  async #changed(said: string, work: () => Promise<unknown>): Promise<void> {
    if (await this.acting.run(said, work)) this.choices.reload();
  }
}
