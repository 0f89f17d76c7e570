/** Label values of one sample. The names are those that its metric declares. */
export type Labels = Readonly<Record<string, string>>;

/** One value of a metric. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

type MetricType = 'counter' | 'gauge' | 'histogram';

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapeLabel = (text: string): string => escapeHelp(text).replaceAll('"', '\\"');

/** Returns a number in Prometheus notation. */
function formatValue(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return String(value);
}

function formatSample(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${formatValue(value)}`;
}

/** One metric: a name with HELP and TYPE, and its samples, one for each combination of label values. */
abstract class Metric {
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly type: MetricType,
    protected readonly labelNames: readonly string[],
  ) {
    if (!METRIC_NAME.test(name) || !labelNames.every((label) => LABEL_NAME.test(label) && label !== 'le'))
      throw new Error(`Prometheus takes no metric named ${name} with labels ${labelNames.join(', ')}.`);
  }

  protected abstract lines(): string[];

  /** Returns the metric in the Prometheus text format 0.0.4. */
  format(): string {
    return [`# HELP ${this.name} ${escapeHelp(this.help)}`, `# TYPE ${this.name} ${this.type}`, ...this.lines()]
      .map((line) => `${line}\n`)
      .join('');
  }

  /** Returns the label values in declared order, as the key of a sample. */
  protected keyOf(labels: Labels): string {
    return JSON.stringify(this.labelNames.map((name) => labels[name] ?? ''));
  }

  protected labelsOf(key: string): Labels {
    const values = JSON.parse(key) as string[];
    return Object.fromEntries(this.labelNames.map((name, i) => [name, values[i] ?? '']));
  }
}

/** A number that only increases while the process runs. Its name ends in `_total`. */
export class Counter extends Metric {
  readonly #values = new Map<string, number>();

  constructor(name: string, help: string, labelNames: readonly string[] = []) {
    super(name, help, 'counter', labelNames);
    if (labelNames.length === 0) this.#values.set(this.keyOf({}), 0);
  }

  increase(labels: Labels = {}, by = 1): void {
    const key = this.keyOf(labels);
    this.#values.set(key, (this.#values.get(key) ?? 0) + by);
  }

  protected lines(): string[] {
    return [...this.#values].map(([key, value]) => formatSample(this.name, this.labelsOf(key), value));
  }
}

/** A number that is read at collection. A number that cannot be read has no sample. */
export class Gauge extends Metric {
  constructor(
    name: string,
    help: string,
    labelNames: readonly string[],
    private readonly read: () => readonly Sample[],
    type: 'gauge' | 'counter' = 'gauge',
  ) {
    super(name, help, type, labelNames);
  }

  protected lines(): string[] {
    return this.read().map(({ labels = {}, value }) =>
      formatSample(this.name, this.labelsOf(this.keyOf(labels)), value),
    );
  }
}

interface Buckets {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Distribution of values: cumulative counts per bound, sum and count. */
export class Histogram extends Metric {
  readonly #series = new Map<string, Buckets>();

  /** @param bounds upper bounds of the buckets, ascending; +Inf is added */
  constructor(
    name: string,
    help: string,
    labelNames: readonly string[],
    private readonly bounds: readonly number[],
  ) {
    super(name, help, 'histogram', labelNames);
  }

  observe(value: number, labels: Labels = {}): void {
    const key = this.keyOf(labels);
    const series = this.#series.get(key) ?? { counts: this.bounds.map(() => 0), sum: 0, count: 0 };
    this.#series.set(key, series);
    const bucket = this.bounds.findIndex((bound) => value <= bound);
    if (bucket >= 0) series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
    series.sum += value;
    series.count += 1;
  }

  protected lines(): string[] {
    return [...this.#series].flatMap(([key, { counts, sum, count }]) => {
      const labels = this.labelsOf(key);
      let below = 0;
      return [
        ...this.bounds.map((bound, i) => {
          below += counts[i] ?? 0;
          return formatSample(`${this.name}_bucket`, { ...labels, le: formatValue(bound) }, below);
        }),
        formatSample(`${this.name}_bucket`, { ...labels, le: '+Inf' }, count),
        formatSample(`${this.name}_sum`, labels, sum),
        formatSample(`${this.name}_count`, labels, count),
      ];
    });
  }
}

/** The metrics of one process, with unique names. */
export class MetricRegistry {
  readonly #metrics = new Map<string, Metric>();

  /**
   * Adds a metric and returns it.
   * @throws Error when its name is in use
   */
  add<M extends Metric>(metric: M): M {
    if (this.#metrics.has(metric.name)) throw new Error(`There are two metrics named ${metric.name}.`);
    this.#metrics.set(metric.name, metric);
    return metric;
  }

  /** Returns all metrics in the Prometheus text format 0.0.4, sorted by name. */
  format(): string {
    return [...this.#metrics.values()]
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((metric) => metric.format())
      .join('');
  }
}

/** The Content-Type of the text format. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
