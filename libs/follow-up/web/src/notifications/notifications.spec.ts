import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementFollowUpTexts } from '../agreement/texts/agreement-follow-up-texts.ts';
import { followUpTexts } from '../texts/follow-up-texts.ts';
import { MessagesPage } from './messages-page/messages-page.ts';
import { PreferencesPage } from './preferences-page/preferences-page.ts';
import { RemindersPage } from './reminders-page/reminders-page.ts';
import { TemplatesPage } from './templates-page/templates-page.ts';

let http: HttpTestingController;
let page: HTMLElement;
let settle: () => Promise<void>;
const permissions = ['notification.choose', 'message.read', 'message.send', 'email-template.write'];

async function open(component: Type<unknown>, address = '/'): Promise<void> {
  const fixture = await startRendering(component, {}, followUpTexts, agreementFollowUpTexts);
  await TestBed.inject(Router).navigateByUrl(address);
  TestBed.inject(Session).begin(sessionView({ permissions }) as never);
  http = TestBed.inject(HttpTestingController);
  page = fixture.nativeElement as HTMLElement;
  settle = async () => {
    for (let round = 0; round < 4; round += 1) await new Promise((done) => setTimeout(done, 5));
    fixture.detectChanges();
  };
  await settle();
}
const answer = async (url: string, body: unknown, method = 'GET') => {
  http
    .expectOne((request) => request.method === method && request.url.startsWith(`/api/v1/${url}`))
    .flush(body as never);
  await settle();
};
const press = async (name: string | RegExp) => {
  [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().match(name))!.click();
  await settle();
};

beforeEach(() => TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] }));

describe('PreferencesPage', () => {
  const rows = [
    { kind: 'report-received', cadence: 'at-once', defaultCadence: 'at-once', mayTurnOff: true },
    { kind: 'obligation-due', cadence: 'at-once', defaultCadence: 'at-once', mayTurnOff: false },
  ];
  it('offers a choice only for optional kinds, saves it, and is accessible', async () => {
    await open(PreferencesPage);
    await answer('calendar-feeds', []);
    await answer('notifications/preferences', rows);
    expect(page.querySelectorAll('table select')).toHaveLength(1);
    expect(page.textContent).toContain('Avtalen krever dette varselet.');
    expect(await accessibilityViolations(page)).toEqual([]);
    const select = page.querySelector<HTMLSelectElement>('#cadence-report-received')!;
    select.value = 'never';
    select.dispatchEvent(new Event('change'));
    await press('Lagre valgene');
    const put = http.expectOne({ method: 'PUT', url: '/api/v1/notifications/preferences' });
    expect(put.request.body).toEqual({ preferences: [{ kind: 'report-received', cadence: 'never' }] });
  });

  it('shows a calendar address once', async () => {
    await open(PreferencesPage);
    await answer('notifications/preferences', rows);
    await answer('calendar-feeds', []);
    await press('Lag en kalenderadresse');
    await answer('calendar-feeds', { id: 'f1', address: 'https://x.example/api/v1/calendar/hemmelig.ics' }, 'POST');
    expect(page.querySelector<HTMLInputElement>('#calendar-address')?.value).toContain('hemmelig.ics');
  });
});

describe('MessagesPage', () => {
  it('shows the state of each message and resends failed ones', async () => {
    await open(MessagesPage);
    const message = {
      id: 'm1',
      kind: 'obligation-late',
      stage: '',
      state: 'failed',
      reason: '451',
      organisation: { id: 'o', name: 'Nord AS' },
      recipient: 'Kari',
      agreement: null,
      supplier: null,
      obligationId: null,
      dueAt: '2026-04-14T08:00:00Z',
      at: '2026-04-14T08:00:00Z',
    };
    await answer('messages', { items: [message], next: null });
    await answer('unreachable-addresses', [
      {
        id: 'u1',
        organisation: message.organisation,
        email: 'borte@nord.example',
        reason: '5.1.1',
        noticedAt: message.at,
      },
    ]);
    expect(page.textContent).toContain('Ikke sendt');
    expect(page.textContent).toContain('borte@nord.example');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Send på nytt');
    http.expectOne({ method: 'POST', url: '/api/v1/messages/m1/resend' });
  });
});

describe('RemindersPage', () => {
  const late = (n: number) => ({
    obligationId: `d${n}`,
    supplier: { id: `s${n}`, name: `Leverandør ${n}` },
    agreement: { id: 'a', title: 'Mat' },
    periodKey: '2026-03',
    dueOn: '2026-04-20',
    daysLate: 3,
    recipientCount: n,
    lastRemindedAt: null,
  });
  it('previews the e-mail, reminds all selected suppliers, and lists the results', async () => {
    await open(RemindersPage);
    await answer('late-obligations', [late(0), late(1)]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Vis e-posten');
    await answer('late-obligations/remind/preview', { subject: 'Emne', text: 'Tekst', html: '' }, 'POST');
    expect(page.textContent).toContain('Emne');
    await press(/^Minn om 2 rapporter$/);
    const results = [
      { obligationId: 'd0', state: 'unreachable', recipientCount: 0 },
      { obligationId: 'd1', state: 'queued', recipientCount: 1 },
    ];
    await answer('late-obligations/remind', results, 'POST');
    expect(page.textContent).toContain('Sendes nå: 1');
    expect(page.textContent).toContain('Ingen å skrive til. Inviter en kontakt.: 1');
  });
});

describe('RemindersPage of one agreement', () => {
  it('lists only its late reports, and names it', async () => {
    await open(RemindersPage, '/?agreement=a1');
    await settle();
    http.expectOne('/api/v1/late-obligations?agreementId=a1').flush([]);
    http.expectOne('/api/v1/agreements/a1').flush({ id: 'a1', number: 'A-1', title: 'Mat' } as never);
    await settle();
    expect(page.querySelector('tg-agreement-filter a[href="/agreements/a1"]')?.textContent).toBe('A-1 Mat');
    expect(page.textContent).toContain('Ingen rapporter mangler.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('TemplatesPage', () => {
  it('shows a template with its variables, previews it and reports faults', async () => {
    await open(TemplatesPage);
    const template = {
      kind: 'obligation-due',
      language: 'nb',
      subject: 'Frist {dueDate}',
      body: 'Hei',
      isOwn: true,
      variables: ['dueDate', 'period'],
    };
    await answer('email-templates', [template]);
    expect(page.textContent).toContain('{dueDate}, {period}');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Vis e-posten');
    await answer(
      'email-templates/obligation-due/nb/preview',
      { subject: 'Frist 20. april', text: 'Hei', html: '' },
      'POST',
    );
    expect(page.textContent).toContain('Frist 20. april');
  });
});
