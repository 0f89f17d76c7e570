import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, normalisedText, startRendering } from '@tallgrunn/design/testing';
import { registerTexts } from '../texts/register-texts.ts';
import { OptionsSection } from './options-section.ts';

const option = (number: number, decided: 'taken' | 'left' | null) => ({
  ...{ number, extendsTo: `202${6 + number}-12-31`, noticeBy: `202${6 + number}-06-30`, decided },
});
const agreement = { id: 'a1', number: 'A-1', title: 'Mat', options: [option(1, 'taken'), option(2, null)] };

async function buttonsFor(permissions: readonly string[]) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(OptionsSection, { agreement }, registerTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions }) } as Parameters<Session['begin']>[0]);
  TestBed.tick();
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  expect(await accessibilityViolations(element)).toEqual([]);
  return [...element.querySelectorAll('button')];
}

describe('options of an agreement', () => {
  it('are decided by buttons that say what they do, and name their option to a screen reader', async () => {
    const buttons = await buttonsFor(['agreement.write']);
    expect(buttons.map(normalisedText)).toEqual([
      ...['Gjør om', 'Utløs …', 'Ikke utløs', 'Ta bort opsjon 2', 'Legg til opsjon'],
    ]);
    expect(buttons[2]?.getAttribute('aria-label')).toBe('Opsjon 2: Ikke utløs');
    // Exercising shows its effect first; not exercising changes no date and is done at once.
    const http = TestBed.inject(HttpTestingController);
    buttons[2]?.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(http.match(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('are only read by those who may not change the agreement', async () => {
    expect(await buttonsFor([])).toEqual([]);
  });
});
