import { parseExposition } from '../testing/parse-exposition.ts';
import { Counter, Gauge, Histogram, MetricRegistry } from './exposition.ts';

describe('MetricRegistry', () => {
  it('writes counters, gauges and histograms that a strict parser accepts', () => {
    const registry = new MetricRegistry();
    const requests = registry.add(new Counter('requests_total', 'Requests.\nAll of \\ them.', ['route', 'status']));
    const seconds = registry.add(new Histogram('duration_seconds', 'Duration.', ['route'], [0.1, 1]));
    registry.add(new Gauge('free_bytes', 'Room.', [], () => [{ value: 12.5 }]));
    registry.add(new Gauge('unread', 'Nothing to read.', [], () => []));
    requests.increase({ route: '/a "b"\n\\c', status: '200' });
    requests.increase({ route: '/a "b"\n\\c', status: '200' }, 2);
    for (const value of [0.05, 0.5, 0.6, 90]) seconds.observe(value, { route: '/x' });

    const metrics = parseExposition(registry.format());
    expect([...metrics.keys()]).toEqual(['duration_seconds', 'free_bytes', 'requests_total', 'unread']);
    expect(metrics.get('requests_total')?.samples).toEqual([
      { name: 'requests_total', labels: { route: '/a "b"\n\\c', status: '200' }, value: 3 },
    ]);
    expect(metrics.get('duration_seconds')?.samples.map(({ labels, value }) => [labels['le'], value])).toEqual([
      ['0.1', 1],
      ['1', 3],
      ['+Inf', 4],
      [undefined, 91.15],
      [undefined, 4],
    ]);
  });

  it('rejects duplicate and invalid names', () => {
    const registry = new MetricRegistry();
    registry.add(new Counter('a_total', 'A.'));
    expect(() => registry.add(new Counter('a_total', 'A.'))).toThrow(/two metrics/);
    expect(() => new Counter('a b', 'A.')).toThrow(/takes no metric/);
    expect(() => new Counter('a_total', 'A.', ['le'])).toThrow(/takes no metric/);
  });
});

describe('parseExposition', () => {
  it.each([
    'a 1\n',
    '# HELP a A.\na 1\n',
    '# HELP a A.\n# TYPE a gauge\nb 1\n',
    '# HELP a A.\n# TYPE a gauge\na 1\na 1\n',
    '# HELP a A.\n# TYPE a gauge\na 1',
    '# HELP a A.\n# TYPE a counter\na 1\n',
    '# HELP a A.\n# TYPE a gauge\na{b=c} 1\n',
    '# HELP a A.\n# TYPE a gauge\na one\n',
    '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 1\na_sum 1\na_count 1\n',
  ])('rejects %j', (text) => expect(() => parseExposition(text)).toThrow());
});
