import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { TodayPage } from './today-page.ts';

const agreement = { id: 'a1', number: 'A-1', title: 'Mat' };
const supplier = { id: 's1', name: 'Finnskog' };
const tasks = [
  {
    kind: 'decide',
    subjectId: 'v1',
    agreement,
    supplier,
    versionId: null,
    periodKey: '2026-03',
    dueOn: null,
    amount: '318204.50',
    currency: 'NOK',
    count: 1,
    days: 2,
    number: null,
    note: null,
  },
  {
    kind: 'maximum',
    subjectId: 'a1',
    agreement,
    supplier: null,
    versionId: null,
    periodKey: null,
    dueOn: '2026-10-01',
    amount: '500000',
    currency: 'NOK',
    count: 1,
    days: null,
    number: null,
    note: null,
  },
];

const ready = {
  ...{ contractManagers: 1, buyers: 7, buyersNotInvited: 0, agreements: 3, withoutTerms: 0, withoutPrices: 0 },
  ...{ suppliers: 4, suppliersNotInvited: 0, suppliersWithUsers: 4 },
};

async function open(listed: readonly object[], progress: object = ready): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(TodayPage, {}, reportingTexts);
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/v1/today').flush({ today: '2026-04-14', tasks: listed });
  http.expectOne('/api/v1/set-up/progress').flush(progress);
  http
    .expectOne('/api/v1/compliance')
    .flush({ from: '2025-04-01', until: '2026-04-14', periods: [], rows: [], counts: {}, cut: false });
  await fixture.whenStable();
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('today page', () => {
  it('counts the tasks of the manager, and lists them in the order received', async () => {
    const page = await open(tasks);
    expect(page.querySelector('h1')?.textContent).toContain('I dag: 2 oppgaver');
    expect([...page.querySelectorAll('tg-task-list li h2')].map((heading) => heading.textContent)).toEqual([
      'Rapporten for mars 2026 er til godkjenning',
      'Maksimalverdien kan bli nådd før avtalen utløper',
    ]);
    expect(page.querySelector('tg-task-list a')?.getAttribute('href')).toBe('/reports/versions/v1');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('states that there are no tasks', async () => {
    const page = await open([]);
    expect(page.querySelector('h1')?.textContent).toContain('I dag: ingen oppgaver');
    expect(page.querySelector('tg-empty')).not.toBeNull();
    expect(page.querySelector('tg-set-up-guide section')).toBeNull();
  });

  it('guides a new user, and does not state that there are no tasks', async () => {
    const page = await open([], {
      ...{ ...ready, agreements: 0, suppliers: 0, suppliersWithUsers: 0, buyers: 0, contractManagers: 0 },
    });
    expect(page.querySelector('h1')?.textContent?.trim()).toBe('I dag');
    expect(page.querySelector('tg-empty')).toBeNull();
    expect(page.textContent).not.toContain('Alle har levert');
    expect(
      [...page.querySelectorAll('tg-set-up-guide li')].map((step) =>
        step.querySelector('tg-status')?.textContent?.trim(),
      ),
    ).toEqual(['Neste steg', ...Array.from({ length: 5 }, () => 'Gjenstår')]);
    expect(page.textContent).toContain('En administrator inviterer avtaleforvaltere.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('names the missing steps after an import', async () => {
    const page = await open(tasks, {
      ...ready,
      agreements: 60,
      withoutTerms: 57,
      withoutPrices: 59,
      suppliersNotInvited: 84,
    });
    const guide = page.querySelector('tg-set-up-guide')?.textContent?.replace(/\s+/g, ' ');
    expect(guide).toContain('57 avtaler mangler vilkår');
    expect(guide).toContain('84 leverandører er ikke invitert.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
