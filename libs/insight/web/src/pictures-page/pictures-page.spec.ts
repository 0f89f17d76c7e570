import type { ExternalFigureDto, FactorAssignmentDto, PivotDto, PivotSumsDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { categories, choices, openPage } from '../testing.ts';
import { picturesTexts } from '../texts/pictures-texts.ts';
import { heatOf } from './draw-heat.ts';
import { paretoOf } from './draw-pareto.ts';
import { largestComplete, timePoints } from './draw-time.ts';
import { withExternalYears } from './external-years.ts';
import { factorMarks } from './factor-marks.ts';
import { PicturesPage } from './pictures-page.ts';
import { standaloneSvg } from './save-picture.ts';

const sums = (booked: string, kgCo2e: string | null = '1000.000000'): PivotSumsDto => ({
  booked,
  bookedWithFactor: booked,
  bookedByItem: '0.00',
  reportedOnly: '0.00',
  kgCo2e,
  lineCount: 4,
});
const rowOf = (key: string | null, booked: string, label: string | null = null) => ({ key, label, ...sums(booked) });
const pivot = (rows: PivotDto['rows'], changes: Partial<PivotDto> = {}): PivotDto => ({
  rows,
  columns: [],
  cells: [],
  total: sums(String(rows.reduce((sum, { booked }) => sum + Number(booked), 0))),
  others: sums('0.00'),
  rowCount: rows.length,
  currency: 'NOK',
  ...changes,
});
const months = pivot([rowOf('2026-01', '9000.00'), rowOf('2026-03', '20000.00')]);
const items = pivot([
  rowOf('s1/005', '6000.00', '005 Kjøttdeig · Finnskog'),
  rowOf('s1/006', '3000.00', '006 Melk · Finnskog'),
  rowOf('s1/007', '1000.00', '007 Brød · Finnskog'),
  rowOf(null, '30000.00'),
]);
const heat = pivot([rowOf('s1', '9000.00', 'Finnskog'), rowOf(null, '1000.00')], {
  columns: [
    { key: 'ict', label: null, ...sums('2000.00') },
    { key: 'food', label: null, ...sums('8000.00') },
  ],
  cells: [
    { row: 's1', column: 'food', ...sums('8000.00') },
    { row: 's1', column: 'ict', ...sums('1000.00', null) },
    { row: null, column: 'ict', ...sums('1000.00') },
  ],
});
const flow = pivot([rowOf('account', '9000.00'), rowOf('item', '1000.00')], {
  columns: [
    { key: 'ict', label: null, ...sums('8000.00') },
    { key: 'food', label: null, ...sums('2000.00') },
  ],
  cells: [
    { row: 'account', column: 'ict', ...sums('8000.00') },
    { row: 'account', column: 'food', ...sums('1000.00') },
    { row: 'item', column: 'food', ...sums('1000.00') },
  ],
});
const all = { ...choices, months: ['2026-01', '2026-02', '2026-03'] };
const assignment = (fromOn: string, standing: FactorAssignmentDto['standing'] = 'in-force') =>
  ({
    kind: 'product',
    target: 'beef',
    targetName: { nb: 'Storfekjøtt', nn: 'Storfekjøt', en: 'Beef' },
    factor: 'Storfe, Frankrike',
    value: '28.01',
    unit: 'kg CO2e/kg',
    fromOn,
    standing,
  }) as FactorAssignmentDto;
const external = (year: number, kg: string, changes: Partial<ExternalFigureDto> = {}) =>
  ({
    year,
    kg,
    buyerId: null,
    category: null,
    madeBy: 'Variabel AS',
    at: '2026-01-01T00:00:00Z',
    ...changes,
  }) as ExternalFigureDto;
const answers = (answer: PivotDto) => ({
  '/combined/filter-options': all,
  '/categories': categories,
  '/combined/pivot': answer,
  '/emissions/uncertainty/periods': [{ period: '2026-01', kg: '1000.000', low: '500.000', high: '2000.000' }],
  '/factor-assignments': [assignment('2026-02-15'), assignment('2026-03-01', 'draft')],
  '/emissions/external-figures': [external(2024, '7000.000', { buyerId: 'b1' })],
  '/emissions/runs': [{ number: 7, finishedAt: '2026-08-10T07:00:00Z' }],
});
const open = (address: string, answer: PivotDto) =>
  openPage(PicturesPage, address, answers(answer), {}, [picturesTexts]);
const textOf = (element: HTMLElement) => element.textContent?.replaceAll(/\s+/g, ' ') ?? '';

describe('pictures page', () => {
  it('shows purchases and emissions over time, with incomplete months hatched and intervals as lines', async () => {
    const { element, asked } = await open('/?picture=time&period=month&buyer=b1', months);
    expect(asked.find((each) => each.includes('/combined/pivot'))).toMatch(/rows=month/);
    expect(asked.find((each) => each.includes('/uncertainty/periods'))).toMatch(/buyerId=b1/);
    expect(textOf(element)).toContain('innkjøpene størst i januar 2026: 9 000 kr; 1 av 3 måneder er ikke komplette');
    expect(textOf(element)).toContain('Kilde: bokførte innkjøp i samlet tabell. Beregning 7');
    const bars = [...element.querySelectorAll('svg.tg-chart > rect')].map((bar) => bar.getAttribute('fill'));
    expect(bars.map((fill) => fill?.endsWith('-incomplete)'))).toEqual([false, false, true, false, false, true]);
    expect(element.querySelectorAll('svg.tg-chart > path')).toHaveLength(1);
    expect(element.querySelector('svg.tg-chart')?.getAttribute('aria-label')).toMatch(/mars 2026: .*ikke komplett/);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('marks the day on which an emission factor changed, and names the factor', async () => {
    const { element } = await open('/?picture=time&period=month', months);
    const marks = [...element.querySelectorAll('svg.tg-chart > line[stroke-dasharray]')];
    expect(marks).toHaveLength(1);
    // In the middle of the second of three months.
    expect(Number(marks[0]?.getAttribute('x1'))).toBeCloseTo(84 + ((640 - 92) / 3) * 1.5, 0);
    expect(textOf(element)).toContain(
      '1: fra 15. februar 2026 brukes en annen utslippsfaktor for Storfekjøtt (Storfe, Frankrike, 28,01 kg CO₂e/kg).',
    );
    expect(element.querySelector('svg.tg-chart')?.getAttribute('aria-label')).toContain('fra 15. februar 2026');
  });

  it('shows years with figures made elsewhere as dotted, and says that they cannot be compared', async () => {
    const { element, asked } = await open('/?picture=time&period=year', pivot([rowOf('2025', '9000.00')]));
    expect(asked).toContain('/api/v1/emissions/external-figures');
    const fills = [...element.querySelectorAll('svg.tg-chart > rect')].map((bar) =>
      bar.getAttribute('fill')?.replace(/.*-(\w+)\)$/, '$1'),
    );
    expect(fills).toEqual(['dotted', 'incomplete', 'dotted', 'incomplete']);
    expect(textOf(element)).toMatch(
      /Prikkede år er beregnet av Variabel AS på en annen måte, og kan ikke sammenlignes/,
    );
    expect(textOf(element)).toContain('Ingen av ett år');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('has its figures as a table behind a button', async () => {
    const { element, fixture } = await open('/?picture=time', months);
    element.querySelector<HTMLButtonElement>('tg-chart-frame figcaption button')!.click();
    fixture.detectChanges();
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      row.textContent?.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/januar 2026.*9 000 kr.*0,5–2 tonn CO₂e.*komplett/);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows how few items have half of what is known', async () => {
    const { element, asked } = await open('/?picture=pareto&by=item', items);
    expect(asked.find((each) => each.includes('/combined/pivot'))).toMatch(/rows=item/);
    expect(textOf(element)).toMatch(/1 av 3 varer står for halvparten av de 25\s% av innkjøpene som er kjent slik/);
    expect(textOf(element)).toMatch(/Andel av de 25\s% av innkjøpene som er kjent slik/);
    expect(element.querySelectorAll('svg.tg-chart > rect')).toHaveLength(3);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows suppliers by category, and that a figure is not calculated', async () => {
    const { element, asked } = await open('/?picture=heat&measure=emissions', heat);
    expect(asked.find((each) => each.includes('/combined/pivot'))).toMatch(/columns=category/);
    expect(textOf(element)).toContain('Størst er «Finnskog');
    expect(element.querySelector('svg.tg-chart')?.getAttribute('aria-label')).toMatch(/IKT og telefoni ikke beregnet/i);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows what is known of each category as bands, with the share of the page of purchases', async () => {
    const { element, asked, fixture } = await open('/?picture=flow&measure=emissions', flow);
    expect(asked.find((each) => each.includes('/combined/pivot'))).toMatch(/rows=basis&columns=category&by=booked/);
    expect(textOf(element)).toMatch(
      /Vi vet hva som er kjøpt, for 10\s% av innkjøpsbeløpet\. Mest ukjent er IKT og telefoni: 8 000 kr/,
    );
    expect(element.querySelectorAll('svg.tg-chart > path')).toHaveLength(3);
    expect(element.querySelector('#pictures-measure')).toBeNull();
    expect(element.querySelector('svg.tg-chart')?.getAttribute('aria-label')).toMatch(
      /Mat og drikke: Vare fra avtalen 1\s000\skr, Bare konto 1\s000\skr/,
    );
    element.querySelector<HTMLButtonElement>('tg-chart-frame figcaption button')!.click();
    fixture.detectChanges();
    const last = [...element.querySelectorAll('tbody tr')].at(-1)?.textContent?.replaceAll(/\s+/g, ' ');
    expect(last).toMatch(/I alt.*1 000 kr.*0 kr.*9 000 kr.*0 kr.*10 000 kr/);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('says that nothing is selected', async () => {
    const { element } = await open('/?text=x', pivot([]));
    expect(textOf(element)).toContain('Ingen innkjøp i dette utvalget');
  });
});

describe('figures of pictures', () => {
  it('are incomplete for a period when one of its months is, or has no data', () => {
    const points = (rows: PivotDto['rows'], buyer: string | null = null) => timePoints(rows, [], all, buyer);
    expect(points([rowOf('2026-Q1', '1.00')])[0]?.isComplete).toBe(false);
    expect(points([rowOf('2026-01', '1.00'), rowOf('2026-04', '1.00')]).map(({ isComplete }) => isComplete)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(points([rowOf('2026-03', '1.00')], 'Eidskog kommune')[0]?.isComplete).toBe(true);
    expect(largestComplete(points([rowOf('2026-03', '1.00')]))).toBeNull();
    const withoutLedger = { ...all, withoutLedger: ['Eidskog kommune'] };
    const january = (buyer: string | null) => timePoints([rowOf('2026-01', '1.00')], [], withoutLedger, buyer)[0];
    expect([january(null)?.isComplete, january('Eidskog kommune')?.isComplete]).toEqual([true, false]);
    expect(points([])).toEqual([]);
  });

  it('mark only factors that applied, in the order of their days', () => {
    const points = ['2026-01', '2026-02'].map((key) => ({ key }));
    const marks = factorMarks(points, [
      assignment('2026-02-01'),
      assignment('2026-01-01', 'replaced'),
      assignment('2026-02-01', 'retired'),
      assignment('2026-01-20', 'proposed'),
      assignment('2026-03-01'),
    ]);
    expect(marks.map(({ day, at, fraction, assignments }) => [day, at, fraction, assignments.length])).toEqual([
      ['2026-01-01', 0, 0, 1],
      ['2026-02-01', 1, 0, 2],
    ]);
  });

  it('have the latest record of a year made elsewhere, of the same purchases, and no year that has a ledger', () => {
    const points = timePoints([rowOf('2024', '1.00')], [], all, null);
    const figures = [
      external(2021, '2.000', { at: '2026-02-01T00:00:00Z' }),
      external(2021, '1.000'),
      external(2022, '9.000', { buyerId: 'b1' }),
      external(2023, '9.000', { category: 'food' }),
      external(2024, '9.000'),
    ];
    const keysOf = (buyerId: string | null, category: string | null) =>
      withExternalYears(points, figures, { buyerId, category }).map(({ key, kgCo2e }) => `${key} ${kgCo2e}`);
    const own = `2024 ${points[0]?.kgCo2e}`;
    expect(keysOf(null, null)).toEqual(['2021 2.000', '2022 null', '2023 null', own]);
    expect(keysOf('b1', null)).toEqual(['2022 9.000', '2023 null', own]);
    expect(keysOf('b2', null)).toEqual([own]);
    expect(withExternalYears([], figures, { buyerId: null, category: null })).toEqual([]);
  });

  it('add up to shares of what is known, without what is not', () => {
    const { rows, known, rowCount, halfCount, shareKnown } = paretoOf(items, 'booked');
    expect(rows.map(({ cumulative }) => Number(cumulative.toFixed(3)))).toEqual([0.6, 0.9, 1]);
    expect([known, rowCount, halfCount, shareKnown]).toEqual([10_000, 3, 1, 0.25]);
    const refunds = paretoOf(pivot([rowOf('a', '-5.00'), rowOf('b', '5.00')]), 'booked');
    expect(refunds.rows.map(({ share }) => share)).toEqual([0]);
    expect(refunds.halfCount).toBeNull();
  });

  it('have the largest columns first and no cell without a purchase', () => {
    const { columns, rows, largest } = heatOf(heat, 'booked', 10);
    expect(columns).toEqual(['food', 'ict']);
    expect(rows[1]?.cells.map((cell) => cell.sums === null)).toEqual([true, false]);
    expect(largest?.column).toBe('food');
    const group = pivot([rowOf(null, '90000.00'), ...heat.rows.slice(0, 1)], {
      columns: [{ key: 'building', label: null, ...sums('90000.00') }, ...heat.columns],
      cells: [{ row: null, column: 'building', ...sums('90000.00') }, ...heat.cells.slice(0, 2)],
    });
    const ofGroup = heatOf(group, 'booked', 10);
    expect(ofGroup.columns).toEqual(['food', 'ict', 'building']);
    expect([ofGroup.largest?.row.key, ofGroup.largest?.column]).toEqual(['s1', 'food']);
    expect(ofGroup.rows.map(({ cells }) => Math.max(...cells.map(({ strength }) => strength)))).toEqual([1, 1]);
  });
});

describe('downloaded picture', () => {
  it('carries its title, definition, source and colours', () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 300 100');
    svg.innerHTML = '<rect width="10" height="10" fill="var(--tg-chart-soft)"/>';
    const about = { title: 'A & B', subtitle: 'Kroner, 2026', source: 'Kilde: X', description: 'Alt.' };
    const { text, width } = standaloneSvg(svg, about, () => '#123456');
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('title')?.textContent).toBe('A & B');
    expect([...parsed.querySelectorAll('text')].map((each) => each.textContent)).toEqual([
      'A & B',
      'Kroner, 2026',
      'Kilde: X',
    ]);
    expect(text).not.toContain('var(');
    expect(width).toBe(332);
  });
});
