import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { Membership } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';
import { RegisterPage } from './register-page.ts';

const row = {
  id: 'a1',
  number: 'RIIK-24-107',
  title: 'Mat og drikke',
  cpv: null,
  startsOn: '2024-03-01',
  endsOn: '2028-02-29',
  caseNumber: null,
  lots: 2,
  suppliers: 2,
  buyers: 7,
  items: 87,
  termsVersion: 1,
};
const manager: Membership = {
  id: 'm1',
  organisation: { id: 'o1', name: 'RIIK', kind: 'cooperative' },
  cooperative: { id: 'c1', name: 'RIIK' },
  role: 'contract-manager',
};

async function register(rows: readonly (typeof row)[], permissions: readonly string[] = []) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(RegisterPage, {}, agreementsTexts, registerTexts);
  TestBed.inject(Session).begin({
    ...sessionView({ permissions, ...(permissions.length > 0 && { memberships: [manager] }) }),
  } as Parameters<Session['begin']>[0]);
  TestBed.inject(HttpTestingController).expectOne('/api/v1/agreements').flush(rows);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('agreements page', () => {
  it('shows the duration and status of each agreement', async () => {
    const page = await register([
      row,
      { ...row, id: 'a2', number: 'RIIK-20-001', title: 'Renhold', endsOn: '2025-12-31' },
      { ...row, id: 'a3', title: 'Nytt', startsOn: '2027-01-01' },
    ]);
    expect(page.querySelector('a[href="/agreements/a1/parties"]')?.textContent).toBe('Mat og drikke');
    expect(page.querySelector<HTMLInputElement>('input[type=search]')?.labels?.[0]?.textContent).toBe(
      'Søk i nummer, sak og navn',
    );
    expect(page.textContent).toContain('29. februar 2028');
    expect([...page.querySelectorAll('tg-status')].map((status) => status.textContent?.trim())).toEqual([
      'Gjelder nå',
      'Starter 1. januar 2027',
      'Avsluttet',
    ]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('links contract managers to the new agreement page when there are no agreements', async () => {
    expect(
      (await register([], ['agreement.read', 'agreement.write'])).querySelectorAll('a[href="/agreements/new"]'),
    ).toHaveLength(2);
  });

  it('shows no start actions to other users', async () => {
    const page = await register([]);
    expect(page.textContent).toContain('Avtaler dere blir med på, vises her.');
    expect(page.querySelector('a[href="/agreements/new"]')).toBeNull();
  });
});
