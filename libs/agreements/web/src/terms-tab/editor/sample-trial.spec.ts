import { TestBed } from '@angular/core/testing';
import { exampleTerms } from '@tallgrunn/checks';
import { accessibilityFaults, begin } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { SampleTrial } from './sample-trial.ts';
import { TermsDesk } from './terms-desk.ts';

describe('trial of a draft on a sample file', () => {
  it('shows the findings without uploading the file', async () => {
    TestBed.configureTestingModule({ providers: [TermsDesk] });
    const fixture = await begin(SampleTrial, {}, agreementsTexts);
    const page = fixture.nativeElement as HTMLElement;
    TestBed.inject(TermsDesk).lay(exampleTerms['monthly-food']());
    const bytes = new TextEncoder().encode('Kunde;Varenummer;Varenavn;Antall\nGrue kommune;1;Melk;mange\n');
    const file = new File([bytes], 'mars.csv');
    Object.assign(file, {
      slice: (from: number, to: number) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer }),
    });
    await fixture.componentInstance['take']([file]);
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')?.textContent).toContain('mars.csv er lest');
    expect(page.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
