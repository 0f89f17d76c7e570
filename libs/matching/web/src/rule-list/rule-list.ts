import { Component, inject, output, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { learnedRulesDecide, learnedRulesList } from '@tallgrunn/api-client/calls';
import type { LearnedRuleDto } from '@tallgrunn/api-client/shapes';
import { Empty, Field, Loaded, ProblemMessages, StatusTag, Wording, texts } from '@tallgrunn/design';
import { matchingTexts } from '../texts/matching-texts.ts';

/**
 * Lists the rules that match runs have learned about each supplier's reports, with their confirmations. The user can
 * turn a rule off or on.
 */
@Component({
  selector: 'tg-rule-list',
  imports: [Empty, Field, Loaded, StatusTag],
  templateUrl: './rule-list.html',
  styleUrl: '../decision-list/decision-list.css',
})
export class RuleList {
  readonly decided = output();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly rules = read(learnedRulesList, () => ({}));
  protected readonly sending = signal(false);
  protected readonly told = signal('');
  /** The rule with an error, and the error. */
  readonly #fault = signal({ key: '', sentence: '' });
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  reload(): void {
    this.rules.reload();
  }

  protected keyOf({ supplierId, kind, form }: LearnedRuleDto): string {
    return [supplierId, kind, JSON.stringify(form)].join(' ');
  }

  protected sentenceOf({ form, days, reach, scale }: LearnedRuleDto): string {
    const { rules } = this.t();
    if (form !== null) return rules.numbers({ report: rules.dress(form.report), booked: rules.dress(form.booked) });
    if (reach !== null) return rules.daysBetween({ from: (days ?? 0) - reach, until: (days ?? 0) + reach });
    if (scale === null) return rules.days({ days: days ?? 0 });
    const deviation = Number(scale) - 1;
    return rules.amounts({
      more: deviation > 0,
      percent: this.wording.quantity(String(Math.round(Math.abs(deviation) * 1000) / 10)),
    });
  }

  protected seenOf({ kind, seen }: LearnedRuleDto): string {
    return this.t().rules.seen[kind]({ count: seen });
  }

  protected examplesOf({ examples }: LearnedRuleDto): string {
    return examples.map((example) => this.t().rules.example(example)).join(', ');
  }

  protected actOf({ inUse }: LearnedRuleDto): string {
    return inUse ? this.t().rules.aside : this.t().rules.again;
  }

  protected faultOf(rule: LearnedRuleDto): string {
    const { key, sentence } = this.#fault();
    return key === this.keyOf(rule) ? sentence : '';
  }

  protected async decide(event: Event, rule: LearnedRuleDto): Promise<void> {
    event.preventDefault();
    const reason = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim() ?? '';
    const key = this.keyOf(rule);
    this.#fault.set({ key, sentence: reason === '' ? this.t().rules.missing : '' });
    if (reason === '' || this.sending()) return;
    this.sending.set(true);
    try {
      const { supplierId, kind, form, inUse } = rule;
      await this.#send(learnedRulesDecide, { body: { supplierId, kind, form, inUse: !inUse, reason } });
      this.told.set(inUse ? this.t().rules.isAside : this.t().rules.isAgain);
      this.reload();
      this.decided.emit();
    } catch (error) {
      this.#fault.set({ key, sentence: this.#messages.sentence(problemOf(error)) });
    } finally {
      this.sending.set(false);
    }
  }
}
