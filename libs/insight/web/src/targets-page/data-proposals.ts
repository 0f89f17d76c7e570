import { Component, computed, inject, input, output } from '@angular/core';
import type { BoughtKindsDto, ProposedShiftDto } from '@tallgrunn/api-client/shapes';
import { Wording, texts } from '@tallgrunn/design';
import { tonnes } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';

const HALF = 0.5;
const KINDS_MAX = 12;
/** Prices paid are averages, so the cost of a shift is about so much. */
const COST_DIGITS = 2;

/**
 * What the data propose: the kinds of goods with at least half of the emissions, with their change from the year
 * before, and shifts within agreements with what each would change in a year.
 */
@Component({
  selector: 'tg-data-proposals',
  template: `
    <h2 class="ds-heading" data-size="xs">{{ t().title }}</h2>
    <p>{{ finding() }}</p>
    @if (rows().length > 0) {
      <p class="tg-subtle tg-text">{{ changeNote() }}</p>
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t().title">
        <table class="ds-table" data-size="sm">
          <thead>
            <tr>
              <th scope="col">{{ t().heads.name }}</th>
              <th scope="col" class="tg-number">{{ t().heads.mass }}</th>
              @if (changes()) {
                <th scope="col" class="tg-number">{{ t().heads.change }}</th>
              }
              <th scope="col" class="tg-number">{{ t().heads.emitted }}</th>
              <th scope="col" class="tg-number">{{ t().heads.perKg }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.code) {
              <tr>
                <th scope="row">{{ row.name }}</th>
                <td class="tg-number">{{ row.mass }}</td>
                @if (changes()) {
                  <td class="tg-number">{{ row.change }}</td>
                }
                <td class="tg-number">{{ row.emitted }}</td>
                <td class="tg-number">{{ row.perKg }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    @if (shifts().length > 0) {
      <h3 class="ds-heading" data-size="2xs">{{ t().shifts.title }}</h3>
      <p class="tg-subtle tg-text">{{ t().shifts.note }}</p>
      <ul class="shifts">
        @for (shift of shifts(); track shift.key) {
          <li class="tg-panel">
            <p>
              <strong>{{ shift.finding }}</strong>
            </p>
            <p>{{ shift.effect }}</p>
            <p class="tg-subtle">{{ shift.agreement }}</p>
            @if (mayWrite()) {
              <p>
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  type="button"
                  [attr.aria-label]="t().shifts.useFor({ finding: shift.finding })"
                  (click)="used.emit(shift.shift)"
                >
                  {{ t().shifts.use }}
                </button>
              </p>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap);
    }

    .scroll {
      overflow-x: auto;
    }

    p {
      margin: 0;
    }

    .shifts {
      display: grid;
      gap: var(--tg-gap);
      list-style: none;
      margin: 0;
      padding: 0;
    }

    li {
      display: grid;
      gap: var(--tg-gap-sm);
    }
  `,
})
export class DataProposals {
  readonly bought = input.required<BoughtKindsDto | null>();
  /** Names of the kinds of goods, by code. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  readonly mayWrite = input(false);
  /** A shift to be filled in as a measure. */
  readonly used = output<ProposedShiftDto>();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets.proposal);
  readonly #wording = inject(Wording);
  /** The fewest kinds of goods with at least half of the emissions. */
  readonly #largest = computed(() => {
    const kinds = this.bought()?.kinds ?? [];
    const total = kinds.reduce((sum, { kgCo2e }) => sum + Number(kgCo2e), 0);
    let reached = 0;
    const rows = kinds.filter(({ kgCo2e }, at) => {
      const isPart = at < KINDS_MAX && reached < HALF * total;
      reached += isPart ? Number(kgCo2e) : 0;
      return isPart;
    });
    return { rows, share: total > 0 ? reached / total : 0 };
  });
  protected readonly finding = computed(() => {
    const months = this.bought()?.months ?? null;
    const { rows, share } = this.#largest();
    return months === null || rows.length === 0
      ? this.t().none
      : this.t().finding({ count: rows.length, share: String(share), months });
  });
  /** Null where quantities of the two years cannot be compared. */
  protected readonly changes = computed(() => {
    const changes = this.bought()?.changes ?? null;
    return changes?.isComparable ? changes : null;
  });
  protected readonly changeNote = computed(() => {
    const changes = this.bought()?.changes ?? null;
    if (!changes) return this.t().noYearBefore;
    const known = { ...changes, knownBefore: String(changes.knownBefore), knownAfter: String(changes.knownAfter) };
    return changes.isComparable ? this.t().compared(known) : this.t().notComparable(known);
  });
  protected readonly rows = computed(() => {
    const change = new Map((this.changes()?.kinds ?? []).map((each) => [each.code, each] as const));
    return this.#largest().rows.map(({ code, mass, kgCo2e }) => {
      const { massBefore = '0', massAfter = '0' } = change.get(code) ?? {};
      return {
        code,
        name: this.names().get(code) ?? code,
        mass: this.#wording.count(Math.round(Number(mass))),
        change:
          Number(massBefore) > 0
            ? this.t().change({ share: (Number(massAfter) / Number(massBefore) - 1).toFixed(4) })
            : this.t().notBought,
        emitted: this.#wording.quantity(tonnes(kgCo2e)),
        perKg: this.#wording.quantity((Number(kgCo2e) / Number(mass)).toFixed(2)),
      };
    });
  });
  protected readonly shifts = computed(() =>
    (this.bought()?.shifts ?? []).map((shift) => {
      const name = (code: string) => this.names().get(code) ?? code;
      return {
        shift,
        key: `${shift.agreementId} ${shift.from}`,
        finding: this.t().shifts.finding({
          share: shift.share,
          from: name(shift.from),
          to: name(shift.to),
          kg: tonnes(shift.kg, 2),
        }),
        effect: this.t().shifts.effect({
          mass: this.#wording.count(Math.round(Number(shift.shiftedMass))),
          low: tonnes(shift.low, 2),
          high: tonnes(shift.high, 2),
          cost: Number(Number(shift.cost).toPrecision(COST_DIGITS)).toFixed(0),
        }),
        agreement: this.t().shifts.agreement(shift),
      };
    }),
  );
}
