import { generateChapter, type Chapter } from '../latent/history.ts';
import { lightScenario } from '../profiles/light/light.ts';
import { honestLines } from '../reports/honest-lines.ts';
import { copyOf, type ReportLine } from '../reports/line.ts';
import { PlantingBed } from '../reports/planting.ts';
import type { Submission } from '../reports/submission.ts';
import type { Obligation } from '../setting/obligations.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import { draftOf, plantedRows, writeDraft } from './draft.ts';
import type { VariantKind } from './kinds.ts';
import { drawNotation, type Notation, type NotationRequirements } from './spelling.ts';

export interface TableOf {
  readonly supplier: string;
  readonly agreement: string;
  readonly period: string;
  /** File name; the extension gives the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A table with one mistake, and the same table without it. */
export interface Variant extends TableOf {
  readonly kind: string;
  readonly class: number;
  /** Rows of the file with the mistake; null where it concerns the file. */
  readonly rows: readonly number[] | null;
  readonly twin: Uint8Array;
  readonly twinName: string;
}

const linesMax = 90;
const triesMax = 200;
/** Late enough for earlier periods to exist, and early enough for all agreements to be in place. */
const [firstPeriod, lastPeriod] = ['2025-06', '2026-06'];

/** Builds tables with mistakes from the honest deliveries of the light world. The same seeds give the same bytes. */
export class Variants {
  private readonly chapter: Chapter;
  private readonly honest = new Map<string, ReportLine[]>();

  constructor(worldSeed: number) {
    this.chapter = generateChapter({ ...lightScenario(worldSeed), carefulPlanting: true });
  }

  /**
   * Builds one table with a kind of mistake.
   * @throws Error where no report of the world can contain it
   */
  make(kind: VariantKind, seed: number): Variant {
    const rng = randomStream(seed, `variant/${kind.kind}`);
    const obligations = this.chapter.scenario.obligations.filter(
      ({ supplier, period }) =>
        kind.suppliers.includes(supplier) && period >= firstPeriod && period < lastPeriod && !period.endsWith('Q1'),
    );
    for (let tries = 0; tries < triesMax; tries += 1) {
      const made = this.attempt(kind, rng.pick(obligations), rng);
      if (made) return made;
    }
    throw new Error(`No report can hold ${kind.kind}`);
  }

  /** Returns the supplier's honest reports for the earlier periods, oldest first. */
  before(supplier: string, period: string): TableOf[] {
    const earlier = this.chapter.scenario.obligations.filter(
      (obligation) => obligation.supplier === supplier && obligation.period < period,
    );
    return earlier.map((obligation) => {
      const spelling = drawNotation(randomStream(0, 'before'), {
        titles: true,
        container: 'csv',
        buyerBy: 'orgNumber',
        delimiter: ';',
        dates: 'yyyy-mm-dd',
      });
      const draft = draftOf(
        this.bedOf(obligation, this.linesOf(obligation, obligation.period), spelling, randomStream(0, 'before')),
        spelling,
        randomStream(0, 'before'),
      );
      return {
        supplier,
        agreement: obligation.agreement,
        period: obligation.period,
        name: `${supplier}-${obligation.period}.csv`,
        bytes: writeDraft(draft),
      };
    });
  }

  private attempt(kind: VariantKind, obligation: Obligation, rng: Rng): Variant | null {
    const all = this.linesOf(obligation, obligation.period);
    const lines = kind.allLines ? all : rng.sample(all, linesMax);
    const spellingSeed = rng.int(0, 1e9);
    const spelling = (own: NotationRequirements) =>
      drawNotation(randomStream(spellingSeed, 'spelling'), { ...kind.both, ...own });
    const [honest, spoilt] = [spelling(kind.twin), spelling(kind.spoilt)];
    const bed = this.bedOf(obligation, lines, spoilt, rng);
    kind.plant?.(bed, rng.int(1, kind.most));
    if (kind.plant && bed.plants.length === 0) return null;
    const [draft, twin] = [draftOf(bed, spoilt, rng), draftOf(this.bedOf(obligation, lines, honest, rng), honest, rng)];
    kind.shape?.(draft);
    return {
      kind: kind.kind,
      class: kind.class,
      supplier: obligation.supplier,
      agreement: obligation.agreement,
      period: obligation.period,
      rows: kind.wholeFile ? null : plantedRows(draft),
      name: nameOf(kind.kind, spoilt),
      bytes: writeDraft(draft),
      twinName: nameOf('twin', honest),
      twin: writeDraft(twin),
    };
  }

  private bedOf(obligation: Obligation, lines: readonly ReportLine[], { form }: Notation, rng: Rng): PlantingBed {
    const { supplier, agreement, period } = obligation;
    const submission: Submission = {
      supplier,
      agreement,
      branch: null,
      period,
      version: 1,
      at: null,
      by: '',
      outcome: 'waiting',
      decidedLater: false,
      plants: [],
      nil: false,
      reason: '',
    };
    return new PlantingBed({
      lines: lines.map(copyOf),
      rng,
      submission,
      scenario: this.chapter.scenario,
      form,
      linesOf: (other) => this.linesOf(obligation, other),
    });
  }

  /** Returns lines without anything unusual: agreed items at agreed prices, delivered to municipalities. */
  private linesOf(obligation: Obligation, period: string): ReportLine[] {
    const key = `${obligation.supplier}/${period}`;
    const known = this.honest.get(key);
    if (known) return known;
    const isPlain = ({ amount, like }: ReportLine) =>
      amount > 0 &&
      like.every(
        ({ item, price, agreedPrice, site }) => item.onAssortment && price <= agreedPrice && !site.municipality.body,
      );
    const lines = honestLines(this.chapter, { ...obligation, period }).filter(isPlain);
    this.honest.set(key, lines);
    return lines;
  }
}

const nameOf = (name: string, { form }: Notation): string => `${name}.${form.csv ? 'csv' : 'xlsx'}`;
