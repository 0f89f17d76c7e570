/** One metric of an exposition: its declaration and its samples. */
export interface ParsedMetric {
  readonly help: string;
  readonly type: string;
  readonly samples: readonly ParsedSample[];
}

export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const HELP = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\\n]|\\\\|\\n)*)$/;
const TYPE = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (NaN|[+-]Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(,|$)/y;

/**
 * Parses the Prometheus text format 0.0.4 strictly. Each metric must be declared once, before its samples, and all its
 * samples must be adjacent and distinct. Counters must be named `_total` and not be negative. Histograms must be
 * cumulative, with +Inf, sum and count.
 * @throws Error at the first fault
 */
export function parseExposition(text: string): ReadonlyMap<string, ParsedMetric> {
  if (!text.endsWith('\n')) throw new Error('The last line has no end.');
  const metrics = new Map<string, { help: string; type: string; samples: ParsedSample[] }>();
  const lines = text.slice(0, -1).split('\n');
  let current = '';
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const help = HELP.exec(line);
    if (help) {
      const type = TYPE.exec(lines[i + 1] ?? '');
      const name = help[1] ?? '';
      if (!type || type[1] !== name) throw new Error(`HELP of ${name} is not followed by its TYPE.`);
      if (metrics.has(name)) throw new Error(`${name} is declared twice.`);
      metrics.set(name, { help: help[2] ?? '', type: type[2] ?? '', samples: [] });
      current = name;
      i += 1;
      continue;
    }
    const metric = metrics.get(current);
    const sample = parseSample(line);
    if (!metric || !namesOf(current, metric.type).includes(sample.name))
      throw new Error(`${sample.name} is not among the samples of its own metric: ${line}`);
    metric.samples.push(sample);
  }
  for (const [name, metric] of metrics) requireWellFormed(name, metric);
  return metrics;
}

const namesOf = (name: string, type: string): string[] =>
  type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];

function parseSample(line: string): ParsedSample {
  const [, name = '', labelText = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === '') throw new Error(`This is no sample: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  for (let end = 0; end < labelText.length; end = LABEL.lastIndex) {
    const label = LABEL.exec(labelText);
    if (!label) throw new Error(`These are no labels: ${labelText}`);
    const [, key = '', escaped = ''] = label;
    if (key in labels) throw new Error(`${key} is twice in ${line}`);
    labels[key] = escaped.replaceAll(/\\(["\\n])/g, (_all, each: string) => (each === 'n' ? '\n' : each));
  }
  return { name, labels, value: Number(value.replace('Inf', 'Infinity')) };
}

function requireWellFormed(name: string, { type, samples }: ParsedMetric): void {
  const keys = samples.map((sample) => JSON.stringify([sample.name, Object.entries(sample.labels).toSorted()]));
  if (new Set(keys).size !== keys.length) throw new Error(`${name} has the same sample twice.`);
  if (type === 'counter' && (!name.endsWith('_total') || samples.some(({ value }) => value < 0)))
    throw new Error(`${name} is no counter.`);
  if (type === 'histogram') requireHistogram(name, samples);
}

function requireHistogram(name: string, samples: readonly ParsedSample[]): void {
  const series = new Map<string, ParsedSample[]>();
  for (const sample of samples) {
    const { le: _le, ...labels } = sample.labels;
    const key = JSON.stringify(Object.entries(labels).toSorted());
    series.set(key, [...(series.get(key) ?? []), sample]);
  }
  for (const each of series.values()) {
    const buckets = each.filter((sample) => sample.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) => Number((labels['le'] ?? 'x').replace('Inf', 'Infinity')));
    const counts = buckets.map(({ value }) => value);
    const isAscending = (numbers: number[]) => numbers.every((value, i) => i === 0 || value >= (numbers[i - 1] ?? 0));
    const count = each.find((sample) => sample.name === `${name}_count`)?.value;
    if (
      !isAscending(bounds) ||
      !isAscending(counts) ||
      bounds.at(-1) !== Infinity ||
      counts.at(-1) !== count ||
      !each.some((sample) => sample.name === `${name}_sum`)
    )
      throw new Error(`${name} is no histogram.`);
  }
}
