import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { obligationDetail } from '../testing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { ObligationActs } from './obligation-acts.ts';

const supplier = { id: 's1', name: 'Finnskog Storkjøkken' };
const agreement = { id: 'a1', number: 'A-1', title: 'Mat' };
const overdue = { ...obligationDetail, id: 'o1', agreement, supplier, state: 'overdue', extension: null };

async function openActs(address: string, permissions: readonly string[], obligation: object = overdue) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(ObligationActs, { obligation }, reportingTexts);
  await TestBed.inject(Router).navigateByUrl(address);
  TestBed.inject(Session).begin(sessionView({ permissions: [...permissions] }) as never);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((done) => setTimeout(done, 20));
    fixture.detectChanges();
  };
  await settle();
  return { element, settle, http: TestBed.inject(HttpTestingController) };
}

const buttons = (element: HTMLElement) => [...element.querySelectorAll('button')];

describe('ObligationActs', () => {
  it('opens the form that the address asks for, and closes it when the due date is extended', async () => {
    const { element, settle, http } = await openActs('/?act=extend', ['case.manage']);
    expect(element.querySelector('form')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
    const date = element.querySelector<HTMLInputElement>('input')!;
    date.value = '2026-06-01';
    date.dispatchEvent(new Event('input'));
    const reason = element.querySelector('textarea')!;
    reason.value = 'Nytt økonomisystem';
    reason.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const [request] = http.match(({ method }) => method !== 'GET');
    expect(request?.request.body).toEqual({ dueOn: '2026-06-01', reason: 'Nytt økonomisystem' });
    request?.flush(null);
    await settle();
    expect(element.querySelector('form')).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/?act=extend');
  });

  it('leads from an overdue report to a reminder and to what the delay may cost, and from no other', async () => {
    const linksOf = async (obligation: object, permissions: readonly string[] = ['case.manage']) => {
      const { element } = await openActs('/', permissions, obligation);
      const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
      TestBed.resetTestingModule();
      return links.filter((href) => !href.startsWith('/suppliers'));
    };
    expect(await linksOf(overdue)).toEqual(['/notifications/late?agreement=a1', '/penalties/o1']);
    expect(await linksOf({ ...overdue, state: 'open' })).toEqual([]);
    expect(await linksOf(overdue, ['case.request'])).toEqual([]);
  });

  it.each([
    ['a user who may not', '/?act=extend', [], overdue],
    ['a delivered report', '/?act=extend', ['case.manage'], { ...overdue, state: 'accepted' }],
    ['an unknown act', '/?act=delete', ['case.manage'], overdue],
  ] as const)('opens no form for %s', async (_, address, permissions, obligation) => {
    const { element } = await openActs(address, permissions, obligation);
    expect(element.querySelector('form')).toBeNull();
    expect(buttons(element).length > 0).toBe(permissions.length > 0);
  });
});
