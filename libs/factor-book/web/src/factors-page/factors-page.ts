import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { accountMapList, emissionFactorsList } from '@tallgrunn/api-client/calls';
import type { AccountRuleDto, FactorReleaseDto, FactorDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Loaded,
  PageHeader,
  StatusTag,
  TextLibrary,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { Period } from '@tallgrunn/values';
import { factorLabel } from '../factor-label.ts';
import { factorTexts } from '../texts/factor-texts.ts';

const systems = ['kostra', 'ns4102', 'dfo'] as const;
const answers = ['factor', 'ask', 'none', 'not-spend'] as const;
const kinds = ['spend', 'activity'] as const;
const tones: Record<AccountRuleDto['answer'], StatusTone> = {
  factor: 'good',
  ask: 'attention',
  none: 'quiet',
  'not-spend': 'quiet',
};

/**
 * Page of emission factors: the set in use with its sources, the account map with a reason per account, and the
 * factors.
 */
@Component({
  selector: 'tg-factors-page',
  imports: [Cell, DataTable, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './factors-page.html',
  styleUrl: './factors-page.css',
})
export class FactorsPage {
  protected readonly t = texts(factorTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  protected readonly permissions = inject(Session).permissions;
  protected readonly language = computed(() => this.#library.language());
  protected readonly system = queryState('system', 'kostra');
  protected readonly answer = queryState('answer');
  protected readonly kind = queryState('kind', 'spend');
  protected readonly sort = queryState('sort');
  protected readonly factorSort = queryState('order');
  protected readonly columnChoice = queryState('columns');
  protected readonly systems = systems;
  protected readonly answers = answers;
  protected readonly kinds = kinds;
  protected readonly calledOf = factorLabel;

  readonly #system = computed(() => systems.find((system) => system === this.system()) ?? 'kostra');
  protected readonly release = read(emissionFactorsList);
  protected readonly accounts = read(accountMapList, () => ({ system: this.#system() }));
  protected readonly shownRules = computed(() =>
    (arrived(this.accounts) ?? []).filter(({ answer }) =>
      this.answer() === '' ? answer !== 'not-spend' : this.answer() === 'all' || answer === this.answer(),
    ),
  );
  protected readonly counted = computed(() => {
    const of = (answer: AccountRuleDto['answer']) =>
      (arrived(this.accounts) ?? []).filter((rule) => rule.answer === answer).length;
    return this.t().counted({ factor: of('factor'), ask: of('ask'), none: of('none'), notSpend: of('not-spend') });
  });
  protected readonly shownFactors = computed(() =>
    (arrived(this.release)?.factors ?? []).filter(({ kind }) => kind === this.kind()),
  );
  protected readonly trackRule = (rule: AccountRuleDto) => `${rule.system}:${rule.code}`;
  protected readonly trackFactor = (factor: FactorDto) => factor.id;

  protected readonly ruleColumns = computed<readonly Column<AccountRuleDto>[]>(() => {
    const heads = this.t().accountHeads;
    const language = this.language();
    return [
      { key: 'code', head: heads.code, text: (rule) => rule.code, order: (rule) => rule.code },
      { key: 'name', head: heads.name, text: (rule) => rule.name[language], order: (rule) => rule.name[language] },
      {
        key: 'answer',
        head: heads.answer,
        text: (rule) => this.t().answers[rule.answer],
        order: (rule) => answers.indexOf(rule.answer),
      },
      {
        key: 'factor',
        head: heads.factor,
        text: (rule) => rule.factor?.name ?? '',
        order: (rule) => rule.factor?.name ?? '',
      },
      {
        key: 'value',
        head: heads.value,
        text: (rule) => (rule.factor ? this.short(rule.factor.value) : ''),
        order: (rule) => Number(rule.factor?.value ?? 0),
        numeric: true,
      },
      { key: 'reason', head: heads.reason, text: (rule) => rule.reason[language] },
      {
        key: 'candidates',
        head: heads.candidates,
        text: (rule) => rule.candidates.map(({ name, value }) => `${name} (${this.short(value)})`).join(', '),
        choice: 'hidden',
      },
    ];
  });
  protected readonly factorColumns = computed<readonly Column<FactorDto>[]>(() => {
    const heads = this.t().factorHeads;
    return [
      { key: 'name', head: heads.name, text: factorLabel, order: factorLabel },
      {
        key: 'value',
        head: heads.value,
        text: (factor) => this.short(factor.value),
        order: (factor) => Number(factor.value),
        numeric: true,
      },
      { key: 'unit', head: heads.unit, text: (factor) => this.wording.emissionUnit(factor.unit) },
      {
        key: 'published',
        head: heads.published,
        text: (factor) => (factor.publishedValue === null ? '' : this.wording.quantity(factor.publishedValue)),
        order: (factor) => Number(factor.publishedValue ?? 0),
        numeric: true,
      },
      {
        key: 'ns4102',
        head: heads.ns4102,
        text: (factor) => factor.ns4102 ?? '',
        order: (factor) => factor.ns4102 ?? '',
      },
      { key: 'dfo', head: heads.dfo, text: (factor) => factor.dfo ?? '', choice: 'shown' },
      { key: 'arts', head: heads.arts, text: (factor) => factor.kostraArts.join(', '), choice: 'shown' },
      { key: 'source', head: heads.source, text: (factor) => factor.source, choice: 'hidden' },
      { key: 'note', head: heads.note, text: (factor) => factor.note ?? '', choice: 'hidden' },
    ];
  });

  protected toneOf({ answer }: AccountRuleDto): StatusTone {
    return tones[answer];
  }

  protected answerOf({ answer }: AccountRuleDto): string {
    return this.t().answers[answer];
  }

  protected vatOf({ vatBasis, vatBasisStated }: FactorReleaseDto): string {
    const { net, gross, netStated, grossStated } = this.t().vat;
    if (vatBasis === 'gross') return vatBasisStated ? grossStated : gross;
    return vatBasisStated ? netStated : net;
  }

  protected levelOf({ priceLevel }: FactorReleaseDto): string {
    const period = Period.tryParse(priceLevel.replace('M', '-'));
    return period ? this.wording.period(period.key) : priceLevel;
  }

  protected riseOf({ priceIndex, dataYear }: FactorReleaseDto): string {
    return priceIndex
      ? this.t().rise({
          share: (Number(priceIndex.priceLevel) / Number(priceIndex.dataYear) - 1).toFixed(4),
          year: dataYear,
        })
      : '';
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  /** Formats a value with enough digits for comparison; the explanation of a figure has all digits. */
  protected short(value: string): string {
    return this.wording.quantity(Number(value) === 0 ? '0' : String(Number(Number(value).toPrecision(3))));
  }
}
