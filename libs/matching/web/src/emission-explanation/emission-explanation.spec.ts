import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { EmissionExplanation } from './emission-explanation.ts';

const told = {
  formula: '50 000 kr × 0,027 = 1 350 kg CO₂e',
  steps: ['Konto: KOSTRA 200.'],
  caveats: [],
  sources: [{ label: 'DFØ' }],
  versions: [{ label: 'Kjøring', value: '7' }],
  wayDown: { label: 'Se linjen', file: 'bok.csv', sheet: null, row: 5 },
  alternatives: [],
  figure: {},
};

describe("the explanation of a line's emissions", () => {
  it('is loaded when opened, and links to the line', async () => {
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true; // jsdom has the element, but not its methods
    };
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(EmissionExplanation, { figure: '1 350', batchId: 'b1', lineNo: 4 });
    const element = fixture.nativeElement as HTMLElement;
    const http = TestBed.inject(HttpTestingController);
    await fixture.whenStable();
    expect(http.match(() => true)).toEqual([]);
    element.querySelector('button')?.click();
    await new Promise((done) => setTimeout(done, 20));
    http.expectOne('/api/v1/emissions/explanations/spend-lines/b1/4?language=nb').flush(told);
    await new Promise((done) => setTimeout(done, 20));
    fixture.detectChanges();
    expect(element.querySelector('.formula')?.textContent).toBe(told.formula);
    expect(element.querySelector('a[href^="/combined"]')?.getAttribute('href')).toBe('/combined?line=sb1:4');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
