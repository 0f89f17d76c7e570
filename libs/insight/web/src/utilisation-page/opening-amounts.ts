import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { agreementDetailsSetOpeningAmounts } from '@tallgrunn/api-client/calls';
import type { AgreementUtilisationDto, OpeningHoldingDto } from '@tallgrunn/api-client/shapes';
import { DataTable, ProblemMessages, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { parseOpenings } from './parse-openings.ts';

const AMOUNT = /^\d{1,15}(?:[.,]\d{1,6})?$/;

/** Call-offs before the ledgers start, by supplier and lot, with a form to state them. */
@Component({
  selector: 'tg-opening-amounts',
  imports: [DataTable],
  templateUrl: './opening-amounts.html',
})
export class OpeningAmounts {
  readonly view = input.required<AgreementUtilisationDto>();
  readonly stated = output<void>();
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  readonly #session = inject(Session);
  protected readonly mayState = computed(() => this.#session.permissions().has('agreement.write'));
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  readonly #typed = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly month = signal('');
  protected readonly source = signal('');
  protected readonly sourceOn = signal('');
  protected readonly sending = signal(false);
  protected readonly trouble = signal('');
  protected readonly said = signal('');
  /** The month entered, or the one stated before, or the first month with data. */
  protected readonly beforeMonth = computed(
    () =>
      this.month() ||
      this.view().openings.find(({ beforeMonth }) => beforeMonth !== null)?.beforeMonth ||
      this.view().use.forecast.unknownBefore ||
      '',
  );

  protected readonly columns = computed((): readonly Column<OpeningHoldingDto>[] => {
    const { opening: words } = this.t().use;
    return [
      { key: 'supplier', head: words.heads.supplier, text: ({ supplier }) => supplier },
      { key: 'lot', head: words.heads.lot, text: ({ lot }) => lot ?? words.wholeAgreement },
      {
        key: 'amount',
        head: words.heads.amount,
        numeric: true,
        text: ({ amount }) => (amount === null ? words.notStated : this.money(amount)),
      },
      { key: 'source', head: words.heads.source, text: (holding) => this.#sourceOf(holding) },
    ];
  });
  protected readonly trackRow = (holding: OpeningHoldingDto) => this.keyOf(holding);

  #sourceOf({ amount, beforeMonth, source, sourceOn }: OpeningHoldingDto): string {
    return amount === null
      ? ''
      : this.t().use.opening.from({ month: beforeMonth ?? '', source: source ?? '', on: sourceOn ?? '' });
  }

  protected keyOf({ supplierId, lotId }: OpeningHoldingDto): string {
    return `opening-${supplierId}-${lotId ?? 'all'}`;
  }

  protected valueOf(holding: OpeningHoldingDto): string {
    return this.#typed().get(this.keyOf(holding)) ?? holding.amount ?? '';
  }

  protected type(holding: OpeningHoldingDto, value: string): void {
    this.#typed.update((typed) => new Map(typed).set(this.keyOf(holding), value));
  }

  /** Fills the fields from pasted lines or a file. */
  protected paste(text: string): void {
    const { amounts, unread } = parseOpenings(text, this.view().openings, (holding) => this.keyOf(holding));
    this.#typed.update((typed) => new Map([...typed, ...amounts]));
    const { opening: words } = this.t().use;
    this.said.set(amounts.size > 0 ? words.pasted({ count: amounts.size }) : '');
    this.trouble.set(unread.length > 0 ? words.unread({ lines: unread.slice(0, 10).join(', ') }) : '');
  }

  protected async readFile(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    if (file) this.paste(await file.text());
  }

  protected money(amount: string): string {
    return this.t().use.money({ amount, currency: this.view().agreement.currency });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { opening: words } = this.t().use;
    const filled = this.view()
      .openings.map((holding) => ({ holding, written: this.valueOf(holding).replaceAll(/[\s\u00a0]/g, '') }))
      .filter(({ written }) => written !== '');
    const wrong = filled.find(({ written }) => !AMOUNT.test(written));
    this.said.set('');
    this.trouble.set(
      filled.length === 0
        ? words.amountMissing
        : wrong
          ? words.amountOdd({ supplier: wrong.holding.supplier })
          : this.beforeMonth() === ''
            ? words.monthMissing
            : this.source().trim() === ''
              ? words.sourceMissing
              : this.sourceOn() === ''
                ? words.sourceOnMissing
                : '',
    );
    if (this.trouble() !== '' || this.sending()) return;
    this.sending.set(true);
    try {
      const amounts = filled.map(({ holding: { supplierId, lotId }, written }) => ({
        supplierId,
        lotId,
        amount: written.replace(',', '.'),
      }));
      await this.#send(agreementDetailsSetOpeningAmounts, {
        agreementId: this.view().agreement.id,
        body: { beforeMonth: this.beforeMonth(), source: this.source().trim(), sourceOn: this.sourceOn(), amounts },
      });
      this.said.set(words.saved);
      this.#typed.set(new Map());
      this.stated.emit();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
