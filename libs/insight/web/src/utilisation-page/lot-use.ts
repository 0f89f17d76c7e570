import { Component, computed, inject, input } from '@angular/core';
import type { UsedLotDto, UtilisationDto } from '@tallgrunn/api-client/shapes';
import { RouterLink } from '@angular/router';
import { Cell, DataTable, Wording, designTexts, texts, type Column } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

/** Table of utilisation by lot. */
@Component({
  selector: 'tg-lot-use',
  imports: [Cell, DataTable, RouterLink],
  template: `
    <tg-data-table
      [caption]="t().use.lots.caption"
      [rows]="rows()"
      [columns]="columns()"
      [trackRow]="track"
      narrow="cards"
    >
      <ng-template tgCell="reported" let-row>
        @if (row.id) {
          <a
            class="ds-link"
            routerLink="/combined"
            [queryParams]="{ use: agreementId(), used: 'reported', lot: row.id }"
            [attr.aria-label]="wayOf(row, 'reported')"
            >{{ shown(row.use.reported) }}</a
          >
        } @else {
          {{ shown(row.use.reported) }}
        }
      </ng-template>
      <ng-template tgCell="booked" let-row>
        @if (row.id) {
          <a
            class="ds-link"
            routerLink="/combined"
            [queryParams]="{ use: agreementId(), used: 'booked', lot: row.id }"
            [attr.aria-label]="wayOf(row, 'booked')"
            >{{ shown(row.use.booked) }}</a
          >
        } @else {
          {{ shown(row.use.booked) }}
        }
      </ng-template>
    </tg-data-table>
  `,
})
export class LotUtilisation {
  readonly agreementId = input.required<string>();
  readonly lots = input.required<readonly UsedLotDto[]>();
  /** Utilisation outside all lots, so that the rows add up to the total. */
  readonly withoutLot = input<UtilisationDto | null>(null);
  readonly currency = input('NOK');
  protected readonly t = texts(insightTexts);
  protected readonly design = texts(designTexts);
  readonly #wording = inject(Wording);
  protected readonly track = ({ id }: UsedLotDto) => id;
  protected readonly rows = computed((): readonly UsedLotDto[] => {
    const use = this.withoutLot();
    return use === null
      ? this.lots()
      : [
          ...this.lots(),
          { id: '', key: '', title: this.t().use.lots.without, maximumValue: null, technique: null, use },
        ];
  });
  protected readonly columns = computed((): readonly Column<UsedLotDto>[] => {
    const { lots, forecastNone } = this.t().use;
    const shown = (amount: string) => this.shown(amount);
    return [
      { key: 'lot', head: lots.heads.lot, text: ({ key, title }) => `${key} ${title}`.trim() },
      { key: 'reported', head: lots.heads.reported, numeric: true, text: ({ use }) => shown(use.reported) },
      { key: 'booked', head: lots.heads.booked, numeric: true, text: ({ use }) => shown(use.booked) },
      {
        key: 'maximum',
        head: lots.heads.maximum,
        numeric: true,
        text: ({ id, use }) => (use.maximum === null ? id && lots.none : shown(use.maximum)),
      },
      {
        key: 'share',
        head: lots.heads.share,
        numeric: true,
        text: ({ use }) => (use.share === null ? this.design().notCalculated : this.#wording.share(use.share)),
      },
      {
        key: 'forecast',
        head: lots.heads.forecast,
        text: ({ use: { maximum, forecast } }) =>
          maximum === null
            ? forecastNone['no-maximum']
            : forecast.state === 'will-be-reached' && forecast.earliest
              ? this.t().use.forecastFigure({ earliest: forecast.earliest, latest: forecast.latest })
              : forecast.on
                ? this.t().use.reachedIn({ on: forecast.on, isKnown: forecast.unknownBefore === null })
                : forecastNone[forecast.state],
      },
    ];
  });

  protected shown(amount: string): string {
    return this.t().use.money({ amount, currency: this.currency() });
  }

  protected wayOf({ key, use }: UsedLotDto, side: 'reported' | 'booked'): string {
    return this.t().use.lots.way[side]({ lot: key, amount: this.shown(use[side]) });
  }
}
