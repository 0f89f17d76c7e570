import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { acceptedReport, obligation } from '../agreement/testing.ts';
import { openCases, settle } from '../cases/testing/open-cases.ts';
import { AcceptedReports } from './accepted-reports.ts';

const nilReport = obligation({
  id: 'd8',
  state: 'nil',
  version: { ...acceptedReport.version!, id: 'v8', number: 'R-2026-00008/1', kind: 'nil', lines: 0, amount: '0' },
});

const openReports = (permissions: string[], inputs: object, reports: object[] = [acceptedReport, nilReport]) =>
  openCases(AcceptedReports, 'cooperative', permissions, { '/obligations': reports }, { ...inputs });
const cellsOf = (element: HTMLElement) =>
  [...element.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

describe('AcceptedReports', () => {
  it('requests a correction of one report, with what is wrong and why, and opens the case', async () => {
    const { element, fixture, http } = await openReports(['case.manage'], { supplierId: 's1' });
    expect(cellsOf(element)[1]).toMatch(/Mat og drikke ?R-2026-00008\/1.*Ingen leveranser/);
    const act = element.querySelector<HTMLButtonElement>('[aria-label="Be om retting av R-2026-00009/1"]')!;
    act.click();
    fixture.detectChanges();
    await settle();
    const text = element.querySelector<HTMLTextAreaElement>('textarea')!;
    expect(document.activeElement).toBe(text);
    expect(element.querySelector('h3')?.textContent).toBe('Be om retting av R-2026-00009/1');
    expect(await accessibilityViolations(element)).toEqual([]);
    const submit = () => element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    submit();
    fixture.detectChanges();
    expect(element.querySelector('.ds-validation-message, .ds-error-summary')).not.toBeNull();
    http.expectNone(({ method }) => method === 'POST');
    text.value = 'Faktura 10023 er ført to ganger.';
    const opened = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    submit();
    await settle();
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/report-versions/v9/request-correction' });
    expect(sent.request.body).toEqual({ message: 'Faktura 10023 er ført to ganger.' });
    sent.flush({ id: 'c7' });
    await settle();
    expect(opened).toHaveBeenCalledWith(['/cases', 'c7']);
  });

  it('returns the focus when the request is cancelled', async () => {
    const { element, fixture } = await openReports(['case.manage'], { agreementId: 'a1' });
    const act = element.querySelector<HTMLButtonElement>('[aria-label="Be om retting av R-2026-00008/1"]')!;
    act.click();
    fixture.detectChanges();
    [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Avbryt')!.click();
    fixture.detectChanges();
    await settle();
    expect(element.querySelector('form')).toBeNull();
    expect(document.activeElement?.id).toBe(act.id);
  });

  it('only lists the reports to users who do not manage cases', async () => {
    const { element } = await openReports([], { agreementId: 'a1' });
    expect(cellsOf(element)[0]).toMatch(
      /februar 2026 ?Finnskog Storkjøkken ?R-2026-00009\/1 ?20\. mars 2026 ?318 204,50 kr$/,
    );
    expect(element.querySelector('tbody button')).toBeNull();
  });

  it('says when no report is approved', async () => {
    expect((await openReports([], { agreementId: 'a1' }, [])).element.textContent).toContain(
      'Ingen rapporter er godkjent ennå.',
    );
  });
});
