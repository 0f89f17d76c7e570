import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { StatusTag, Wording, texts } from '@tallgrunn/design';
import { obligationName } from '../obligation/obligation-name.ts';
import { describeDue, statusTones, isDue } from '../obligation/obligation-status.ts';
import { todaySignal } from '../obligation/today.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import type { Chain } from './chains.ts';

/**
 * The reports of a chain for one period: the number of branches with a report due, and a link to submit them together.
 */
@Component({
  selector: 'tg-chain-card',
  imports: [RouterLink, StatusTag],
  template: `
    @let one = first();
    <article class="ds-card" [attr.data-state]="one.state">
      <header>
        <h3 class="ds-heading" data-size="xs">
          <a class="ds-link" [routerLink]="['/reports', one.id, 'branches']">{{ name.period(one) }}</a>
        </h3>
        <tg-status [tone]="tones[one.state]">{{ status() }}</tg-status>
      </header>
      <p>
        {{ one.agreement.title }} <strong>· {{ s().card }}</strong>
      </p>
      <p class="tg-subtle when">{{ t().due({ date: one.dueOn }) }}</p>
      <p>{{ s().cardHelp({ waiting: chain().waiting.length, of: chain().of }) }}</p>
      <p>
        <a class="ds-button" data-variant="secondary" data-size="sm" [routerLink]="['/reports', one.id, 'branches']">{{
          s().cardOpen
        }}</a>
      </p>
    </article>
  `,
  styleUrl: './obligation-card.css',
})
export class ChainCard {
  readonly chain = input.required<Chain>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(branchTexts);
  protected readonly wording = inject(Wording);
  protected readonly name = obligationName();
  protected readonly tones = statusTones;
  readonly #today = todaySignal();
  /** The most urgent of them. */
  protected readonly first = computed(() => this.chain().waiting[0]!);
  protected readonly status = computed(() =>
    isDue(this.first()) && this.first().state !== 'returned' && this.first().state !== 'partly'
      ? describeDue(this.first(), this.#today(), this.t())
      : this.t().state[this.first().state],
  );
}
