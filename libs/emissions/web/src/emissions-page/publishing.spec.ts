import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { supplierMembership } from '@tallgrunn/api-client/testing';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { run, totals, rows, wholeScope, openPage } from './testing-emissions-page.ts';

describe('publication on the emissions page', () => {
  it('shows the case in force next to the total as soon as a proposal is approved', async () => {
    const publication = (caseNumber: string, supersededBy: string | null) => ({
      id: caseNumber,
      run: 2,
      caseNumber,
      scope: 'Alle kommunene, 2026.',
      ...wholeScope,
      kg: totals.kg,
      by: 'Kari',
      at: run.finishedAt,
      supersededBy,
    });
    const published: object[] = [publication('26/118', null)];
    const proposal = {
      id: 'fp1',
      kind: 'publication',
      run: 2,
      caseNumber: '26/119',
      description: 'Alle kommunene, 2026.',
      from: '2026-01',
      to: null,
      buyers: null,
      categories: ['food'],
      figures: null,
      proposedBy: 'Kari',
      proposedAt: run.finishedAt,
      isOwn: false,
      mayDecide: true,
    };
    const waiting: object[] = [
      proposal,
      { ...proposal, id: 'fp2', isOwn: true, mayDecide: false },
      { ...proposal, id: 'fp3', mayDecide: false },
    ];
    const { element, answer } = await openPage(
      '/',
      { run, totals, rows, beside: [] },
      published,
      {
        '/api/v1/emissions/runs/2/publication-proposals': null,
        '/api/v1/emissions/figure-proposals': waiting,
        '/api/v1/emissions/figure-proposals/fp1/approve': { id: 'p9' },
        '/api/v1/combined/filter-options': { buyers: [], suppliers: [], agreements: [], months: [], categories: [] },
      },
      ['combined.read', 'emissions.publish'],
    );
    expect(element.querySelector('tg-published-comparison')?.textContent).toMatch(
      /sak 26\/118, [^()]+, beregning 2; alle måneder; alle kommunene; alle kategorier\)\./,
    );
    expect(element.textContent).toMatch(
      /Publisert: Alle kommunene, 2026\. Gjelder alle måneder; alle kommunene; alle kategorier\. {1,2}Sak 26\/118/,
    );
    for (const [field, text] of [
      ['publish-case', '26/119'],
      ['publish-scope', 'Alle kommunene, 2026.'],
    ] as const) {
      const box = element.querySelector<HTMLInputElement>(`#${field}`);
      if (!box) throw new Error(`no field ${field}`);
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    element.querySelector<HTMLButtonElement>('tg-publish-run button[type=submit]')?.click();
    await answer();
    expect(element.querySelector('tg-publish-run')?.textContent).toContain(
      'Forslaget om å publisere i sak 26/119 venter på at en annen godkjenner.',
    );
    expect(element.querySelector('tg-figure-proposals')?.textContent).toContain(
      'Du har foreslått dette. En annen må godkjenne det.',
    );
    expect(element.querySelector('tg-figure-proposals')?.textContent).toContain('Du kan ikke godkjenne dette');
    expect(await accessibilityViolations(element)).toEqual([]);
    published.splice(0, 1, publication('26/119', null), publication('26/118', '26/119'));
    waiting.shift();
    const approve = element.querySelector<HTMLButtonElement>('tg-figure-proposals button');
    expect(approve?.getAttribute('aria-label')).toBe(
      'Godkjenn: Publiser beregning 2 i sak 26/119: Alle kommunene, 2026.',
    );
    approve?.click();
    await answer();
    expect(element.querySelector('tg-figure-proposals')?.textContent).toContain('Forslaget er godkjent og gjelder nå.');
    expect(element.querySelector('tg-published-comparison')?.textContent).toContain('sak 26/119');
  });

  it('compares the publication with the same scope, or states that there is none', async () => {
    const ofYear = {
      id: 'p1',
      run: 1,
      caseNumber: '26/118',
      scope: 'Alt',
      ...wholeScope,
      from: '2025-01',
      to: '2025-12',
      kg: '20000.000000',
      by: 'Kari',
      at: run.finishedAt,
    };
    const { element, asked } = await openPage('/', { run, totals, rows, beside: [] }, [ofYear]);
    // The page covers all months, more than the publication: the published and the current figure are both requested
    // for its scope.
    expect(asked).toEqual(
      expect.arrayContaining([
        '/api/v1/emissions/summary?run=1&publication=p1',
        '/api/v1/emissions/summary?publication=p1',
      ]),
    );
    expect(element.querySelector('tg-published-comparison')?.textContent).toMatch(
      /Publisert: 27 t CO₂e.*; 2025; alle kommunene; alle kategorier\).*mer enn det som er publisert/s,
    );
    TestBed.resetTestingModule();
    const ofOther = { ...ofYear, buyers: [{ id: 'another', name: 'Nord-Odal kommune' }] };
    const buyer = {
      ...supplierMembership,
      organisation: { ...supplierMembership.organisation, kind: 'buyer' },
      role: 'buyer',
    };
    const { element: own } = await openPage('/', { run, totals, rows, beside: [] }, [ofOther], {}, ['combined.read'], {
      memberships: [buyer],
    });
    expect(own.querySelector('tg-published-comparison')?.textContent).toMatch(
      /Ikke publisert\..*sak 26\/118.*gjelder 2025; Nord-Odal kommune; alle kategorier/s,
    );
    expect(await accessibilityViolations(own)).toEqual([]);
  });

  it('publishes the selected months, municipalities and categories', async () => {
    const sent: unknown[] = [];
    const choices = {
      buyers: [{ value: 'b1', label: 'Kongsvinger kommune' }],
      suppliers: [],
      agreements: [],
      months: ['2025-12', '2026-01'],
      categories: [],
    };
    const { element, answer } = await openPage(
      '/',
      { run, totals, rows, beside: [] },
      [],
      {
        '/api/v1/emissions/runs/2/publication-proposals': null,
        '/api/v1/emissions/figure-proposals': [],
        '/api/v1/combined/filter-options': choices,
      },
      ['combined.read', 'emissions.publish'],
    );
    element.querySelector('tg-publish-run > details')?.dispatchEvent(new Event('toggle'));
    await answer();
    for (const [field, text, event] of [
      ['publish-case', '26/1', 'input'],
      ['publish-scope', 'Som vedtatt', 'input'],
      ['publish-from', '2026-01', 'change'],
    ] as const) {
      const box = element.querySelector<HTMLInputElement>(`#${field}`);
      if (!box) throw new Error(`no field ${field}`);
      box.value = text;
      box.dispatchEvent(new Event(event));
    }
    const boxes = [...element.querySelectorAll<HTMLInputElement>('tg-publish-run input[type=checkbox]')];
    expect(boxes).toHaveLength(3);
    for (const box of [boxes[0], boxes[2]]) box?.dispatchEvent(new Event('change'));
    expect(await accessibilityViolations(element)).toEqual([]);
    const http = TestBed.inject(HttpTestingController);
    element.querySelector<HTMLButtonElement>('tg-publish-run button[type=submit]')?.click();
    await new Promise((done) => setTimeout(done, 20));
    for (const { request } of http.match(({ method }) => method === 'POST')) sent.push(request.body);
    expect(sent.map((body) => (typeof body === 'string' ? JSON.parse(body) : body))).toEqual([
      { caseNumber: '26/1', scope: 'Som vedtatt', from: '2026-01', buyerIds: ['b1'], categories: ['food'] },
    ]);
  });
});
