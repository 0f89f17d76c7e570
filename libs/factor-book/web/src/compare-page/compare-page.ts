import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { emissionFactorsCompare, factorSetsList } from '@tallgrunn/api-client/calls';
import type { ComparedFactorDto, FactorSetDto } from '@tallgrunn/api-client/shapes';
import {
  BarChart,
  Cell,
  DataTable,
  Empty,
  Loaded,
  PageHeader,
  StatusTag,
  TextLibrary,
  WhyPanel,
  Wording,
  designTexts,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Bar, Column, Explanation } from '@tallgrunn/design';
import { measureName, Period } from '@tallgrunn/values';
import { factorLabel } from '../factor-label.ts';
import { factorTexts } from '../texts/factor-texts.ts';

/** Formats a number with three significant digits, never in exponential notation. */
const decimalOf = (kg: string): string =>
  Number(Number(kg).toPrecision(3))
    .toFixed(9)
    .replace(/\.?0+$/, '');

/**
 * Page that compares all sources for a product: the emissions of the same purchase, and the five properties that make
 * sources differ.
 */
@Component({
  selector: 'tg-compare-page',
  imports: [BarChart, Cell, DataTable, Empty, Loaded, PageHeader, RouterLink, StatusTag, WhyPanel],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
})
export class ComparePage {
  protected readonly t = texts(factorTexts);
  protected readonly design = texts(designTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #session = inject(Session);
  protected readonly language = computed(() => this.#library.language());
  protected readonly mayChoose = computed(() => this.#session.permissions().has('factor-assignment.manage'));
  protected readonly goods = queryState('goods', 'Storfe');
  protected readonly quantity = queryState('quantity', '1');
  protected readonly per = queryState('per', 'kg');
  protected readonly kroner = queryState('kroner', '');
  protected readonly sort = queryState('sort');
  protected readonly measureName = measureName;
  protected readonly calledOf = factorLabel;
  protected readonly units = ['kg', 'stk', 'l', 'kwh', 'm3', 'tkm', 'km'];
  protected readonly examples = computed(() => this.t().compare.examples);

  readonly #request = computed(() => {
    const decimal = (text: string) => text.trim().replace(/\s/g, '').replace(',', '.');
    const isNumber = (text: string) => /^\d{1,12}(\.\d{1,6})?$/.test(text);
    const [quantity, kroner] = [decimal(this.quantity()), decimal(this.kroner())];
    const text = this.goods().trim();
    return text.length < 2
      ? undefined
      : { text, ...(isNumber(quantity) ? { quantity, per: this.per() } : {}), ...(isNumber(kroner) ? { kroner } : {}) };
  });
  protected readonly found = read(emissionFactorsCompare, () => this.#request());
  protected readonly sets = read(factorSetsList);
  protected readonly bars = computed<readonly Bar[]>(() => {
    const drawn = (arrived(this.found) ?? [])
      .filter(({ kg }) => kg !== null)
      .toSorted((a, b) => Number(a.kg) - Number(b.kg))
      .slice(0, 12);
    const labels = drawn.map((each) =>
      [factorLabel(each), [this.regionOf(each), each.dataYear].filter(Boolean).join(' ')].filter(Boolean).join(' · '),
    );
    return drawn.map((each, at) => {
      // Two factor sets may use the same factor name; then the set's title distinguishes them.
      const alike = labels.filter((label) => label === labels[at]).length > 1;
      return {
        label: alike ? `${labels[at]} · ${each.title[this.language()]}` : (labels[at] ?? ''),
        shown: this.kilos(each.kg),
        stretches: [
          { value: Number(each.kg), pattern: each.kind === 'spend' ? ('hatched' as const) : ('solid' as const) },
        ],
        cells: [each.title[this.language()], this.boundaryOf(each)],
      };
    });
  });
  protected readonly finding = computed(() => {
    const kilos = this.bars().map(({ stretches }) => stretches[0]?.value ?? 0);
    const [low, high] = [kilos[0] ?? 0, kilos.at(-1) ?? 0];
    return kilos.length > 1 && low > 0
      ? this.t().compare.finding({ low: this.kilos(String(low)), high: this.kilos(String(high)), times: high / low })
      : this.t().compare.findingOne;
  });
  /** Maximum rows of one response. */
  protected readonly mostTold = 200;
  protected readonly track = ({ setId, id }: ComparedFactorDto) => `${setId}/${id}`;
  protected readonly columns = computed<readonly Column<ComparedFactorDto>[]>(() => {
    const { heads } = this.t().compare;
    return [
      { key: 'name', head: heads.name, text: factorLabel, order: factorLabel },
      {
        key: 'kg',
        head: heads.kg,
        numeric: true,
        text: (row) => (row.kg === null ? this.design().notCalculated : this.kilos(row.kg)),
        order: (row) => Number(row.kg ?? -1),
      },
      {
        key: 'value',
        head: heads.value,
        numeric: true,
        text: (row) => `${this.wording.quantity(row.value)} ${this.wording.emissionUnit(row.unit)}`,
        order: (row) => Number(row.value),
      },
      { key: 'boundary', head: heads.boundary, text: (row) => this.boundaryOf(row) },
      { key: 'region', head: heads.region, text: (row) => this.regionOf(row), order: (row) => row.region },
      {
        key: 'year',
        head: heads.year,
        text: (row) => String(row.dataYear ?? this.design().notStated),
        order: (row) => row.dataYear ?? 0,
      },
      { key: 'method', head: heads.method, text: (row) => this.#label(this.t().compare.methods, row.method) },
      { key: 'basis', head: heads.basis, text: (row) => this.basisOf(row) },
      { key: 'standing', head: heads.standing, text: (row) => (row.inForce ? this.t().compare.inForce : '') },
    ];
  });

  protected flagsOf({ flags }: ComparedFactorDto): string {
    return flags.map((flag) => this.#label(this.t().compare.flags, flag)).join(', ');
  }

  protected regionOf({ region }: { readonly region: string }): string {
    return this.#label(this.t().compare.regions, region);
  }

  protected pricesOf({ priceBasis, priceBasisStated }: FactorSetDto): string {
    if (priceBasis === null) return '';
    const { priceBases, perPrice, asRead } = this.t().compare;
    return perPrice({ basis: this.#label(priceBases, priceBasis) }) + (priceBasisStated ? '.' : ` (${asRead}).`);
  }

  protected boundaryOf({ boundary }: ComparedFactorDto): string {
    return this.#label(this.t().compare.boundaries, boundary);
  }

  /** Returns the basis of a factor: the name of its unit, or its currency and price level. */
  protected basisOf({ kind, basis }: ComparedFactorDto): string {
    if (kind !== 'spend') return measureName(basis, this.language());
    const [currency = '', level = ''] = basis.split(' ');
    const period = Period.tryParse(level.replace('M', '-'));
    return `${currency}, ${period ? this.wording.period(period.key) : level}`;
  }

  /** Explains the figure of one source: the formula with its values, the source and the uncertainty. */
  protected whyOf(row: ComparedFactorDto): Explanation {
    const { why, heads } = this.t().compare;
    const [kg, multiplier, gsd] = [row.kg ?? '0', row.multiplier ?? '0', Number(row.gsd)];
    const ofKroner = row.kind === 'spend';
    const amount = ofKroner
      ? this.wording.money(this.#request()?.kroner ?? '0', 2)
      : `${this.wording.quantity(this.#request()?.quantity ?? '0')} ${measureName(row.per, this.language())}`;
    return {
      formula: why.formula({ amount, multiplier: this.wording.exact(multiplier), kg: this.wording.exact(kg) }),
      steps: [
        why.factor({
          value: `${this.wording.quantity(row.value)} ${this.wording.emissionUnit(row.unit)}`,
          basis: this.basisOf(row),
        }),
        ...(ofKroner ? [why.kroner] : []),
        ...(row.rate && row.kg
          ? [
              why.perKrone({
                value: this.wording.exact(row.value),
                rate: this.wording.exact(row.rate),
                multiplier: this.wording.exact(multiplier),
              }),
            ]
          : []),
      ],
      caveats: row.flags.map((flag) => this.#label(this.t().compare.flags, flag)),
      sources: [
        { label: row.title[this.language()], link: row.sourceUrl },
        { label: [row.source, row.licence].filter(Boolean).join(' · ') },
      ],
      versions: [
        { label: heads.boundary, value: this.boundaryOf(row) },
        { label: heads.region, value: this.regionOf(row) },
        { label: heads.year, value: String(row.dataYear ?? this.design().notStated) },
        { label: heads.method, value: this.#label(this.t().compare.methods, row.method) },
        { label: why.release, value: `${row.setId} / ${row.id}` },
        {
          label: why.interval,
          value:
            gsd > 1
              ? `${this.kilos(String(Number(kg) / gsd ** 1.96))} – ${this.kilos(String(Number(kg) * gsd ** 1.96))}`
              : why.unstated,
        },
        { label: heads.standing, value: row.inForce ? this.t().compare.inForce : why.notInForce },
      ],
    };
  }

  protected kindOf({ kind }: ComparedFactorDto): string {
    return kind === 'spend' ? 'category' : 'product';
  }

  protected kilos(kg: string | null): string {
    return kg === null ? this.design().notCalculated : `${this.wording.quantity(decimalOf(kg))} kg`;
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  #label(words: Readonly<Record<string, string>>, code: string): string {
    return words[code] ?? code;
  }
}
