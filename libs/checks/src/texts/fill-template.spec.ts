import { fillTemplate, templateParams } from './fill-template.ts';

const none = (): null => null;

describe('sentence templates', () => {
  it('format numbers, dates and periods in the language', () => {
    const values = { a: '1234.5', d: '2025-04-01', p: '2025-Q1', n: 12_345 };
    expect(fillTemplate('{a:amount} · {d:date} · {p:period} · {n:count}', values, 'nb', none)).toBe(
      '1\u00a0234,50 · 1. april 2025 · 1. kvartal 2025 · 12\u00a0345',
    );
    expect(fillTemplate('{a:number} {d:date}', values, 'en', none)).toBe('1,234.5 1 April 2025');
  });

  it('leave out parts without a value', () => {
    expect(fillTemplate('Unit «{unit}».[ Perhaps {hint}?]', { unit: 'krt', hint: '' }, 'en', none)).toBe('Unit «krt».');
    expect(fillTemplate('Unit «{unit}».[ Perhaps {hint}?]', { unit: 'krt', hint: 'box' }, 'en', none)).toBe(
      'Unit «krt». Perhaps box?',
    );
  });

  it('never interpret a value as a template', () => {
    expect(fillTemplate('«{found}»', { found: '{x} [y]' }, 'nb', none)).toBe('«{x} [y]»');
  });

  it('names its parameters', () => {
    expect(templateParams('{a} [{b:date}]')).toEqual({ all: ['a', 'b'], optional: ['b'] });
  });
});
