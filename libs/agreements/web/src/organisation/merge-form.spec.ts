import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { PartySummaryDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { organisationTexts } from '../texts/organisation-texts.ts';
import { MergeForm } from './merge-form.ts';

const listed = (id: string, kind: 'buyer' | 'supplier', name: string) =>
  ({ id, kind, name, orgNumber: null }) as unknown as PartySummaryDto;
const all = [
  listed('s1', 'supplier', 'Finnskog'),
  listed('s2', 'supplier', 'Finnskog Engros'),
  listed('b1', 'buyer', 'Kongsvinger kommune'),
];
const preview = {
  from: { id: 's1', name: 'Finnskog', orgNumber: '974760673' },
  into: { id: 's2', name: 'Finnskog Engros', orgNumber: '311047116' },
  counts: [
    { kind: 'agreements', moved: 2, removed: 1, retained: 0 },
    { kind: 'report-lines', moved: 1204, removed: 0, retained: 0 },
  ],
  conflicts: [],
  hasDifferentNumbers: true,
};
const previewUrl = '/api/v1/organisations/s1/merge-preview?into=s2';

async function open(shown: object = preview) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(
    MergeForm,
    { party: { id: 's1', name: 'Finnskog', kind: 'supplier' }, all },
    organisationTexts,
  );
  TestBed.inject(Session).begin({ ...sessionView({ permissions: ['organisation.correct'] }) } as Parameters<
    Session['begin']
  >[0]);
  const done: string[] = [];
  fixture.componentInstance.done.subscribe((id) => done.push(id));
  await fixture.whenStable();
  const [element, http] = [fixture.nativeElement as HTMLElement, TestBed.inject(HttpTestingController)];
  const settle = async () => {
    await new Promise((next) => setTimeout(next, 10));
    fixture.detectChanges();
    await fixture.whenStable();
  };
  const send = async (form: Element | undefined) => {
    form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const choose = async () => {
    element.querySelector('select')!.value = 's2';
    await send(element.querySelectorAll('form')[0]);
    http.expectOne(previewUrl).flush(shown);
    await settle();
  };
  return { element, http, done, settle, send, choose };
}

describe('organisation merge form', () => {
  it('offers organisations of the same kind, and previews the affected records by kind', async () => {
    const { element, send, choose } = await open();
    expect([...element.querySelectorAll('option')].map((option) => option.textContent?.trim())).toEqual([
      'Velg …',
      'Finnskog Engros',
    ]);
    await send(element.querySelectorAll('form')[0]);
    expect(element.querySelector('ds-error-summary')?.textContent).toContain('Velg virksomheten som beholdes');
    await choose();
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim().replace(/\s/g, ' ')),
    );
    expect(rows).toEqual([
      ['Avtaler og deltakelser', '2', '1', '0'],
      ['Rapportlinjer', '1 204', '0', '0'],
    ]);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('requires confirmation that a number is wrong, and a reason, before it merges', async () => {
    const { element, http, done, settle, send, choose } = await open();
    await choose();
    await send(element.querySelectorAll('form')[1]);
    expect([...element.querySelectorAll('ds-error-summary a')].map((link) => link.getAttribute('href'))).toEqual([
      '#merge-isNumberWrong',
      '#merge-reason',
    ]);
    expect(await accessibilityViolations(element)).toEqual([]);
    element.querySelector<HTMLInputElement>('#merge-isNumberWrong')!.checked = true;
    element.querySelector<HTMLTextAreaElement>('#merge-reason')!.value = 'Registrert to ganger.';
    await send(element.querySelectorAll('form')[1]);
    const sent = http.expectOne('/api/v1/organisations/s1/merge');
    expect(sent.request.body).toEqual({ into: 's2', reason: 'Registrert to ganger.', isNumberWrong: true });
    sent.flush({ counts: preview.counts });
    await settle();
    expect(done).toEqual(['s2']);
  });

  it('lists the conflicts to resolve, and disables the merge until they are resolved', async () => {
    const conflicts = [
      { code: 'obligations-overlap', found: 'Mat og drikke', expected: '2026-03', count: 2 },
      { code: 'duplicates', found: 'prices', expected: null, count: 1 },
    ];
    const { element, choose } = await open({ ...preview, conflicts });
    await choose();
    expect([...element.querySelectorAll('.ds-alert li')].map((item) => item.textContent)).toEqual([
      'Begge skal rapportere for 2026-03 i Mat og drikke. Frita den som skal fjernes. (2 steder)',
      'Begge har det samme, men med ulikt innhold: priser. Rett eller avslutt det ene før dere slår sammen.',
    ]);
    expect(element.querySelectorAll('form')).toHaveLength(1);
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
