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
        items: 4,
        withoutPrices: ['A-1 Mat'],
        users: ['Kari Nes'],
      });
    await fixture.whenStable();
    expect(page.textContent).toContain('A-1 Mat, delkontrakt 1A');
    expect(page.textContent).toContain('3 lærte regler');
    expect(page.textContent).toContain('Prisene på 4 varer følger med');
    expect(await accessibilityViolations(page)).toEqual([]);
    page.querySelector<HTMLButtonElement>('p > button')?.click();
    await settle();
    const transfer = http.expectOne('/api/v1/suppliers/s1/transfer');
    expect(transfer.request.body).toEqual({ into: 's2', day: '2027-01-01' });
    transfer.flush({ into: 'Finnskog AS', moving: [], sharedAlready: [], later: [], withoutPrices: [], users: [] });
    await settle();
    TestBed.tick();
    const member = (email: string, state: string) => ({ id: email, email, state });
    http
      .expectOne((request) => request.url.endsWith('/organisations/s1/members'))
      .flush([member('kari@test.no', 'member'), member('ikke@test.no', 'ended')]);
    await fixture.whenStable();
    expect(page.textContent).toContain('Inviter brukeren til Finnskog AS');
    page.querySelector<HTMLButtonElement>('.ds-alert button')?.click();
    await settle();
    const invited = http.expectOne('/api/v1/parties/invitations');
    expect(invited.request.body).toEqual({ invitations: [{ partyId: 's2', email: 'kari@test.no' }] });
    invited.flush([{ partyId: 's2', state: 'sent', code: null }]);
    await settle();
    await fixture.whenStable();
    expect(page.textContent).toContain('Én invitasjon er sendt.');
  });
});
