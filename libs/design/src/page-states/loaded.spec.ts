import { HttpErrorResponse } from '@angular/common/http';
import { Component, resource, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { accessibilityViolations, loadTextsForTest, show } from '../testing.ts';
import { Loaded } from './loaded.ts';

@Component({
  imports: [Loaded],
  template: `<ul *tgLoaded="let names; from: list; shape: 'text'; title: 'Kommuner'">
    @for (name of names; track name) {
      <li>{{ name }}</li>
    }
  </ul>`,
})
class Page {
  readonly ask = signal<() => Promise<string[]>>(() => Promise.resolve([]));
  readonly list = resource({ params: () => this.ask(), loader: ({ params }) => params() });
}

const refused = (status: number, code: string) =>
  new HttpErrorResponse({ status, error: { code, params: {}, issues: [], traceId: 't-17' } });

describe('tgLoaded', () => {
  const page = async (ask: () => Promise<string[]>) => {
    const fixture = await show(Page);
    fixture.componentInstance.ask.set(ask);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  it('shows a placeholder with a status text while loading', async () => {
    await loadTextsForTest();
    const { nativeElement } = TestBed.createComponent(Page);
    TestBed.tick();
    expect(nativeElement.querySelector('[role=status]').textContent).toBe('Henter …');
    expect(await accessibilityViolations(nativeElement)).toEqual([]);
  });

  it('shows the content', async () => {
    expect((await page(() => Promise.resolve(['Grue', 'Våler']))).textContent).toContain('Grue');
  });

  it('shows what failed and what is safe, and retries on request', async () => {
    const element = await page(() => Promise.reject(refused(500, 'unexpected')));
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Noe gikk galt hos oss');
    expect(element.textContent).toContain('t-17');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows who can give access', async () => {
    expect((await page(() => Promise.reject(refused(403, 'permission-denied')))).textContent).toContain(
      'Administratoren i virksomheten din',
    );
  });

  it('offers a link instead of a retry when the address does not exist', async () => {
    const element = await page(() => Promise.reject(refused(404, 'not-found')));
    expect(element.querySelector('h1')?.textContent).toBe('Kommuner');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/');
    expect(element.querySelector('button')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
