import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { partyTexts } from '../texts/party-texts.ts';
import { SupplierTransfer } from './supplier-transfer.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('supplier transfer form', () => {
  it('shows a preview before the transfer', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const all = [
      { id: 's1', kind: 'supplier', name: 'Granli AS' },
      { id: 's2', kind: 'supplier', name: 'Finnskog AS' },
      { id: 'b1', kind: 'buyer', name: 'Grue kommune' },
    ];
    const fixture = await startRendering(SupplierTransfer, { party: { id: 's1', name: 'Granli AS' }, all }, partyTexts);
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
      Session['begin']
    >[0]);
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    const choose = (id: string, value: string) => {
      const control = page.querySelector<HTMLInputElement>(`#${id}`)!;
      control.value = value;
      control.dispatchEvent(new Event('change'));
    };
    expect([...page.querySelectorAll('option')].map(({ textContent }) => textContent?.trim())).toEqual([
      'Velg',
      'Finnskog AS',
    ]);
    choose('transfer-into', 's2');
    choose('transfer-day', '2027-01-01');
    TestBed.tick();
    await settle();
    http
      .expectOne((request) => request.url.endsWith('/suppliers/s1/transfer-preview'))
      .flush({
        ...{ from: 'Granli AS', into: 'Finnskog AS', sharedAlready: [], later: [], learnedRules: 3 },
        moving: [{ agreementId: 'a1', number: 'A-1', title: 'Mat', lot: '1A', lastDay: null }],
        withoutPrices: ['A-1 Mat'],
        users: ['Kari Nes'],
      });
    await fixture.whenStable();
    expect(page.textContent).toContain('A-1 Mat, delkontrakt 1A');
    expect(page.textContent).toContain('3 lærte regler');
    expect(await accessibilityViolations(page)).toEqual([]);
    page.querySelector<HTMLButtonElement>('p > button')?.click();
    await settle();
    expect(http.expectOne('/api/v1/suppliers/s1/transfer').request.body).toEqual({ into: 's2', day: '2027-01-01' });
  });
});
