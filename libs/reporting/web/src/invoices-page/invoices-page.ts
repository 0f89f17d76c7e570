import { Component, computed, inject, input } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { obligationsShow, invoicePrefillQuality } from '@tallgrunn/api-client/calls';
import type { InvoiceQualityDto, QualityGapDto, ShareDto } from '@tallgrunn/api-client/shapes';
import {
  BarChart,
  Empty,
  Loaded,
  PageHeader,
  StatusTag,
  TextLibrary,
  Wording,
  texts,
  type Bar,
  type BarLegend,
  type StatusTone,
} from '@tallgrunn/design';
import { addDays, compare, subtract } from '@tallgrunn/values';
import { obligationName } from '../obligation/obligation-name.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

const THOUSAND = 1000;
const tones: Readonly<Record<InvoiceQualityDto['verdict'], StatusTone>> = {
  enough: 'good',
  nearly: 'waiting',
  'not-enough': 'attention',
  none: 'quiet',
};

/**
 * Assesses whether a supplier's e-invoices can replace its reports: the conclusion, monthly figures, and what is
 * missing.
 */
@Component({
  selector: 'tg-invoices-page',
  imports: [BarChart, Empty, Loaded, PageHeader, StatusTag],
  templateUrl: './invoices-page.html',
  styleUrl: './invoices-page.css',
})
export class InvoiceQualityPage {
  /**
   * Id of an obligation, from the route. The page covers its agreement and the twelve months up to the end of its
   * period.
   */
  readonly obligation = input.required<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(invoicedTexts);
  protected readonly wording = inject(Wording);
  protected readonly name = obligationName();
  protected readonly tones = tones;
  protected readonly addDays = addDays;
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  protected readonly isSupplier = computed(() => this.#session.side() === 'supplier');
  protected readonly detail = read(obligationsShow, () => ({ obligationId: this.obligation() }));
  protected readonly quality = read(invoicePrefillQuality, () => ({
    obligationId: this.obligation(),
    language: this.#library.language(),
  }));
  protected readonly legend = computed<readonly BarLegend[]>(() => [
    { label: this.s().quality.legend.good, pattern: 'solid' },
    { label: this.s().quality.legend.rest, pattern: 'empty' },
  ]);
  protected readonly bars = computed<readonly Bar[]>(() =>
    (arrived(this.quality)?.months ?? []).map(({ month, all, good }) => ({
      label: this.s().quality.month({ month }),
      shown: this.wording.money(all.amount, 0),
      stretches: [
        { value: Number(good.amount) / THOUSAND, pattern: 'solid' },
        { value: Number(subtract(all.amount, good.amount)) / THOUSAND, pattern: 'empty' },
      ],
      cells: [this.wording.money(good.amount, 0), this.share(good, all)],
    })),
  );

  protected verdictOf({ verdict, good, all }: InvoiceQualityDto): string {
    return this.s().quality.verdict[verdict]({ share: shareOf(good, all) });
  }

  protected share(part: ShareDto, whole: ShareDto): string {
    return this.wording.share(shareOf(part, whole), 0);
  }

  protected gapIn({ quality, lines, amount }: QualityGapDto): string {
    return this.s().quality.gap[quality]({ lines, amount });
  }
}

function shareOf(part: ShareDto, whole: ShareDto): string {
  return compare(whole.amount, '0') > 0 ? String(Number(part.amount) / Number(whole.amount)) : '0';
}
