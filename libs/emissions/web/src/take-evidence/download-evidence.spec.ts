import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { publishedTexts } from '../texts/published-texts.ts';
import { DownloadEvidence } from './download-evidence.ts';

interface Watched {
  watch(): void;
  ask(): Promise<void>;
}

async function opened() {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(DownloadEvidence as never, { run: 7, publication: 'p1' }, publishedTexts);
  const page = fixture.componentInstance as Watched;
  const element = fixture.nativeElement as HTMLElement;
  const told = async (pack: object | null) => {
    const asked = page.ask();
    await new Promise((done) => setTimeout(done, 0));
    TestBed.inject(HttpTestingController).expectOne('/api/v1/emissions/evidence-progress').flush({ pack });
    await asked;
    fixture.detectChanges();
    return element.textContent?.replaceAll(/\s+/g, ' ') ?? '';
  };
  page.watch();
  fixture.detectChanges();
  return { element, told, end: () => fixture.destroy() };
}

describe('download of evidence', () => {
  it('shows the progress of the server and the end', async () => {
    const { element, told, end } = await opened();
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/emissions/runs/7/evidence-pack.zip?publication=p1',
    );
    expect(element.querySelector('progress')?.hasAttribute('value')).toBe(false);
    expect(await told({ run: 7, publication: 'p1', rows: 2000, rowsTotal: 9000 })).toContain('2 000 av 9 000');
    expect(element.querySelector('progress')?.getAttribute('value')).toBe('2000');
    expect(await accessibilityViolations(element)).toEqual([]);
    expect(await told(null)).toContain('Dokumentasjonen er klar');
    expect(element.querySelector('progress')).toBeNull();
    end();
  });

  it('stops without an error when the server sends nothing', async () => {
    const { element, told, end } = await opened();
    for (const shown of [true, true, false]) {
      expect(await told(null)).not.toContain('Dokumentasjonen er klar');
      expect(element.querySelector('progress') !== null).toBe(shown);
    }
    end();
  });
});
