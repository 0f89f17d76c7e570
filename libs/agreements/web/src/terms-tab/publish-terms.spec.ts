import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { AgreementDto } from '@tallgrunn/api-client/shapes';
import { exampleTerms } from '@tallgrunn/checks';
import type { Terms } from '@tallgrunn/checks';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { PublishTermsSection } from './publish-terms.ts';

const agreement = {
  id: 'a1',
  number: 'A-1',
  startsOn: '2026-01-01',
  termsVersions: [
    {
      id: 't1',
      report: 'deliveries',
      version: 1,
      holdsFrom: '2026-01-01',
      sha256: 'x',
      publishedAt: '2026-01-01T00:00:00Z',
    },
  ],
} as unknown as AgreementDto;
const latest = { ...exampleTerms['monthly-food'](), version: 1 };

let fixture: ComponentFixture<PublishTermsSection>;
const page = () => fixture.nativeElement as HTMLElement;
const settled = async () => {
  await fixture.whenStable();
  await new Promise((done) => setTimeout(done, 20));
  await fixture.whenStable();
};

async function editor(terms: Terms | null = latest, way = 'latest'): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  fixture = await startRendering(PublishTermsSection, { agreement, latest: terms }, agreementsTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
    Session['begin']
  >[0]);
  await fixture.whenStable();
  const radios = [...page().querySelectorAll<HTMLInputElement>('input[name=way]')];
  (way === 'latest' ? radios.at(-2)! : page().querySelector<HTMLInputElement>(`#way-${way}`)!).click();
  await settled();
}

async function write(id: string, value: string): Promise<void> {
  const control = page().querySelector<HTMLInputElement>(`#${id.replaceAll('.', '\\.')}`)!;
  control.value = value;
  control.dispatchEvent(new Event('change'));
  await settled();
}

const lint = () => page().querySelector('.lint p')!.textContent?.trim();
const press = async (words: string) => {
  [...page().querySelectorAll('button')].find((button) => button.textContent?.trim() === words)!.click();
  await settled();
};

describe('terms editor', () => {
  it('is a form for the whole document, with errors shown while typing', async () => {
    await editor();
    expect(lint()).toBe('Ingen feil i vilkårene');
    await write('terms-due-days', '0');
    await write('terms-tables-0-fields-6-constraints-pattern', '(');
    expect(lint()).toBe('2 feil må rettes før vilkårene kan publiseres');
    expect(await accessibilityViolations(page())).toEqual([]);
  });

  it('warns that the report is an open template, before its next version is published', async () => {
    await editor();
    expect(page().textContent).not.toContain('/sjekk/');
    fixture.componentRef.setInput('templates', [
      { id: 'o1', report: 'deliveries', slug: 'mat', publishedAt: '2026-02-01T00:00:00Z', withdrawnAt: null },
    ]);
    await settled();
    expect(page().textContent).toContain(`kan hvem som helst lese den på ${location.origin}/sjekk/mat`);
    expect(await accessibilityViolations(page())).toEqual([]);
  });

  it('focuses the error list, and links each error to its control, also in a collapsed section', async () => {
    await editor();
    await write('terms-tables-0-fields-6-constraints-pattern', '(');
    await press('Vis feilene');
    expect(document.activeElement?.tagName).toBe('DS-ERROR-SUMMARY');
    const link = [...page().querySelectorAll<HTMLAnchorElement>('ds-error-summary a')].find((each) =>
      each.textContent?.includes('Mønster'),
    )!;
    expect(link.textContent).toContain('Leverte varer › Enhet › Krav › Mønster: «(» er ikke et mønster');
    link.click();
    expect(document.activeElement?.id).toBe('terms-tables-0-fields-6-constraints-pattern');
    expect((document.activeElement as HTMLElement).closest('details')?.open).toBe(true);
  });

  it('lists the changes from the previous version, clauses included', async () => {
    await editor();
    expect(page().querySelector('tg-differences-section')!.textContent).toContain('Ingen endring fra versjon 1');
    await write('terms-due-days', '15');
    await write('terms-clauses-.due.days', 'Bilag 3, punkt 4.2');
    const said = page().querySelector('tg-differences-section')!.textContent;
    expect(said).toContain('Fra 10 til 15');
    expect(said).toContain('Bilag 3, punkt 4.2');
  });

  it('publishes the document from the selected date', async () => {
    await editor();
    await write('terms-correctionDays', '20');
    await write('terms-corrections-amount', '40000');
    await press('Publiser versjon 2');
    expect(page().querySelector('ds-error-summary')!.textContent).toContain('Velg dagen vilkårene gjelder fra');
    const day = page().querySelector<HTMLInputElement>('#holds-from')!;
    day.value = '2026-07-01';
    day.dispatchEvent(new Event('input'));
    await settled();
    const http = TestBed.inject(HttpTestingController);
    const preview = () => http.expectOne('/api/v1/agreements/a1/terms/preview-obligations');
    await press('Publiser versjon 2');
    preview().flush({ count: 46, suppliers: 4, overdueCount: 40, firstDueOn: '2023-02-10' });
    await settled();
    http.expectNone('/api/v1/agreements/a1/terms');
    expect(page().textContent).toContain('Dette gir 46 rapporter fra 4 leverandører, 40 av dem med frist som er gått.');
    expect(await accessibilityViolations(page())).toEqual([]);
    await press('Publiser versjon 2');
    const { request } = http.expectOne('/api/v1/agreements/a1/terms');
    const { id: _, version: __, ...document } = latest;
    expect(request.body).toEqual({
      document: { ...document, correctionDays: 20, corrections: { amount: 40_000 } },
      holdsFrom: '2026-07-01',
    });
  });

  it('adds, moves and removes columns', async () => {
    await editor();
    const names = () =>
      [...page().querySelectorAll('tg-columns-section section:first-of-type summary[id^=terms-tables]')].map(
        (each) => each.textContent?.trim().split(/\s{2,}| /)[0],
      );
    const before = names().length;
    await press('Legg til kolonne');
    expect(names()).toHaveLength(before + 1);
    await press('Ta bort Ny kolonne');
    await press('Flytt Kunde ned');
    expect(names().slice(0, 2)).toEqual(['Leveringssted', 'Kunde']);
  });

  it('makes allowed values depend on one other column, or on several', async () => {
    await editor();
    await press('Legg til liste');
    await write('terms-lists-0-parent', 'unit');
    await write('terms-lists-0-child', 'itemName');
    await write('terms-lists-0-values', 'stk: Melk; Brød');
    expect(lint()).toBe('Ingen feil i vilkårene');
    await press('Avheng av flere kolonner');
    await write('terms-lists-0-parents', 'unit\nsite');
    expect(lint()).toContain('Én feil');
    await write('terms-lists-0-cases', 'stk | *: Melk; Brød');
    expect(lint()).toBe('Ingen feil i vilkårene');
    expect(page().querySelector('tg-differences-section')!.textContent).toContain('Liste 1');
  });

  it('adds, checks and removes own rules, and marks the place of an error while typing', async () => {
    await editor();
    await press('Legg til regel');
    expect(lint()).toBe('2 feil må rettes før vilkårene kan publiseres');
    const type = async (expression: string) => {
      const area = page().querySelector<HTMLTextAreaElement>('#terms-ownRules-0-expression')!;
      area.value = expression;
      area.dispatchEvent(new Event('input'));
      await settled();
    };
    const part = () => page().querySelector<HTMLElement>('tg-own-rules-section')!;
    await type('quantity > 12,5');
    expect(part().textContent).toContain(
      'Tegn 14, ved «12,5»: bruk punktum i desimaltall, som 12.5. Er det to verdier, skriv mellomrom etter komma, som 12, 5.',
    );
    expect([...part().querySelectorAll('mark')].map((each) => each.textContent)).toEqual([',']);
    expect(await accessibilityViolations(part())).toEqual([]);
    await type('quantity > 12.5');
    await write('terms-ownRules-0-text-nb', 'Antallet er for lavt.');
    expect(lint()).toBe('Ingen feil i vilkårene');
    expect(part().querySelector('mark')).toBeNull();
    await write('terms-ownRules-0-id', 'mengde');
    await write('terms-ownRules-0-text-en', 'Check the quantity.');
    await write('terms-ownRules-0-severity', 'blocksRow');
    expect(fixture.componentInstance['desk'].draft()?.ownRules).toEqual([
      {
        id: 'mengde',
        text: { nb: 'Antallet er for lavt.', en: 'Check the quantity.' },
        severity: 'blocksRow',
        expression: 'quantity > 12.5',
      },
    ]);
    expect(page().querySelector('tg-differences-section')!.textContent).toContain('quantity > 12.5');
    expect([...part().querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual(
      expect.arrayContaining([
        'quantityAntalltall12.5',
        'if unit = "kg" then unitPrice <= 500En vare som selges i kilo, skal koste høyst 500 per kilo.',
        'unit in ("kg", "stk")En av verdiene i listen.',
        'contains(itemName, "melk")Om teksten inneholder en annen tekst.',
      ]),
    );
    expect(await accessibilityViolations(part())).toEqual([]);
    await press('Ta bort mengde');
    expect(fixture.componentInstance['desk'].draft()).not.toHaveProperty('ownRules');
  });

  it('sends no rule whose text is empty or an old placeholder, and says so at the field', async () => {
    const says = 'Skriv hva som er galt på raden, og hva leverandøren skal gjøre.';
    const old = { id: 'old', text: 'Se over raden.', severity: 'confirm', expression: 'quantity > 0' } as const;
    await editor({ ...latest, ownRules: [old] });
    await press('Legg til regel');
    const area = page().querySelector<HTMLTextAreaElement>('#terms-ownRules-1-expression')!;
    area.value = 'quantity > 1';
    area.dispatchEvent(new Event('input'));
    await write('holds-from', '2026-07-01');
    page().querySelector<HTMLInputElement>('#holds-from')!.dispatchEvent(new Event('input'));
    await settled();
    await press('Publiser versjon 2');
    TestBed.inject(HttpTestingController).verify();
    const fieldOf = (id: string) => page().querySelector(`#${id}`)!.closest('tg-field')!.textContent;
    expect(fieldOf('terms-ownRules-0-text')).toContain(`Regelen «old» har bare teksten «Se over raden.». ${says}`);
    expect(fieldOf('terms-ownRules-1-text-nb')).toContain(`Regelen «rule-2» mangler tekst. ${says}`);
    const links = [...page().querySelectorAll<HTMLAnchorElement>('ds-error-summary a')];
    expect(links.map((each) => each.textContent?.trim())).toEqual([
      `Egne regler › old › Tekst: Regelen «old» har bare teksten «Se over raden.». ${says}`,
      `Egne regler › rule-2 › Tekst › bokmål: Regelen «rule-2» mangler tekst. ${says}`,
    ]);
    links[1]!.click();
    expect(document.activeElement?.id).toBe('terms-ownRules-1-text-nb');
    expect(await accessibilityViolations(page())).toEqual([]);
    await write('terms-ownRules-0-text', 'Antallet er ikke over null. Rett det.');
    await write('terms-ownRules-1-text-nb', 'Antallet er for lavt. Rett det.');
    await write('terms-ownRules-1-text-nn', 'Sjå over rada.');
    expect(fieldOf('terms-ownRules-1-text-nn')).toContain('Regelen «rule-2» har bare teksten «Sjå over rada.».');
    await write('terms-ownRules-1-text-nn', 'Talet er for lågt. Rett det.');
    expect(lint()).toBe('Ingen feil i vilkårene');
  });

  it('sets the severity and parameters of checks', async () => {
    await editor();
    await write('check-price-above-agreed-tolerancePercent', '2,5');
    expect(page().querySelector('tg-checks-section tbody tr th')!.textContent).toBe('Pris over avtalt');
    await write('check-price-above-agreed-tolerancePercent', '-1');
    expect(lint()).toContain('Én feil');
  });

  it('tries the draft on existing reports, and shows the differences', async () => {
    await editor();
    await press('Prøv utkastet');
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/agreements/a1/terms/dry-run')
      .flush([
        {
          versionId: 'v1',
          number: 'R-2026-00001/1',
          supplier: 'Finnskog',
          periodKey: '2026-03',
          fileName: 'mars.csv',
          leftOut: null,
          before: { accepted: 2, quarantined: 0, findings: [{ code: 'credit-line', severity: 'info', count: 1 }] },
          after: {
            accepted: 1,
            quarantined: 1,
            findings: [
              { code: 'text-pattern', severity: 'blocksRow', count: 1 },
              { code: 'own-rule', severity: 'confirm', count: 2, rule: 'mengde' },
              { code: 'credit-line', severity: 'info', count: 1 },
            ],
          },
        },
      ]);
    await settled();
    const trial = page().querySelector('tg-dry-run-section')!;
    expect(trial.textContent).toContain('Godtatte rader: 2 før, 1 av 2 med utkastet');
    expect(
      [...trial.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent?.trim())),
    ).toEqual([
      ['Skrevet på en annen måte enn avtalt', 'avviser raden', '0', '1'],
      ['Avtalens egen regel: mengde', 'må bekreftes', '0', '2'],
    ]);
    expect(await accessibilityViolations(page())).toEqual([]);
  });

  it('publishes without a warning when no report is overdue on opening', async () => {
    await editor();
    const day = page().querySelector<HTMLInputElement>('#holds-from')!;
    day.value = '2026-07-01';
    day.dispatchEvent(new Event('input'));
    await settled();
    await press('Publiser versjon 2');
    const http = TestBed.inject(HttpTestingController);
    http
      .expectOne('/api/v1/agreements/a1/terms/preview-obligations')
      .flush({ count: 0, suppliers: 0, overdueCount: 0, firstDueOn: null });
    await settled();
    http.expectOne('/api/v1/agreements/a1/terms');
  });

  it('omits agreement-specific values until each one is confirmed', async () => {
    await editor(null, 'monthly-food');
    const suggested = exampleTerms['monthly-food']();
    const boxes = () => [...page().querySelectorAll<HTMLInputElement>('tg-package-claims input[type=checkbox]')];
    const desk = () => fixture.componentInstance['desk'].draft();
    expect(boxes().length).toBeGreaterThan(0);
    expect(page().querySelector('tg-package-claims')?.textContent).toContain('Ikke avtalt');
    expect(desk()).not.toHaveProperty('sanction');
    expect(desk()).not.toHaveProperty('promises');
    boxes()[0]!.click();
    await settled();
    expect(desk()?.sanction).toEqual(suggested.sanction);
    expect(lint()?.trim()).toBe('Ingen feil i vilkårene');
    expect(await accessibilityViolations(page())).toEqual([]);
    boxes()[0]!.click();
    await settled();
    expect(desk()).not.toHaveProperty('sanction');
  });

  it.each(Object.keys(exampleTerms))('starts from %s without an error', async (way) => {
    await editor(null, way);
    expect(lint()).toBe('Ingen feil i vilkårene');
  });
});
