import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideApiClient, Session } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { startRendering } from '@tallgrunn/design/testing';
import { factorTexts } from './texts/factor-texts.ts';

export const localText = (nb: string) => ({ nb, nn: nb, en: nb });
export const waitForUpdate = () => new Promise((done) => setTimeout(done, 20));
export const people = [
  { id: 'p2', name: 'Wenche Grinderhaug' },
  { id: 'p3', name: 'Tor Egil Rustadmo' },
];
export const categories = [
  {
    code: 'food',
    name: localText('Mat og drikke'),
    cpvPrefixes: ['15'],
    accounts: [{ system: 'kostra', code: '115' }],
  },
  { code: 'other', name: localText('Annet'), cpvPrefixes: [], accounts: [{ system: 'kostra', code: '120' }] },
];
export const products = [
  { code: 'beef', category: 'food', name: localText('Storfekjøtt'), confidence: '0.80', unspsc: [] },
];
export const preview = {
  lines: 4,
  changed: 2,
  before: '1000',
  after: '3000',
  difference: '2000',
  total: '9000',
  run: 7,
  largest: [
    {
      batchId: 'x1',
      lineNo: 3,
      buyerId: 'b1',
      categories: ['furniture', 'food'],
      seller: 'Finnskog',
      text: null,
      file: 'bok.csv',
      sheet: null,
      row: 4,
      before: { method: 'ask', factor: null, basis: null, unit: null, multiplier: null, kg: null },
      after: {
        method: 'spend-account',
        factor: 'Mat',
        basis: '5000',
        unit: null,
        multiplier: '0.600000000000000001',
        kg: '3000.000000',
      },
    },
  ],
  buyers: [{ buyerId: 'b1', name: 'Grue kommune', lines: 4, before: '1000', after: '3000' }],
  categories: [{ category: 'food', lines: 1, amountBefore: '0', amountAfter: '5000', before: '0', after: '3000' }],
};

export interface Opened {
  readonly page: HTMLElement;
  readonly fixture: ComponentFixture<unknown>;
  /** Responds to the single request to an address and waits for the page to update. */
  answer(url: string, body: object | null, method?: string): Promise<TestRequest>;
  press(label: string): Promise<void>;
  write(id: string, value: string): void;
}

export async function openPage(
  component: Type<unknown>,
  permissions: readonly string[],
  answers: Readonly<Record<string, object>>,
): Promise<Opened> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(component, {}, factorTexts);
  TestBed.inject(Session).begin(sessionView({ permissions: [...permissions] }) as never);
  const http = TestBed.inject(HttpTestingController);
  const show = async () => {
    await waitForUpdate();
    fixture.detectChanges();
    await waitForUpdate();
  };
  const answer = async (url: string, body: object | null, method = 'GET') => {
    const request = http.expectOne((sent) => sent.urlWithParams === `/api/v1${url}` && sent.method === method);
    request.flush(body);
    await show();
    return request;
  };
  await waitForUpdate();
  for (const [url, body] of Object.entries(answers)) await answer(url, body);
  const page: HTMLElement = fixture.nativeElement;
  return {
    page,
    fixture,
    answer,
    press: async (label) => {
      const button = [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === label);
      if (!button) throw new Error(`no button ${label}`);
      button.click();
      await show();
    },
    write: (id, value) => {
      const field = page.querySelector<HTMLInputElement>(`#${id}`);
      if (!field) throw new Error(`no field ${id}`);
      field.value = value;
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event));
    },
  };
}
