import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ChartFrame } from '../charts/chart-frame.ts';
import { DataTable } from '../data-table/data-table.ts';
import { PageHeader } from '../page-header/page-header.ts';
import { show } from '../testing.ts';
import { PrintContext, setPrintContext } from './print-context.ts';

const period = signal('2026');

@Component({
  selector: 'tg-print-probe',
  imports: [ChartFrame, DataTable, PageHeader],
  template: `
    <tg-page-header heading="Regnskapskontroll" />
    <tg-chart-frame finding="Kjøtt veier mest" unit="tonn CO₂e" [heads]="['Vare']" [rows]="[]" />
    <tg-data-table caption="Konti" [rows]="[]" [columns]="[]" />
  `,
})
class Probe {
  constructor() {
    setPrintContext(() => ({ whose: 'Grue kommune', period: period() }));
  }
}

const printedIn = (element: HTMLElement) =>
  [...element.querySelectorAll('[data-printed]')].map((one) => one.getAttribute('data-printed'));

describe('print context of a figure', () => {
  it('consists of name, organisation, page, unit and period', async () => {
    const fixture = await show(Probe as never, {});
    await fixture.whenStable();
    expect(printedIn(fixture.nativeElement)).toEqual([
      'Grue kommune · Regnskapskontroll · tonn CO₂e · 2026',
      'Konti · Grue kommune · Regnskapskontroll · 2026',
    ]);
    period.set('');
    await fixture.whenStable();
    fixture.detectChanges();
    expect(printedIn(fixture.nativeElement)[0]).toBe(
      'Grue kommune · Regnskapskontroll · tonn CO₂e · alle importerte måneder',
    );
    // It adds no text to the page, because it appears in print only.
    expect((fixture.nativeElement as HTMLElement).textContent).not.toContain('Grue kommune');
  });

  it('is cleared when the page is left', async () => {
    const fixture = await show(Probe as never, {});
    TestBed.inject(PrintContext).who.set('RIIK');
    fixture.destroy();
    expect(TestBed.inject(PrintContext).describe()).toBe('RIIK · Regnskapskontroll');
  });
});
