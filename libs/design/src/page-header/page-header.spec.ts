import { Title } from '@angular/platform-browser';
import { TestBed } from '@angular/core/testing';
import { accessibilityViolations, loadTextsForTest, show } from '../testing.ts';
import { PageHeader } from './page-header.ts';

describe('page header', () => {
  it('sets page name and tab title, and links to the parent page', async () => {
    const fixture = await show(PageHeader, {
      heading: 'Mars 2026',
      crumbs: [{ label: 'Rapporter', link: '/reports' }],
      lead: 'Slipp filen.',
    });
    const page: HTMLElement = fixture.nativeElement;
    expect(page.querySelector('h1')?.textContent).toBe('Mars 2026');
    expect(page.querySelector('ol a')?.getAttribute('href')).toBe('/reports');
    expect(page.querySelector('[aria-current="page"]')?.textContent).toBe('Mars 2026');
    expect(TestBed.inject(Title).getTitle()).toBe('Mars 2026 – Tallgrunn');
    fixture.componentRef.setInput('part', 'Vilkår');
    await fixture.whenStable();
    expect(TestBed.inject(Title).getTitle()).toBe('Vilkår – Mars 2026 – Tallgrunn');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('follows the language', async () => {
    const fixture = await show(PageHeader, { heading: 'March', crumbs: [{ label: 'Reports', link: '/reports' }] });
    await loadTextsForTest('en');
    await fixture.whenStable();
    expect(fixture.nativeElement.querySelector('nav').getAttribute('aria-label')).toBe('You are here:');
  });
});
