import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementTabs, agreementsTexts } from '@tallgrunn/agreements-web';
import { arrived, read } from '@tallgrunn/api-client';
import { utilisationShow } from '@tallgrunn/api-client/calls';
import { Loaded, PageHeader, Wording, setPrintContext, texts } from '@tallgrunn/design';
import { daysBetween } from '@tallgrunn/values';
import { insightTexts } from '../texts/insight-texts.ts';
import { AgreementDates } from './agreement-dates.ts';
import { CallOffs } from './call-offs.ts';
import { ConsumptionChart } from './consumption-chart.ts';
import { LotUtilisation } from './lot-use.ts';
import { PriceMoves } from './price-versions.ts';
import { OpeningAmounts } from './opening-amounts.ts';
import { Commitments } from './commitments.ts';
import { RetenderPack } from './retender-pack.ts';

/** Page of an agreement's utilisation, its next decision and date, and whether its commitments are met. */
@Component({
  selector: 'tg-utilisation-page',
  imports: [
    AgreementDates,
    AgreementTabs,
    CallOffs,
    ConsumptionChart,
    Loaded,
    LotUtilisation,
    OpeningAmounts,
    PageHeader,
    PriceMoves,
    Commitments,
    RetenderPack,
    RouterLink,
  ],
  templateUrl: './utilisation-page.html',
  styleUrl: './utilisation-page.css',
})
export class UtilisationPage {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(insightTexts);
  protected readonly a = texts(agreementsTexts);
  protected readonly wording = inject(Wording);
  protected readonly use = read(utilisationShow, () => ({ agreementId: this.agreementId() }));

  readonly #view = computed(() => arrived(this.use));
  protected readonly heading = computed(() => this.#view()?.agreement.title ?? this.t().use.waiting);
  protected readonly lead = computed(() => {
    const agreement = this.#view()?.agreement;
    return agreement
      ? this.a().agreement.lead({ number: agreement.number, from: agreement.startsOn, until: agreement.endsOn })
      : '';
  });
  protected readonly forecastFigure = computed(() => {
    const forecast = this.#view()?.use.forecast;
    if (!forecast) return '';
    const { earliest, latest, on, state } = forecast;
    const { forecastFigure, forecastNone } = this.t().use;
    if (state === 'will-be-reached' && earliest) return forecastFigure({ earliest, latest });
    return on ? this.t().use.reachedIn({ on, isKnown: forecast.unknownBefore === null }) : forecastNone[state];
  });
  /** Consequence of the forecast in words. */
  protected readonly forecastWords = computed(() => {
    const forecast = this.#view()?.use.forecast;
    if (!forecast) return '';
    const { forecastWords } = this.t().use;
    if (forecast.state !== 'will-be-reached') return forecastWords[forecast.state];
    if (forecast.beforeEnd === null) return forecastWords.open;
    return forecast.beforeEnd ? forecastWords.before : forecastWords.after;
  });
  protected readonly method = computed(() => {
    const view = this.#view();
    const forecast = view?.use.forecast;
    if (!view || !forecast?.method || !forecast.knownUntil || !forecast.monthly) return '';
    return this.t().use.method[forecast.method]({
      months: forecast.monthsUsed,
      until: forecast.knownUntil,
      monthly: this.money(forecast.monthly, view.agreement.currency),
    });
  });
  protected readonly next = computed(() => {
    const view = this.#view();
    if (!view?.nextDecision) return null;
    const { on, kind, option } = view.nextDecision;
    const { nextKind, nextIn, forecastFigure } = this.t().use;
    return {
      on: kind === 'maximum' ? forecastFigure({ earliest: on, latest: null }) : this.wording.date(on),
      words: kind === 'option' ? nextKind.option({ option: option ?? 1 }) : nextKind[kind](),
      when: nextIn({ days: daysBetween(view.today, on) }),
    };
  });

  constructor() {
    setPrintContext(() => {
      const agreement = this.#view()?.agreement;
      return {
        period: agreement
          ? this.a().agreement.lead({ number: agreement.number, from: agreement.startsOn, until: agreement.endsOn })
          : '',
      };
    });
  }

  protected lotOf(lotId: string | null) {
    return this.#view()?.lots.find(({ id }) => id === lotId) ?? null;
  }

  protected money(amount: string, currency: string): string {
    return this.t().use.money({ amount, currency });
  }
}
