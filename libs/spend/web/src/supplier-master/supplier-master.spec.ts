import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { spendTexts } from '../texts/spend-texts.ts';
import { SupplierMaster } from './supplier-master.ts';

const settle = () => new Promise((done) => setTimeout(done, 20));
const address = '/api/v1/spend/supplier-master';

describe('supplier master form', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(SupplierMaster, {}, spendTexts);
    TestBed.inject(Session).begin(sessionView({ permissions: ['spend.write'] }) as Parameters<Session['begin']>[0]);
    const http = TestBed.inject(HttpTestingController);
    await settle();
    http.expectOne(address).flush([{ buyer: 'Grue kommune', buyerId: 'k1', numbers: ['50012'] }]);
    await settle();
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const take = async () => {
      await (fixture.componentInstance as unknown as { take(files: readonly File[]): Promise<void> | void }).take([
        new File(['Nr;Orgnr\n50012;311047116\n'], 'leverandorer.csv'),
      ]);
    };
    return { fixture, http, element, take };
  };

  it('shows the known numbers, and what a file added and excluded', async () => {
    const { fixture, http, element, take } = await open();
    expect(element.textContent).toContain('Ett reskontronummer er kjent.');
    expect(await accessibilityViolations(element)).toEqual([]);
    const taken = take();
    await settle();
    http
      .expectOne({ method: 'POST', url: address })
      .flush({ rows: 4, numbers: 2, changed: 2, without: 1, wrong: 1, contradicting: 0 });
    await taken;
    await settle();
    http
      .expectOne({ method: 'GET', url: address })
      .flush([{ buyer: 'Grue kommune', buyerId: 'k1', numbers: ['50012', '50013', '50014'] }]);
    await settle();
    fixture.detectChanges();
    expect(element.querySelector('[role=status]')?.textContent).toMatch(
      /4 leverandører i filen, 2 med organisasjonsnummer\. Nye eller endret: 2\..*Én rad uten organisasjonsnummer/s,
    );
    expect(element.textContent).toContain('3 reskontronumre er kjent.');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows why a file could not be imported', async () => {
    const { fixture, http, element, take } = await open();
    const taken = take();
    await settle();
    http
      .expectOne({ method: 'POST', url: address })
      .flush({ code: 'not-allowed', params: {}, status: 403, issues: [] }, { status: 403, statusText: 'Forbidden' });
    await taken;
    await settle();
    fixture.detectChanges();
    expect(element.querySelector('p.ds-validation-message[role=alert]')?.textContent).toContain('tilgang');
    expect(element.querySelector('tg-progress')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
