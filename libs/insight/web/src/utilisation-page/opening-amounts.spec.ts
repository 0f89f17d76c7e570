import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { insightTexts } from '../texts/insight-texts.ts';
import { OpeningAmounts } from './opening-amounts.ts';
import { agreementUse } from './utilisation.fixture.ts';

async function opened() {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(OpeningAmounts as never, { view: agreementUse() }, insightTexts);
  TestBed.inject(Session).begin(sessionView({ permissions: ['agreement.write'] }) as never);
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const put = (id: string, value: string, event = 'input') => {
    const field = element.querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = value;
    field.dispatchEvent(new Event(event));
    fixture.detectChanges();
  };
  const send = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await new Promise((done) => setTimeout(done, 0));
    fixture.detectChanges();
  };
  const trouble = () => element.querySelector('[role=alert]')?.textContent?.trim() ?? '';
  return { element, put, send, trouble };
}

describe('opening amounts form', () => {
  it('requires an amount, a source and its date, and submits them', async () => {
    const { element, put, send, trouble } = await opened();
    expect(await accessibilityViolations(element)).toEqual([]);
    put('opening-s1-l1', 'mye');
    await send();
    expect(trouble()).toContain('Finnskog');
    put('opening-s1-l1', '300 000,50');
    await send();
    expect(trouble()).toBe('Oppgi hvor beløpene er fra.');
    put('opening-source', ' Årsoppgave ');
    await send();
    expect(trouble()).toBe('Oppgi datoen for kilden.');
    put('opening-on', '2026-01-31');
    await send();
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/v1/agreements/a1/opening-amounts');
    expect(request.body).toEqual({
      beforeMonth: '2026-01',
      source: 'Årsoppgave',
      sourceOn: '2026-01-31',
      amounts: [{ supplierId: 's1', lotId: 'l1', amount: '300000.50' }],
    });
  });

  it('fills in pasted lines and reports those that do not match', async () => {
    const { element, put, trouble } = await opened();
    put('opening-paste', 'Finnskog;1A;12\nSolgløtt;;0\nUkjent;;7', 'change');
    expect(
      [...element.querySelectorAll<HTMLInputElement>('input[inputmode=decimal]')].map(({ value }) => value),
    ).toEqual(['12', '0']);
    expect(trouble()).toMatch(/: 3\.$/);
    expect(element.querySelector('section > [role=status]')?.textContent).toContain('2 beløp er fylt inn');
  });
});
