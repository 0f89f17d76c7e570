import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { PartyTreeDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { organisationTexts } from '../texts/organisation-texts.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { IdentitySection } from './identity-section.ts';

const former = {
  id: 'h1',
  name: 'Finnskog Engros',
  orgNumber: '311047116',
  validFrom: '2025-01-01T10:00:00Z',
  validTo: '2026-03-01T10:00:00Z',
  reason: 'Skrivefeil.',
  correctedBy: 'Kari Nordmann',
};
const party = {
  id: 's1',
  kind: 'supplier',
  name: 'Finnskog',
  orgNumber: '974760673',
  formerIdentities: [former],
} as unknown as PartyTreeDto;

async function section(permissions: readonly string[] = ['party.read', 'organisation.correct']) {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
  };
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(IdentitySection, { party }, partyTexts, organisationTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions }) } as Parameters<Session['begin']>[0]);
  const changes: unknown[] = [];
  fixture.componentInstance.changed.subscribe(() => changes.push(true));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((done) => setTimeout(done, 10));
    fixture.detectChanges();
    await fixture.whenStable();
  };
  const openForm = async () => {
    [...element.querySelectorAll('button')]
      .find((button) => button.textContent?.trim() === 'Rett navn eller nummer')
      ?.click();
    await settle();
    return element.querySelector('form')!;
  };
  const send = async (form: HTMLFormElement, values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values))
      form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  return { element, http: TestBed.inject(HttpTestingController), changes, settle, openForm, send };
}

const correctUrl = '/api/v1/organisations/s1/correct';

describe('former names and numbers of an organisation', () => {
  it('shows from when to when each was used, why it ended and who corrected it', async () => {
    const { element } = await section(['party.read']);
    expect(element.querySelector('tbody')?.textContent).toMatch(
      /Finnskog Engros.*311\s047\s116.*1\. januar 2025 til 1\. mars 2026.*Skrivefeil\..*Kari Nordmann/s,
    );
    expect(element.querySelectorAll('button[data-variant=secondary]')).toHaveLength(0);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('sends the corrected number with a reason and reports that it is saved', async () => {
    const { element, http, changes, settle, openForm, send } = await section();
    const form = await openForm();
    expect([...form.querySelectorAll('input')].map(({ value }) => value.replace(/\s/g, ' '))).toEqual([
      'Finnskog',
      '974 760 673',
    ]);
    expect(await accessibilityViolations(element)).toEqual([]);
    await send(form, { orgNumber: '', reason: 'Nummeret var til et annet selskap.' });
    const sent = http.expectOne(correctUrl);
    expect(sent.request.body).toEqual({
      name: 'Finnskog',
      orgNumber: null,
      reason: 'Nummeret var til et annet selskap.',
    });
    sent.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect([changes.length, element.querySelector('form'), element.querySelector('.outcome')?.textContent]).toEqual([
      1,
      null,
      'Rettelsen er lagret.',
    ]);
  });

  it('requires a name and a reason', async () => {
    const { http, openForm, send } = await section();
    const form = await openForm();
    await send(form, { name: ' ', reason: '' });
    expect([...form.querySelectorAll('ds-error-summary a')].map((link) => link.getAttribute('href'))).toEqual([
      '#correct-name',
      '#correct-reason',
    ]);
    http.expectNone(correctUrl);
  });

  it('shows at the number field which organisation already has it', async () => {
    const { element, http, settle, openForm, send } = await section();
    const form = await openForm();
    await send(form, { orgNumber: '912 346 706', reason: 'Feil nummer.' });
    const issues = [
      { code: 'number-taken', path: 'orgNumber', params: { found: '912346706', expected: 'Solgløtt Frukt' } },
    ];
    http
      .expectOne(correctUrl)
      .flush(
        { code: 'organisation-number-taken', params: { name: 'Solgløtt Frukt' }, issues },
        { status: 409, statusText: 'Conflict' },
      );
    await settle();
    expect(form.querySelector('#correct-orgNumber')?.getAttribute('aria-invalid')).toBe('true');
    expect(form.textContent).toContain(
      '«912346706» er nummeret til Solgløtt Frukt. Er de den samme virksomheten, kan du slå dem sammen',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
