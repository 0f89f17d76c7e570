import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { choicesChoices, choicesDraftChoice, choicesPropose, choicesVerdict, choicesWhoCanApprove, catalogueCategories, catalogueProducts, rulingsPreviewChoice } from '@tallgrunn/api-client/calls';
import type { FactorChoiceShape, PreviewShape } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, Loaded, PageHeader, ProblemWords, StatusTag, TextLibrary, Wording, faultAt, queryState, texts } from '@tallgrunn/design';
import type { FormFault, StatusTone } from '@tallgrunn/design';
import { factorTexts } from '../texts/factor-texts.ts';

const tones: Record<FactorChoiceShape['state'], StatusTone> = { draft: 'quiet', proposed: 'waiting', approved: 'good', rejected: 'stopped', retired: 'quiet' };

/** The cooperative's own choices of factor: what waits for a second person, what is in force, and a form for the next. */
@Component({
  selector: 'tg-choices-page',
  imports: [ErrorSummary, Field, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './choices-page.html',
  styleUrl: './choices-page.css',
})
export class ChoicesPage {
  protected readonly t = texts(factorTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #words = inject(ProblemWords);
  readonly #send = sender();
  protected readonly language = computed(() => this.#library.language());
  protected readonly mayChoose = computed(() => this.#session.permissions().has('factor.choose'));
  protected readonly set = queryState('set');
  protected readonly factor = queryState('factor');
  protected readonly kind = queryState('kind', 'product');
  protected readonly choices = read(choicesChoices);
  protected readonly approvers = read(choicesWhoCanApprove, () => (this.mayChoose() ? {} : undefined));
  readonly #products = read(catalogueProducts);
  readonly #categories = read(catalogueCategories);
  protected readonly targets = computed(() => ((this.kind() === 'product' ? arrived(this.#products) : arrived(this.#categories)) ?? []).map(({ code, name }) => ({ code, name: name[this.language()] })));
  protected readonly tones = tones;
  protected readonly faultAt = faultAt;

  protected readonly target = signal('');
  protected readonly fromOn = signal('');
  protected readonly reason = signal('');
  protected readonly foreign = signal('');
  protected readonly approver = signal('');
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly failed = signal('');
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  protected readonly previews = signal<ReadonlyMap<string, PreviewShape>>(new Map());

  protected targetOf({ kind, target, targetName }: FactorChoiceShape): string {
    return targetName?.[this.language()] ?? (kind === 'account' ? target.replace(':', ' ').toUpperCase() : target);
  }

  protected tonnes(kg: string): string {
    const value = Number(kg) / 1000;
    return `${this.wording.quantity(String(value === 0 ? 0 : Number(value.toPrecision(3))))} t`;
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async draft(event: Event): Promise<void> {
    event.preventDefault();
    const { missing } = this.t().choices;
    const fields = { 'choice-target': this.target(), 'choice-from': this.fromOn(), 'choice-reason': this.reason().trim(), 'choice-approver': this.approver() };
    this.faults.set(Object.entries(fields).flatMap(([field, value]) => (value ? [] : [{ field, sentence: missing[field as keyof typeof missing] }])));
    if (this.faults().length > 0) return;
    await this.#act(this.t().choices.proposedSaid, async () => {
      const kind = this.kind() === 'category' ? 'category' : 'product';
      const made = await this.#send(choicesDraftChoice, { body: { kind, target: this.target(), setId: this.set(), factorId: this.factor(), fromOn: this.fromOn(), reason: this.reason().trim(), ...(this.foreign().trim() ? { foreignDecision: this.foreign().trim() } : {}) } });
      await this.#send(choicesPropose, { choiceId: made.id, body: { approverId: this.approver() } });
      this.set.set('');
      this.factor.set('');
    });
  }

  protected decide({ id }: FactorChoiceShape, verdict: 'approved' | 'rejected'): Promise<void> {
    return this.#act(this.t().choices.decidedSaid[verdict], () => this.#send(choicesVerdict, { choiceId: id, body: { verdict } }));
  }

  protected async preview({ id }: FactorChoiceShape): Promise<void> {
    await this.#act('', async () => {
      const told = await this.#send(rulingsPreviewChoice, { choiceId: id });
      this.previews.set(new Map([...this.previews(), [id, told]]));
    });
  }

  async #act(said: string, work: () => Promise<unknown>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failed.set('');
    try {
      await work();
      this.said.set(said);
      if (said) this.choices.reload();
    } catch (error) {
      const problem = problemOf(error);
      const foreign = problem.issues?.some(({ code }) => code === 'foreign-needs-decision');
      this.faults.set(foreign ? [{ field: 'choice-foreign', sentence: this.t().choices.foreignNeeded }] : []);
      if (!foreign) this.failed.set(this.#words.sentence(problem));
    } finally {
      this.sending.set(false);
    }
  }
}
