import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { declarationTexts } from '../texts/declaration-texts.ts';
import { DeclarationPage } from './declaration-page.ts';

const footprint = {
  id: 'f1',
  position: 1,
  publisherId: 'urn:x',
  product: 'Bærbar PC',
  company: 'Nettverket',
  gtins: ['07099926000044'],
  declaredUnit: 'piece',
  declaredAmount: '1',
  pcfExcluding: '120',
  pcfIncluding: '118',
  perUnit: '120',
  validFrom: '2025-01-01',
  validTo: '2027-12-31',
  validityAssumed: true,
  verified: false,
  standing: 'usable',
  items: [{ number: 'BP-11', how: 'gtin', evidence: '07099926000044', waits: true }],
  advice: 'accepted-with-reservation',
  decision: null,
  epd: null,
  points: [
    { code: 'verified', outcome: 'none', standing: 'reservation', params: {} },
    { code: 'valid', outcome: 'holds', standing: 'good', params: { from: '2025-01-01', to: '2027-12-31' } },
    {
      code: 'magnitude',
      outcome: 'within',
      standing: 'good',
      params: { value: '120', low: '27', high: '1200', factor: 'Bærbar PC', item: 'BP-11' },
    },
  ],
};
const declaration = {
  id: 'd1',
  number: 'D-2025-00030',
  supplierId: 's1',
  supplier: 'Nettverket',
  fileName: 'BP-11.json',
  sha256: 'a'.repeat(64),
  receivedAt: '2025-06-18T09:00:00Z',
  format: 'pact',
  evidence: [{ id: 'e1', fileName: 'epd.pdf', sizeBytes: 10, sha256: 'b'.repeat(64), addedAt: '2025-06-18T09:00:00Z' }],
  findings: [],
  footprints: [footprint],
};
const waitForUpdate = () => new Promise((done) => setTimeout(done, 20));

describe('DeclarationPage', () => {
  const openDeclaration = async (permissions: string[], answer: object = declaration) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(DeclarationPage, { declaration: 'd1' }, declarationTexts);
    TestBed.inject(Session).begin(sessionView({ permissions }) as never);
    const http = TestBed.inject(HttpTestingController);
    await waitForUpdate();
    http.expectOne('/api/v1/declarations/d1').flush(answer);
    await waitForUpdate();
    fixture.detectChanges();
    return { fixture, http, page: fixture.nativeElement as HTMLElement };
  };

  it('distinguishes used from displayed figures, with validity and linked items', async () => {
    const { page } = await openDeclaration([]);
    const text = page.textContent?.replaceAll(/\s+/g, ' ') ?? '';
    expect(text).toContain('120 kg CO₂e per stykk');
    expect(text).toContain('Med biogent opptak 118 kg CO₂e for 1 stykk: vises, brukes ikke.');
    expect(text).toContain('Utgiveren har ikke oppgitt gyldighet');
    expect(text).toContain('BP-11');
    expect(text).not.toContain('Fjern koblingen');
    expect(text).toContain('Ikke avgjort');
    expect(text).toContain('Gyldighet Gjelder leveringer fra 1. januar 2025 til 31. desember 2027.');
    expect(text).toContain('120 er mellom 27 og 1 200');
    expect(text).toContain('Last ned epd.pdf');
    expect([...page.querySelectorAll('button')].some((button) => button.textContent?.trim() === 'Avgjør')).toBe(false);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('shows an item linked after the acceptance and offers acceptance of all items', async () => {
    const accepted = {
      ...footprint,
      advice: 'accepted',
      decision: { verdict: 'accepted', reason: '', by: 'Ingrid', at: '2025-06-18T09:00:00Z' },
    };
    const settled = { ...accepted, id: 'f2', items: [{ ...footprint.items[0], waits: false }] };
    const undecided = { ...accepted, id: 'f3', decision: null };
    const { page, http } = await openDeclaration(['declaration.review'], {
      ...declaration,
      footprints: [accepted, settled, undecided],
    });
    const [first, second, third] = [...page.querySelectorAll('.footprints > li')].map((each) => each.textContent ?? '');
    for (const words of [
      'Til ny godkjenning',
      'Én vare er koblet til tallet etter godkjenningen.',
      'Må godkjennes på nytt',
    ]) {
      expect(first).toContain(words);
      expect(second).not.toContain(words);
      expect(third).not.toContain(words);
    }
    expect(await accessibilityViolations(page)).toEqual([]);
    [...page.querySelectorAll('button')]
      .find((button) => button.textContent?.trim() === 'Godkjenn de 2 som er i orden')
      ?.click();
    await waitForUpdate();
    expect(http.expectOne('/api/v1/footprints/review').request.body).toEqual({
      footprintIds: ['f1', 'f3'],
      verdict: 'accepted',
      reason: '',
    });
  });

  it('lets a manager review, with a reason where one is required', async () => {
    const { fixture, http, page } = await openDeclaration(['declaration.review']);
    const press = (name: string) => {
      [...page.querySelectorAll('button')].find((button) => button.textContent?.trim() === name)?.click();
      fixture.detectChanges();
    };
    press('Avgjør');
    const chosen = page.querySelector<HTMLInputElement>('input[type=radio]:checked');
    expect(chosen?.parentElement?.textContent).toBe('Godkjent med forbehold');
    expect(await accessibilityViolations(page)).toEqual([]);
    const rejected = [...page.querySelectorAll<HTMLInputElement>('input[type=radio]')].at(-1);
    rejected?.dispatchEvent(new Event('change'));
    press('Lagre avgjørelsen');
    expect(page.textContent).toContain('Skriv en kort begrunnelse.');
    const reason = page.querySelector('textarea');
    if (!reason) throw new Error('no place for a reason');
    reason.value = 'Gjelder en annen vare.';
    reason.dispatchEvent(new Event('input'));
    press('Lagre avgjørelsen');
    await waitForUpdate();
    const request = http.expectOne('/api/v1/footprints/review');
    expect(request.request.body).toEqual({
      footprintIds: ['f1'],
      verdict: 'rejected',
      reason: 'Gjelder en annen vare.',
    });
  });

  it('removes an item link with a reason', async () => {
    const { fixture, http, page } = await openDeclaration(['declaration.submit']);
    [...page.querySelectorAll('button')].find((button) => button.textContent?.includes('Fjern koblingen'))?.click();
    fixture.detectChanges();
    const reason = page.querySelector('textarea');
    if (!reason) throw new Error('no place for a reason');
    reason.value = 'Annen modell.';
    reason.dispatchEvent(new Event('input'));
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await waitForUpdate();
    const request = http.expectOne('/api/v1/footprints/f1/item-links');
    expect(request.request.body).toEqual({ itemNumber: 'BP-11', verdict: 'not-linked', reason: 'Annen modell.' });
  });
});
