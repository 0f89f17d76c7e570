import { Component, computed, inject, input } from '@angular/core';
import { Session, read } from '@tallgrunn/api-client';
import { itemsShow } from '@tallgrunn/api-client/calls';
import type { ItemDto } from '@tallgrunn/api-client/shapes';
import { Loaded, PageHeader, Wording, texts } from '@tallgrunn/design';
import { formatMoney } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { todaySignal } from '../today.ts';
import { PacksSection } from './packs-section.ts';
import { StepChart } from './step-chart.ts';

/** One item: its description, price history, packs and item numbers. */
@Component({
  selector: 'tg-item-page',
  imports: [Loaded, PacksSection, PageHeader, StepChart],
  templateUrl: './item-page.html',
  styleUrl: '../items-tab/section.css',
})
export class ItemPage {
  readonly agreementId = input.required<string>();
  readonly itemId = input.required<string>();
  protected readonly t = texts(pricesTexts);
  protected readonly words = texts(agreementsTexts);
  protected readonly item = read(itemsShow, () => ({ agreementId: this.agreementId(), itemId: this.itemId() }));
  protected readonly heading = computed(() =>
    this.item.hasValue() ? this.item.value().name : this.words().agreement.waiting,
  );
  readonly #session = inject(Session);
  protected readonly today = todaySignal(this.#session);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  readonly #wording = inject(Wording);
  readonly #language = currentLanguage();

  protected facts(item: ItemDto): readonly { readonly name: string; readonly value: string }[] {
    const { facts, kilos } = this.t().item;
    const all: [string, string | null][] = [
      [facts.number, item.number],
      [facts.gtin, item.gtin],
      [facts.nobb, item.nobb],
      [facts.lot, item.lot],
      [facts.category, item.category],
      [facts.unit, item.unit],
      [facts.weight, item.netWeightKg && kilos({ weight: item.netWeightKg })],
      [facts.labels, item.labels.join(', ')],
      [facts.organic, item.organicShare && this.#wording.share(item.organicShare, 0)],
      [this.t().item.model, item.model && this.t().models.kinds[item.model]],
      [this.t().item.today, this.#now(item)],
    ];
    return all.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  }

  #now({ today, prices, unit }: ItemDto): string {
    if (today.price === null)
      return this.t().unknown[(today.reason ?? 'no-price') as keyof ReturnType<typeof this.t>['unknown']];
    return this.t().diff.perUnit({
      price: formatMoney(today.price, prices.at(-1)?.currency ?? 'NOK', this.#language()),
      unit,
    });
  }
}
