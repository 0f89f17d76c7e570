import { Component, computed, inject, input } from '@angular/core';
import type { CallOffDto, CallOffsDto, UsedLotDto } from '@tallgrunn/api-client/shapes';
import { BarChart, Wording, designTexts, texts } from '@tallgrunn/design';
import type { Bar } from '@tallgrunn/design';
import { absolute, round } from '@tallgrunn/values';
import { insightTexts } from '../texts/insight-texts.ts';

/** Deviation in percentage points below which the contractual share is considered met. */
const EVEN_POINTS = 1;

/** Chart of the suppliers of one lot: actual share and contractual share. */
@Component({
  selector: 'tg-call-offs',
  imports: [BarChart],
  template: `<tg-bar-chart
    [finding]="finding()"
    [basis]="basis()"
    [heads]="t().use.calls.heads"
    [bars]="bars()"
    [legend]="legend()"
    unit="%"
  />`,
})
export class CallOffs {
  readonly calls = input.required<CallOffsDto>();
  readonly lot = input<UsedLotDto | null>(null);
  readonly currency = input('NOK');
  protected readonly t = texts(insightTexts);
  protected readonly design = texts(designTexts);
  readonly #wording = inject(Wording);
  readonly #keyed = computed(() => this.calls().suppliers.some(({ share }) => share !== null));

  protected readonly legend = computed(() =>
    this.#keyed()
      ? [
          { label: this.t().use.calls.legend.actual, pattern: 'solid' as const },
          { label: this.t().use.calls.legend.key, pattern: 'empty' as const },
        ]
      : [],
  );
  protected readonly finding = computed(() => {
    const lot = this.lot();
    const said = this.#finding();
    return lot ? `${this.t().use.calls.lot({ key: lot.key, title: lot.title })}: ${said}` : said;
  });
  protected readonly basis = computed(() => this.t().use.calls.basis({ total: this.#money(this.calls().total) }));
  protected readonly bars = computed<readonly Bar[]>(() => this.calls().suppliers.flatMap((call) => this.#bars(call)));

  #finding(): string {
    const { calls } = this.t().use;
    const { suppliers, outOfOrder } = this.calls();
    const first = [...suppliers].sort((a, b) => Number(b.actualShare ?? 0) - Number(a.actualShare ?? 0))[0];
    if (!first || first.actualShare === null) return calls.findingNone;
    if (this.#keyed()) {
      const most = [...suppliers].sort((a, b) => Math.abs(Number(b.points ?? 0)) - Math.abs(Number(a.points ?? 0)))[0];
      if (!most?.points || Math.abs(Number(most.points)) < EVEN_POINTS) return calls.findingEven;
      const amount = this.#money(absolute(most.difference ?? '0'));
      return calls.findingShare({
        name: most.supplier.name,
        points: this.#wording.quantity(round(absolute(most.points), 1)),
        amount: Number(most.points) > 0 ? calls.more({ amount }) : calls.less({ amount }),
      });
    }
    if (suppliers.some(({ rank }) => rank !== null)) return outOfOrder ? calls.findingOrder : calls.findingRanked;
    return calls.findingPlain({ name: first.supplier.name, share: first.actualShare });
  }

  #bars({ supplier, rank, share, actualShare, amount, points, difference }: CallOffDto): Bar[] {
    const { calls } = this.t().use;
    const label = rank === null ? supplier.name : calls.ranked({ rank, name: supplier.name });
    const percent = (part: string | null) => Number(part ?? 0) * 100;
    const beside =
      points === null ? ['', ''] : [calls.points({ points: round(points, 1) }), this.#money(difference ?? '0')];
    const actual: Bar = {
      label,
      shown: actualShare === null ? this.design().notCalculated : this.#wording.share(actualShare),
      stretches: [{ value: percent(actualShare), pattern: 'solid' }],
      cells: [this.#money(amount), ...beside],
    };
    return share === null
      ? [actual]
      : [
          actual,
          {
            label: calls.key({ name: label }),
            shown: this.#wording.share(share),
            stretches: [{ value: percent(share), pattern: 'empty' }],
            cells: ['', '', ''],
          },
        ];
  }

  #money(amount: string): string {
    return this.t().use.money({ amount, currency: this.currency() });
  }
}
