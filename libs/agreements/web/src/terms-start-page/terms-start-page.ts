import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementsAgreements, termsPublish } from '@tallgrunn/api-client/calls';
import type { AgreementRow } from '@tallgrunn/api-client/shapes';
import { exampleTerms } from '@tallgrunn/checks';
import type { ClausePackage } from '@tallgrunn/checks';
import { Denied, Empty, Field, Loaded, PageHeader, ProblemWords, Progress, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { todayOf } from '../today.ts';
import { holdsFromOf, suggestPackage } from './suggest-package.ts';

const packages = Object.keys(exampleTerms) as ClausePackage[];

/** Clause packages for many agreements at once: what most begin with after an import. Each gets its first terms version. */
@Component({
  selector: 'tg-terms-start-page',
  imports: [Denied, Empty, Field, Loaded, PageHeader, Progress, RouterLink],
  templateUrl: './terms-start-page.html',
  styleUrl: './terms-start-page.css',
})
export class TermsStartPage {
  protected readonly t = texts(agreementsTexts);
  protected readonly r = texts(registerTexts);
  protected readonly packages = packages;
  protected readonly mayWrite = inject(Session).permissions().has('agreement.write');
  protected readonly agreements = read(agreementsAgreements, () => (this.mayWrite ? {} : undefined));
  protected readonly waiting = computed(
    () => arrived(this.agreements)?.filter(({ termsVersion }) => termsVersion === null) ?? [],
  );
  /** What a person chose, where it is not what was suggested; empty for none. */
  readonly #chosen = signal<Readonly<Record<string, ClausePackage | ''>>>({});
  protected readonly plan = computed(() =>
    this.waiting().flatMap((row) =>
      this.chosenOf(row) === '' ? [] : [{ row, clause: this.chosenOf(row) as ClausePackage }],
    ),
  );
  protected readonly done = signal(0);
  protected readonly working = signal(false);
  protected readonly fault = signal('');
  readonly #today = todayOf(inject(Session));
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  protected suggestionOf(row: AgreementRow): ClausePackage | null {
    return suggestPackage(row.cpv);
  }

  protected chosenOf(row: AgreementRow): ClausePackage | '' {
    return this.#chosen()[row.id] ?? this.suggestionOf(row) ?? '';
  }

  protected fromOf(row: AgreementRow): string {
    return holdsFromOf(row.startsOn, this.#today());
  }

  protected choose(row: AgreementRow, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#chosen.update((all) => ({ ...all, [row.id]: packages.find((each) => each === value) ?? '' }));
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
          body: { document: { ...exampleTerms[clause]() }, holdsFrom: this.fromOf(row) },
        });
        this.done.update((count) => count + 1);
      } catch (error) {
        this.fault.set(this.r().start.failed({ agreement: row.title, why: this.#words.sentence(problemOf(error)) }));
        break;
      }
    }
    this.working.set(false);
    this.agreements.reload();
  }
}
