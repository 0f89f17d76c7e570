import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { titleOf, type LastingPatch, type TermsField } from '@tallgrunn/checks';
import { TextLibrary, texts } from '@tallgrunn/design';
import { patchSubject } from '../checking/texts-met.ts';
import type { RememberedAnswer } from '../report-session/remembered.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { titleOfField } from './column-options.ts';

interface AnswerText {
  readonly answer: RememberedAnswer;
  readonly words: string;
  readonly given: string;
}

/** Remembered answers applied to this file: what, when and by whom, each with a button to revoke it. */
@Component({
  selector: 'tg-remembered-section',
  imports: [NgTemplateOutlet],
  templateUrl: './remembered-section.html',
  styleUrl: './remembered-section.css',
})
export class RememberedSection {
  protected readonly t = texts(reportingTexts);
  readonly #desk = inject(ReportStore);
  readonly #language = inject(TextLibrary).language;
  protected readonly failed = signal(false);
  readonly #fields = computed(
    () =>
      new Map<string, TermsField>(
        (this.#desk.basis.known()?.terms.tables ?? []).flatMap(({ fields }) =>
          fields.map((field) => [field.name, field] as const),
        ),
      ),
  );
  readonly #all = computed(() => this.#desk.chosen()?.remembered ?? []);
  /** Answers that apply to this file; the others are listed separately. */
  protected readonly used = computed(() =>
    this.#all()
      .filter((answer) => this.#isUsed(answer))
      .map((answer) => this.#shown(answer)),
  );
  protected readonly others = computed(() =>
    this.#all()
      .filter((answer) => !this.#isUsed(answer))
      .map((answer) => this.#shown(answer)),
  );
  protected readonly hasHashes = computed(() =>
    this.#all().some((answer) => answer.kind === 'customer' && !this.#isUsed(answer)),
  );

  protected async undo(answer: RememberedAnswer): Promise<void> {
    this.failed.set(false);
    await this.#desk.takeBack(answer).catch(() => this.failed.set(true));
  }

  #isUsed(answer: RememberedAnswer): boolean {
    const checked = this.#desk.run.checked();
    if (!checked) return false;
    if (answer.kind === 'customer') return checked.cut.remembered.some(({ hash }) => hash === answer.subject);
    if (answer.kind === 'question')
      return checked.groups.some(
        ({ code, severity, example }) =>
          severity === 'confirm' && code === answer.answer.code && (example.cause ?? '') === answer.answer.cause,
      );
    const text = patchSubject(answer.answer);
    return text === null || checked.met.includes(text);
  }

  #shown(answer: RememberedAnswer): AnswerText {
    const t = this.t().remembered;
    return {
      answer,
      words: this.#describe(answer),
      given: t.given({ at: answer.givenAt, by: answer.givenBy, report: answer.reportNumber }),
    };
  }

  #describe(answer: RememberedAnswer): string {
    const t = this.t().remembered;
    if (answer.kind === 'question')
      return t.question({
        title: titleOf(answer.answer.code, this.#language()),
        cause: this.#field(answer.answer.cause),
        reason: answer.reason,
      });
    if (answer.kind === 'change') return this.#changeLabel(answer.answer);
    const seen = this.#desk.run.checked()?.cut.remembered.filter(({ hash }) => hash === answer.subject) ?? [];
    if (!seen[0]) return answer.answer.ours ? t.someOfOurs : t.someOther;
    const who = { name: seen[0].name, rows: seen.reduce((sum, { rows }) => sum + rows, 0) };
    return answer.answer.ours ? t.ours(who) : t.notOurs(who);
  }

  #changeLabel(patch: LastingPatch): string {
    const t = this.t().remembered;
    if (patch.set === 'column') return t.column({ heading: patch.heading, field: this.#field(patch.field) });
    if (patch.set === 'unit')
      return t.means({
        text: patch.text,
        meaning: patch.factor === undefined ? patch.unit : `${patch.factor} ${patch.to ?? ''}`,
      });
    if (patch.set === 'buyer') return t.means({ text: patch.text, meaning: this.#nameOf(patch.buyer) });
    if (patch.set === 'item') return t.means({ text: patch.text, meaning: this.#itemOf(patch.item) });
    if (patch.set === 'measure') return patch.value === 'amount' ? t.tableOfKroner : t.tableOfQuantities;
    const field = this.#field(patch.field);
    if (patch.set === 'whole-table') return t.inPeriod({ field });
    if (patch.set === 'fill-down') return t.fillDown({ field });
    if (patch.set === 'decimal-char') return t.decimal({ field, sign: patch.value });
    return patch.value === 'day-first' ? t.dayFirst({ field }) : t.monthFirst({ field });
  }

  /** Returns the title of a field of the terms; any other text is returned unchanged. */
  #field(name: string): string {
    const field = this.#fields().get(name);
    return field ? titleOfField(field, this.#language()) : name;
  }

  #nameOf(buyer: string): string {
    const buyers = this.#desk.basis.known()?.context.buyers;
    return buyers?.name[buyers.key.indexOf(buyer)] ?? buyer;
  }

  #itemOf(number: string): string {
    const items = this.#desk.basis.known()?.context.items;
    return `${number} ${items?.name[items.number.indexOf(number)] ?? ''}`.trim();
  }
}
