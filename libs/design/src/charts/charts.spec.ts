import { accessibilityViolations, show } from '../testing.ts';
import { BarChart } from './bar-chart.ts';
import { CoverageBar } from './coverage-bar.ts';
import type { CoveragePart } from './coverage-bar.ts';
import { placeAxisLabels, wrapText, estimateTextWidth } from './fit.ts';
import { niceTicks } from './ticks.ts';
import { Waterfall } from './waterfall.ts';

describe('axis', () => {
  it('starts at zero and uses round steps up to the maximum', () => {
    expect(niceTicks(87, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(niceTicks(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(niceTicks(0, 5)).toEqual([0, 1]);
  });
});

describe('text in charts', () => {
  it('wraps a name between words to the width without losing text', () => {
    const name = 'Strøm uten opprinnelsesgaranti (varedeklarasjon) · Norge 2024';
    const lines = wrapText(name, 250);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(name);
    expect(lines.every((line) => estimateTextWidth(line) <= 250)).toBe(true);
    expect(wrapText('kort', 250)).toEqual(['kort']);
    expect(wrapText('Opprinnelsesgarantiordningen', 100).join('')).toBe('Opprinnelsesgarantiordningen');
  });

  it('draws axis labels without overlap and inside the chart', () => {
    const ticks = [0, 2500, 5000, 7500].map((value, at) => ({
      x: at * 76,
      text: at === 3 ? '7 500 tonn CO₂e' : String(value),
    }));
    expect(placeAxisLabels(ticks, 240)).toEqual([
      { x: 0, text: '0', anchor: 'start' },
      { x: 76, text: '2500', anchor: 'middle' },
      { x: 240, text: '7 500 tonn CO₂e', anchor: 'end' },
    ]);
    expect(placeAxisLabels(ticks, 900)).toHaveLength(3);
    expect(
      placeAxisLabels(
        ticks.map(({ x, text }) => ({ x: x * 3, text })),
        900,
      ),
    ).toHaveLength(4);
  });
});

describe('coverage bar', () => {
  const parts: CoveragePart[] = [
    { key: 'items', label: 'Varelinjer', value: 60, shown: '60 kr', pattern: 'solid' },
    { key: 'unknown', label: 'Ukjent', value: 40, shown: '40 kr', pattern: 'empty' },
  ];
  const inputs = { finding: 'Vi vet hva 60 % av pengene gikk til', heads: ['Grunnlag', 'Kroner'], parts };

  it('draws the unknown part to scale and lists every part with figure and share', async () => {
    const element: HTMLElement = (await show(CoverageBar, inputs)).nativeElement;
    const widths = [...element.querySelectorAll('svg[role=img] rect')]
      .filter((rect) => rect.hasAttribute('stroke'))
      .map((rect) => Number(rect.getAttribute('width')));
    expect(widths).toEqual([382, 254]);
    expect(element.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('Ukjent: 40 kr (40\u00a0%)');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('ends in thin lines when incomplete, with legend, accessible text and table row', async () => {
    const fixture = await show(CoverageBar, { ...inputs, incomplete: 'ikke komplett' });
    const element: HTMLElement = fixture.nativeElement;
    const drawn = [...element.querySelectorAll('svg[role=img] > rect')];
    expect(drawn.map((rect) => rect.getAttribute('fill')?.replace(/.*-(\w+)\)$/, '$1'))).toEqual([
      'solid',
      'empty',
      'incomplete',
    ]);
    // The parts are drawn to scale; the segment for missing data is not a part.
    expect(Number(drawn[0]?.getAttribute('width')) / Number(drawn[1]?.getAttribute('width'))).toBeCloseTo(1.5, 1);
    expect(Number(drawn[2]?.getAttribute('x'))).toBeGreaterThanOrEqual(
      Number(drawn[1]?.getAttribute('x')) + Number(drawn[1]?.getAttribute('width')),
    );
    expect(element.querySelector('ul')?.textContent).toContain('ikke komplett');
    expect(element.querySelector('svg[role=img]')?.getAttribute('aria-label')).toMatch(/ikke komplett$/);
    expect(await accessibilityViolations(element)).toEqual([]);
    fixture.nativeElement.querySelector('figcaption button').click();
    await fixture.whenStable();
    expect([...fixture.nativeElement.querySelectorAll('tbody th')].map((cell: Element) => cell.textContent)).toEqual([
      'Varelinjer',
      'Ukjent',
      'ikke komplett',
    ]);
  });

  it('shows its table with one key', async () => {
    const fixture = await show(CoverageBar, inputs);
    fixture.nativeElement.querySelector('figcaption button').click();
    await fixture.whenStable();
    expect([...fixture.nativeElement.querySelectorAll('td')].map((cell: Element) => cell.textContent)).toEqual([
      '60 kr',
      '60\u00a0%',
      '40 kr',
      '40\u00a0%',
    ]);
    expect(await accessibilityViolations(fixture.nativeElement)).toEqual([]);
  });
});

describe('bar chart', () => {
  it('draws bars from zero, with patterns in addition to colours', async () => {
    const bars = [
      {
        label: 'Kjøtt',
        shown: '80 t',
        stretches: [
          { value: 60, pattern: 'solid' },
          { value: 20, pattern: 'hatched' },
        ],
      },
    ];
    const element: HTMLElement = (
      await show(BarChart, { finding: 'Kjøtt veier mest', heads: ['Kategori', 'Tonn'], bars, unit: 't' })
    ).nativeElement;
    const drawn = [...element.querySelectorAll('svg[role=img] > rect')];
    expect(drawn.map((rect) => rect.getAttribute('fill')?.replace(/.*-(\w+)\)$/, '$1'))).toEqual(['solid', 'hatched']);
    expect(drawn[0]?.getAttribute('x')).toBe('0');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('waterfall', () => {
  const inputs = {
    finding: 'Fra 100 til 70',
    heads: ['Årsak', 'Tonn', 'Linjer'],
    before: { label: 'Før', value: 100, shown: '100 t' },
    after: { label: 'Etter', value: 70, shown: '70 t' },
    steps: [
      { label: 'Mengde', value: -50, shown: '−50 t', grey: false, cells: ['3'] },
      { label: 'Faktor', value: 20, shown: '+20 t', grey: true, cells: ['1'] },
    ],
    legend: { fall: 'mindre', rise: 'mer', grey: 'regnet på en annen måte' },
    close: 'Aksen begynner ikke på null.',
    unit: 't',
  };

  it('steps from total to total, with changes in the calculation in grey', async () => {
    const element: HTMLElement = (await show(Waterfall, inputs)).nativeElement;
    const bars = [...element.querySelectorAll('svg[role=img] > rect')];
    expect(bars.map((bar) => bar.getAttribute('data-kind'))).toEqual(['total', 'fall', 'grey', 'total']);
    const place = (bar: Element) => [
      Number(bar.getAttribute('x')),
      Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')),
    ];
    const [before, fall, grey, after] = bars.map(place);
    expect(fall).toEqual([before![1]! / 2, before![1]]);
    expect([grey![0], grey![1]]).toEqual([fall![0], after![1]]);
    expect(element.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(
      'Før: 100 t. Mengde: −50 t. Faktor: +20 t. Etter: 70 t',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('draws small steps on a section of the axis with a note, and omits zero steps', async () => {
    const small = {
      ...inputs,
      before: { label: 'Før', value: 17_800, shown: '17 800 t' },
      after: { label: 'Etter', value: 17_780, shown: '17 780 t' },
      steps: [
        { label: 'Mengde', value: 0, shown: '–', grey: false },
        { label: 'Faktor', value: -20, shown: '−20 t', grey: true },
      ],
    };
    const element: HTMLElement = (await show(Waterfall, small)).nativeElement;
    const bars = [...element.querySelectorAll('svg[role=img] > rect')];
    expect(bars.map((bar) => [bar.getAttribute('data-kind'), Math.round(Number(bar.getAttribute('width')))])).toEqual([
      ['total', 4],
      ['grey', 564],
      ['total', 4],
    ]);
    expect(element.querySelector('.basis')?.textContent).toContain('Aksen begynner ikke på null.');
    expect([...element.querySelectorAll('.tick')].map((tick) => tick.textContent?.trim())[0]).toMatch(/17\s?780/);
  });

  it('shows its table with one key', async () => {
    const fixture = await show(Waterfall, inputs);
    fixture.nativeElement.querySelector('figcaption button').click();
    await fixture.whenStable();
    expect(
      [...fixture.nativeElement.querySelectorAll('tbody tr')].map((row: Element) => row.textContent?.trim()),
    ).toEqual(['Før100 t', 'Mengde−50 t3', 'Faktor+20 t1', 'Etter70 t']);
    expect(await accessibilityViolations(fixture.nativeElement)).toEqual([]);
  });
});
