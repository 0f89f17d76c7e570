import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { CombinedRowDto } from '@tallgrunn/api-client/shapes';
import type { LazyCatalogue } from '@tallgrunn/design';
import { startRendering } from '@tallgrunn/design/testing';
import { emissionsTexts } from '@tallgrunn/emissions-web';
import { insightTexts } from './texts/insight-texts.ts';

export const waitForUpdate = () => new Promise((done) => setTimeout(done, 20));

/** Opens a page at a URL with a buyer's session; the API responds with `answers` by path. */
export async function openPage<T>(
  page: Type<T>,
  address: string,
  answers: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, unknown>> = {},
  further: readonly LazyCatalogue<object>[] = [],
) {
  // jsdom has the element, but not its methods.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(page, inputs, insightTexts, emissionsTexts, ...further);
  const buyer = {
    id: 'm1',
    organisation: { id: 'b1', name: 'Grue kommune', kind: 'buyer' as const },
    cooperative: { id: 'c1', name: 'RIIK' },
    role: 'buyer' as const,
  };
  TestBed.inject(Session).begin(sessionView({ memberships: [buyer], permissions: ['combined.read'] }) as never);
  await TestBed.inject(Router).navigateByUrl(address);
  const asked = await respondToAll(fixture, answers);
  return {
    fixture,
    element: fixture.nativeElement as HTMLElement,
    asked,
    again: (further: Readonly<Record<string, unknown>> = answers) => respondToAll(fixture, further),
  };
}

/** Responds to all pending requests by path, and returns the requested URLs. */
async function respondToAll(
  fixture: ComponentFixture<unknown>,
  answers: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const http = TestBed.inject(HttpTestingController);
  const asked: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    await waitForUpdate();
    fixture.detectChanges();
    for (const [path, answer] of Object.entries(answers)) {
      for (const request of http.match(
        ({ url, urlWithParams }) => urlWithParams.startsWith(`/api/v1${path}`) || url === `/api/v1${path}`,
      )) {
        if (request.cancelled) continue; // the URL changed meanwhile
        asked.push(request.request.urlWithParams);
        request.flush(answer as object);
      }
    }
  }
  fixture.detectChanges();
  return asked;
}

/** Builds a combined-table row for tests. Defaults: booked side only, account only, spend-based. */
export const combinedRow = (changes: Partial<CombinedRowDto> = {}): CombinedRowDto => ({
  key: 'sb:1',
  part: null,
  buyerId: 'b1',
  side: 'booked',
  state: 'outside-agreements',
  buyer: 'Grue kommune',
  supplier: 'Byggvarehuset',
  agreement: null,
  agreementBasis: null,
  category: 'ict',
  spentOn: '2026-03-04',
  month: '2026-03',
  invoiceNumber: '77',
  accountSystem: 'kostra',
  accountCode: '200',
  accountClass: 'operating',
  itemNumber: null,
  itemName: 'Skjerm',
  quantity: null,
  unit: null,
  bookedAmount: '1000.00',
  netBasis: 'as-stated',
  outsideAmount: null,
  reportedAmount: null,
  currency: 'NOK',
  method: 'spend-account',
  kg: '27.200000',
  quality: 5,
  besideKg: null,
  basis: 'account',
  batchId: 'b',
  spendLineNo: 1,
  spendFile: 'bok.csv',
  spendSheet: '',
  spendRow: 2,
  versionId: null,
  reportLineNo: null,
  reportFile: null,
  reportSheet: null,
  reportRow: null,
  ...changes,
});

export const choices = {
  buyers: [{ value: 'b1', label: 'Grue kommune' }],
  suppliers: [],
  agreements: [],
  categories: ['ict', 'food'],
  months: ['2026-01', '2026-03'],
  incomplete: [{ month: '2026-03', buyers: ['Grue kommune'], isAll: true }],
  withoutLedger: [] as string[],
  making: null,
};
export const categories = [
  { code: 'ict', name: { nb: 'IKT og telefoni', nn: 'IKT og telefoni', en: 'ICT' }, cpvPrefixes: [], accounts: [] },
  { code: 'food', name: { nb: 'Mat og drikke', nn: 'Mat og drikke', en: 'Food' }, cpvPrefixes: [], accounts: [] },
];
export const totals = {
  lines: 2,
  bookedLines: 2,
  rows: 2,
  booked: '2000.00',
  reported: '0',
  kg: '27200.000000',
  kgFromKroner: '0.000000',
  bookedWithoutFactor: '1000.00',
  partly: { lines: 0, amount: '0' },
  vatUnknown: { lines: 0, amount: '0' },
  reportedWithVat: { lines: 0, amount: '0' },
  classes: {
    operating: { lines: 2, amount: '2000.00' },
    investment: { lines: 0, amount: '0' },
    unknown: { lines: 0, amount: '0' },
  },
  notPurchases: { lines: 1, amount: '900.00' },
  otherCurrencies: [],
};
export const pictures = {
  basis: [{ basis: 'account', amount: '2000.00', lines: 2 }],
  categories: [
    { category: 'ict', method: 'spend-account', amount: '1000.00', kg: '27200.000000', lines: 1 },
    { category: 'food', method: 'no-factor', amount: '1000.00', kg: null, lines: 1 },
  ],
  lines: 2,
};
