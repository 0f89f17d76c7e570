import { Component, computed, inject, input, output, signal } from '@angular/core';
import { arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import {
  figureProposalsApprove,
  figureProposalsList,
  figureProposalsReject,
  figureProposalsWithdraw,
} from '@tallgrunn/api-client/calls';
import type { FigureProposalDto } from '@tallgrunn/api-client/shapes';
import { Field, ProblemMessages, Wording, texts } from '@tallgrunn/design';
import { divide, normalise } from '@tallgrunn/values';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';

/** Official figures awaiting approval, with buttons to approve, reject or withdraw for those who may. */
@Component({
  selector: 'tg-figure-proposals',
  imports: [Field],
  templateUrl: './figure-proposals.html',
})
export class FigureProposals {
  /** Category names by code in the language of the screen. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  /** Emitted when a figure has become official. */
  readonly approved = output();
  protected readonly t = texts(publishedTexts);
  protected readonly emissions = texts(emissionsTexts);
  protected readonly wording = inject(Wording);
  readonly #proposals = read(figureProposalsList);
  protected readonly proposals = computed(() => arrived(this.#proposals) ?? []);
  /** Id of the proposal for which a rejection reason is being written. */
  protected readonly rejecting = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly reasonMissing = signal('');
  protected readonly sending = signal(false);
  protected readonly said = signal('');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  reload(): void {
    this.#proposals.reload();
  }

  /** Describes a proposal in one sentence. */
  protected titleOf({ kind, run, caseNumber, description, figures }: FigureProposalDto): string {
    const { publication, sealing } = this.t().proposals;
    return kind === 'publication'
      ? publication({ run: run ?? 0, caseNumber: caseNumber ?? '', scope: description })
      : sealing({ figures: figures?.length ?? 0, source: description });
  }

  /** Describes the months, buyers and categories of a publication, or lists the external figures. */
  protected detailsOf({ kind, from, to, buyers, categories, figures }: FigureProposalDto): readonly string[] {
    const { proposals, scopes, sealed } = this.t();
    const named = (codes: readonly string[]) => codes.map((code) => this.names().get(code) ?? code).join(', ');
    if (kind === 'sealed-figures') {
      return (figures ?? []).map(({ year, buyer, category, kg }) =>
        [
          year,
          buyer ?? sealed.all,
          category === null ? sealed.allCategories : named([category]),
          this.emissions().page.tonnes({ value: normalise(divide(kg, '1000', 6)) }),
        ].join(', '),
      );
    }
    const months =
      from === null && to === null
        ? scopes.allMonths
        : `${from === null ? '' : this.wording.period(from)}–${to === null ? '' : this.wording.period(to)}`;
    return [
      proposals.scope({
        months,
        buyers: buyers?.join(', ') ?? sealed.all,
        categories: categories === null ? sealed.allCategories : named(categories),
      }),
    ];
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected approve(proposal: FigureProposalDto): Promise<void> {
    return this.#act(
      () => this.#send(figureProposalsApprove, { proposalId: proposal.id }),
      this.t().proposals.approved,
      () => this.approved.emit(),
    );
  }

  protected withdraw(proposal: FigureProposalDto): Promise<void> {
    return this.#act(
      () => this.#send(figureProposalsWithdraw, { proposalId: proposal.id }),
      this.t().proposals.withdrawn,
    );
  }

  protected async reject(event: Event, proposal: FigureProposalDto): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.reasonMissing.set(reason === '' ? this.t().proposals.reasonMissing : '');
    if (reason === '') return;
    await this.#act(
      () => this.#send(figureProposalsReject, { proposalId: proposal.id, body: { reason } }),
      this.t().proposals.rejected,
      () => {
        this.rejecting.set(null);
        this.reason.set('');
      },
    );
  }

  async #act(call: () => Promise<unknown>, done: string, after: () => void = () => undefined): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await call();
      this.said.set(done);
      after();
      this.reload();
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
