import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read, sender } from '@tallgrunn/api-client';
import {
  categoriesList,
  factorAssignmentsApprovers,
  methodPoliciesPreview,
  methodPoliciesListProposals,
  methodPoliciesPropose,
  methodPoliciesList,
  methodPoliciesDecide,
  methodPoliciesWithdraw,
} from '@tallgrunn/api-client/calls';
import type { PreviewDto, MethodPolicyProposalDto, MethodPolicyDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
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
import type { Column, FormError, StatusTone } from '@tallgrunn/design';
import { ActionState, valueOf } from '../action-state.ts';
import { PreviewChanges } from '../preview/preview-changes.ts';
import { factorTexts } from '../texts/factor-texts.ts';

type Method = MethodPolicyDto['methods'][number];
const allMethods: readonly Method[] = [
  'declared-verified',
  'declared-unverified',
  'invoice-co2e',
  'physical-average',
  'spend-category',
  'spend-account',
];
const suppliers: readonly Method[] = ['declared-verified', 'declared-unverified', 'invoice-co2e'];
const tones: Record<MethodPolicyProposalDto['state'], StatusTone> = {
  proposed: 'waiting',
  approved: 'good',
  rejected: 'stopped',
  withdrawn: 'quiet',
};

/**
 * Page of method policies: those in force per category, proposals awaiting approval, a form for a new proposal, and
 * earlier proposals.
 */
@Component({
  selector: 'tg-method-policies-page',
  imports: [Cell, DataTable, PreviewChanges, ErrorSummary, Field, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './method-policies-page.html',
  styleUrl: '../assignments-page/assignments-page.css',
})
export class MethodPoliciesPage {
  protected readonly t = texts(factorTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  readonly #send = sender();
  protected readonly acting = new ActionState();
  protected readonly mayRule = computed(() => this.#session.permissions().has('method-policy.manage'));
  protected readonly category = queryState('category');
  protected readonly rulings = read(methodPoliciesList);
  protected readonly proposals = read(methodPoliciesListProposals);
  protected readonly approvers = read(factorAssignmentsApprovers, () => (this.mayRule() ? {} : undefined));
  readonly #categories = read(categoriesList);
  protected readonly names = computed(
    () => new Map((arrived(this.#categories) ?? []).map(({ code, name }) => [code, name[this.#library.language()]])),
  );
  protected readonly standing = computed(() => (arrived(this.rulings) ?? []).filter(({ holds }) => holds));
  protected readonly waiting = computed(() =>
    (arrived(this.proposals) ?? []).filter(({ state }) => state === 'proposed'),
  );
  protected readonly past = computed(() => (arrived(this.proposals) ?? []).filter(({ state }) => state !== 'proposed'));
  protected readonly methods = allMethods;
  protected readonly tones = tones;
  protected readonly faultAt = fieldError;
  protected readonly valueOf = valueOf;

  protected readonly chosen = signal<ReadonlySet<Method>>(new Set(allMethods.slice(3)));
  protected readonly fromOn = signal('');
  protected readonly reason = signal('');
  protected readonly approver = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly formEffect = signal<PreviewDto | null>(null);
  protected readonly effects = signal<ReadonlyMap<string, PreviewDto>>(new Map());

  protected readonly track = ({ category }: MethodPolicyDto) => category;
  protected readonly columns = computed<readonly Column<MethodPolicyDto>[]>(() => {
    const { heads, standard } = this.t().rulings;
    return [
      { key: 'category', head: heads.category, text: ({ category }) => this.nameOf(category) },
      { key: 'counts', head: heads.counts, text: (row) => this.methodsOf(row) },
      { key: 'since', head: heads.since, text: ({ fromOn }) => (fromOn ? this.wording.date(fromOn) : standard) },
      {
        key: 'by',
        head: heads.by,
        text: ({ proposedBy, decidedBy }) => [proposedBy, decidedBy].filter(Boolean).join(', '),
      },
      ...(this.mayRule() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected nameOf(category: string): string {
    return this.names().get(category) ?? category;
  }

  protected methodsOf({ methods }: { readonly methods: readonly Method[] }): string {
    return methods.map((method) => this.t().rulings.methods[method]).join(' → ');
  }

  protected countsSuppliers({ methods }: { readonly methods: readonly Method[] }): boolean {
    return methods.some((method) => suppliers.includes(method));
  }

  protected toggle(method: Method): void {
    const next = new Set(this.chosen());
    if (!next.delete(method)) next.add(method);
    this.chosen.set(next);
    this.formEffect.set(null);
  }

  readonly #request = computed(() => ({
    category: this.category(),
    fromOn: this.fromOn(),
    methods: allMethods.filter((method) => this.chosen().has(method)),
  }));

  async #previewed({
    category,
    fromOn,
    methods,
  }: {
    readonly category: string;
    readonly fromOn: string;
    readonly methods: readonly Method[];
  }): Promise<PreviewDto> {
    return this.#send(methodPoliciesPreview, { category, fromOn, methods: [...methods] });
  }

  #found(fields: Readonly<Record<string, string>>): boolean {
    const { missing } = this.t().rulings;
    this.faults.set(
      Object.entries(fields).flatMap(([field, value]) =>
        value ? [] : [{ field, sentence: missing[field as keyof typeof missing] }],
      ),
    );
    return this.faults().length === 0;
  }

  protected async showFormEffect(): Promise<void> {
    if (!this.#found({ 'ruling-methods': this.#request().methods.join(), 'ruling-from': this.fromOn() })) return;
    await this.acting.run('', async () => this.formEffect.set(await this.#previewed(this.#request())));
  }

  protected async showEffect(row: MethodPolicyProposalDto): Promise<void> {
    await this.acting.run('', async () => {
      const told = await this.#previewed(row);
      this.effects.set(new Map([...this.effects(), [row.id, told]]));
    });
  }

  protected async propose(event: Event): Promise<void> {
    event.preventDefault();
    const asked = this.#request();
    if (
      !this.#found({
        'ruling-methods': asked.methods.join(),
        'ruling-from': asked.fromOn,
        'ruling-reason': this.reason().trim(),
        'ruling-approver': this.approver(),
      })
    )
      return;
    const sent = await this.acting.run(this.t().rulings.sentSaid, () =>
      this.#send(methodPoliciesPropose, {
        body: { ...asked, reason: this.reason().trim(), approverId: this.approver() },
      }),
    );
    if (!sent) return;
    this.category.set('');
    this.formEffect.set(null);
    this.proposals.reload();
  }

  protected async decide(
    { id }: MethodPolicyProposalDto,
    verdict: 'approved' | 'rejected',
    note: string,
  ): Promise<void> {
    const said = verdict === 'approved' ? this.t().rulings.approvedSaid : this.t().choices.decidedSaid.rejected;
    await this.#changed(said, () =>
      this.#send(methodPoliciesDecide, {
        proposalId: id,
        body: { verdict, ...(note.trim() ? { note: note.trim() } : {}) },
      }),
    );
  }

  protected async withdraw({ id }: MethodPolicyProposalDto): Promise<void> {
    await this.#changed(this.t().choices.withdrawnSaid, () => this.#send(methodPoliciesWithdraw, { proposalId: id }));
  }

  async #changed(said: string, work: () => Promise<unknown>): Promise<void> {
    if (!(await this.acting.run(said, work))) return;
    this.proposals.reload();
    this.rulings.reload();
  }
}
