import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementsList, termsPublish } from '@tallgrunn/api-client/calls';
import type { AgreementSummaryDto } from '@tallgrunn/api-client/shapes';
import { exampleTerms } from '@tallgrunn/checks';
import type { ClausePackage } from '@tallgrunn/checks';
import { Denied, Empty, Field, Loaded, PageHeader, ProblemMessages, Progress, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { todaySignal } from '../today.ts';
import { currentLanguage } from '../current-language.ts';
import { NoAgreements } from '../no-agreements/no-agreements.ts';
import { agreementStatus } from '../register-page/agreement-status.ts';
import { commitmentRuleOf, withoutCommitments } from '../terms-tab/agreed-claims.ts';
import { describeTerms } from '../terms-tab/describe-terms.ts';
import { defaultStartOf, suggestPackage } from './suggest-package.ts';

const packages = Object.keys(exampleTerms) as ClausePackage[];

/** Adds clause packages to many agreements at once, typically after an import. Each gets its first terms version. */
@Component({
  selector: 'tg-terms-start-page',
  imports: [Denied, Empty, Field, Loaded, NoAgreements, PageHeader, Progress, RouterLink],
  templateUrl: './terms-start-page.html',
  styleUrl: './terms-start-page.css',
})
export class TermsStartPage {
  protected readonly t = texts(agreementsTexts);
  protected readonly r = texts(registerTexts);
  protected readonly packages = packages;
  protected readonly mayWrite = inject(Session).permissions().has('agreement.write');
  protected readonly agreements = read(agreementsList, () => (this.mayWrite ? {} : undefined));
  readonly #without = computed(
    () => arrived(this.agreements)?.filter(({ termsVersion }) => termsVersion === null) ?? [],
  );
  protected readonly waiting = computed(() =>
    this.#without().filter((row) => agreementStatus(row, this.#today()) !== 'ended'),
  );
  /** Ended agreements need no reports and are excluded here. */
  protected readonly ended = computed(() => this.#without().length - this.waiting().length);
  /** The user's choice where it differs from the suggestion; empty for none. */
  readonly #chosen = signal<Readonly<Record<string, ClausePackage | ''>>>({});
  readonly #leftOut = signal<ReadonlySet<string>>(new Set());
  protected readonly plan = computed(() =>
    this.waiting().flatMap((row) =>
      this.chosenOf(row) === '' || this.#leftOut().has(row.id)
        ? []
        : [{ row, clause: this.chosenOf(row) as ClausePackage }],
    ),
  );
  /** The content of each package in use, and the suggested rules that are omitted because they are not agreed. */
  protected readonly contents = computed(() =>
    packages
      .map((clause) => ({
        clause,
        count: this.plan().filter((each) => each.clause === clause).length,
        facts: describeTerms(exampleTerms[clause](), this.t().terms, this.#language()),
      }))
      .filter(({ count }) => count > 0)
      .map(({ clause, count, facts }) => ({
        ...{ clause, count },
        asked: facts.filter(({ rule }) => commitmentRuleOf(rule) === null),
        notAgreed: facts.filter(({ rule }) => commitmentRuleOf(rule) !== null),
      })),
  );
  readonly #language = currentLanguage();
  protected readonly done = signal(0);
  protected readonly working = signal(false);
  protected readonly fault = signal('');
  readonly #today = todaySignal(inject(Session));
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected suggestionOf(row: AgreementSummaryDto): ClausePackage | null {
    return suggestPackage(row.cpv);
  }

  protected chosenOf(row: AgreementSummaryDto): ClausePackage | '' {
    return this.#chosen()[row.id] ?? this.suggestionOf(row) ?? '';
  }

  protected fromOf(row: AgreementSummaryDto): string {
    return defaultStartOf(row.startsOn, this.#today());
  }

  protected choose(row: AgreementSummaryDto, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#chosen.update((all) => ({ ...all, [row.id]: packages.find((each) => each === value) ?? '' }));
  }

  protected isIncluded({ id }: AgreementSummaryDto): boolean {
    return !this.#leftOut().has(id);
  }

  protected include({ id }: AgreementSummaryDto): void {
    this.#leftOut.update((all) => {
      const next = new Set(all);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected includeAll(isIncluded: boolean): void {
    this.#leftOut.set(new Set(isIncluded ? [] : this.waiting().map(({ id }) => id)));
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    if (this.working()) return;
    this.working.set(true);
    this.fault.set('');
    this.done.set(0);
    for (const { row, clause } of this.plan()) {
      try {
        await this.#send(termsPublish, {
          agreementId: row.id,
          body: { document: { ...withoutCommitments(exampleTerms[clause]()) }, holdsFrom: this.fromOf(row) },
        });
        this.done.update((count) => count + 1);
      } catch (error) {
        this.fault.set(this.r().start.failed({ agreement: row.title, why: this.#messages.sentence(problemOf(error)) }));
        break;
      }
    }
    this.working.set(false);
    this.agreements.reload();
  }
}
