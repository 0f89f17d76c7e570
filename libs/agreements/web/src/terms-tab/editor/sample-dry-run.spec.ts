import { TestBed } from '@angular/core/testing';
import { exampleTerms } from '@tallgrunn/checks';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { SampleDryRun } from './sample-dry-run.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

describe('trial of a draft on a sample file', () => {
  it('shows the findings without uploading the file', async () => {
    TestBed.configureTestingModule({ providers: [TermsEditorStore] });
    const fixture = await startRendering(SampleDryRun, {}, agreementsTexts);
    const page = fixture.nativeElement as HTMLElement;
    TestBed.inject(TermsEditorStore).load(exampleTerms['monthly-food']());
    const bytes = new TextEncoder().encode('Kunde;Varenummer;Varenavn;Antall\nGrue kommune;1;Melk;mange\n');
    const file = new File([bytes], 'mars.csv');
    Object.assign(file, {
      slice: (from: number, to: number) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer }),
    });
    await fixture.componentInstance['take']([file]);
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')?.textContent).toContain('mars.csv er lest');
    expect(page.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
