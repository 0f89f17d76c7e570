import { accessibilityViolations } from '@tallgrunn/design/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { agreement, supplier } from '../claims/testing.ts';
import { DataQualityPage } from '../data-quality/data-quality-page.ts';
import { SupplierQualityPage } from '../data-quality/supplier-quality-page.ts';
import { DecideStatementPage } from './decide-statement-page.ts';
import { figureKeys } from './results.ts';
import { StatementPage } from './statement-page.ts';
import { StatementsPage } from './statements-page.ts';
import { openStatements } from './testing.ts';

const levels = (['required', 'expected', 'excellent'] as const).map((level, index) => ({
  ...{ level, errorCount: index * 20, errorsPerThousand: `${index * 10}.0` },
  ...{ failedCheckCount: index > 1 ? 1 : 0, isReached: index < 2 },
}));
const check = {
  ...{ code: 'reference-missing', level: 'excellent', findingCount: 44, overriddenCount: 4, errorCount: 40 },
  ...{ errorsPerThousand: '20.0', isPassed: false },
};
const quality = {
  ...{ reports: 3, lines: 2000, returned: 1, findingCount: 44, overriddenCount: 4 },
  ...{ level: 'expected', levels, checks: [check] },
};
const figures = {
  asOf: '2026-12-31',
  punctuality: {
    ...{ due: 4, onTime: 2, late: 1, missing: 1, exempt: 0, meanDaysLate: 3, excused: 1 },
    lateReports: [
      { obligationId: 'd1', periodKey: '2026-03', dueOn: '2026-04-17', daysLate: 3, isMissing: false, isExcused: true },
      { obligationId: 'd2', periodKey: '2026-04', dueOn: '2026-05-17', daysLate: 9, isMissing: true, isExcused: false },
    ],
  },
  quality,
  coverage: { booked: '0', linked: '0', share: null, outside: '0', ledgerMonths: { complete: 0, expected: 24 } },
  prices: [
    {
      ...{ basis: 'reported', currency: 'NOK', chargedAmount: '100000.00', openAmount: '175.00' },
      ...{ acceptedAmount: '0.00', claimedAmount: '0.00', openLineCount: 1 },
    },
  ],
  declarations: { items: 40, declared: 3, waiting: 0, expiring: 1, requiredShare: '0.5' },
  openCases: [],
};
const basis = [
  { figure: 'punctuality', counted: 4, total: 12, priceBasis: null },
  { figure: 'prices', counted: 90, total: 100, priceBasis: 'reported' },
  { figure: 'prices', counted: 0, total: 0, priceBasis: 'invoiced' },
];
const proposed = { ratings: figureKeys.map((figure) => ({ figure, rating: 'good' })), overall: 'good' };
const limits = { share: ['0.95', '0.85', '0.7'], prices: ['0.001', '0.01', '0.03'], openCases: ['0', '2', '5'] };
const revision = {
  ...{ id: 's2', number: 'LV-2026-00002', revision: 2, overallRating: 'inadequate' },
  decidedAt: '2027-01-10T10:00:00Z',
};
const older = { ...revision, id: 's1', number: 'LV-2026-00001', revision: 1, overallRating: 'good' };
const statement = {
  ...revision,
  ...{ agreement, supplier: { id: 's1', name: 'Finnskog Storkjøkken' }, year: 2026, figures, basis, proposed, limits },
  ratings: figureKeys.map((figure) => ({ figure, rating: figure === 'prices' ? 'inadequate' : 'good' })),
  ...{ reason: 'Prisene er ikke rettet.', decidedBy: 'Ingrid', revisions: [revision, older] },
  comments: [{ id: 'c1', text: 'De er rettet nå.', writtenBy: 'Kari', writtenAt: '2027-01-12T10:00:00Z' }],
};
const manager = ['statement.read', 'statement.decide', 'data-quality.read'];
const clerk = ['statement.read', 'statement.comment', 'data-quality.read'];

describe('performance statements', () => {
  it('are listed for a year, with those that are not decided', async () => {
    const rows = [
      { agreement, supplier, year: 2026, statement: revision, commentCount: 1 },
      { agreement, supplier: { id: 's2', name: 'Nord AS' }, year: 2026, statement: null, commentCount: 0 },
    ];
    const { element, read } = await openStatements(StatementsPage, {}, 'cooperative', manager, {
      'performance-statements': rows,
    });
    for (const part of ['Ikke god nok', 'én kommentar', 'Nord AS', 'Ikke avgjort', 'Se tallene og avgjør'])
      expect(read()).toContain(part);
    expect(element.querySelector('a[href="/statements/decide/a1/s2/2026"]')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('show the supplier what was decided on which figures, and take its comment', async () => {
    const { element, read, http, settle } = await openStatements(
      StatementPage,
      { statement: 's2' },
      'supplier',
      clerk,
      {
        'performance-statements/s2': statement,
      },
    );
    for (const part of [
      'Prisene er ikke rettet.',
      '2 av 4 rapporter kom innen fristen',
      'For 1 av dem teller ingen dag som leverandørens forsinkelse.',
      'Ingenting er bokført på leverandøren i året.',
      'Avtalen krever 50',
      'De er rettet nå.',
      'Utgave 1, LV-2026-00001',
    ])
      expect(read()).toContain(part);
    expect(element.querySelector('a[href^="/statements/decide"]')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
    element.querySelector('textarea')!.value = 'Takk.';
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = http.expectOne(
      ({ method, url }) => method === 'POST' && url.endsWith('/performance-statements/s2/comments'),
    );
    expect(sent.request.body).toEqual({ text: 'Takk.' });
  });

  it('state beside each figure what it rests on', async () => {
    const { element } = await openStatements(StatementPage, { statement: 's2' }, 'cooperative', manager, {
      'performance-statements/s2': statement,
    });
    const rows = [...element.querySelectorAll('tg-figure-table tbody')][0]!.querySelectorAll('tr');
    const texts = [...rows].map((row) => row.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(texts[0]).toContain('4 av 12 rapporter med frist i året (33,3 %)');
    expect(texts[1]).toContain('ikke oppgitt'); // decided before it was stored
    expect(texts[3]).toContain('90 av 100 linjer i rapporter (90 %); 0 av 0 linjer i fakturaer');
    expect(texts[5]).toContain('alle åpne saker leverandøren kan se');
  });

  it('are decided with the proposed ratings filled in, and a reason', async () => {
    const proposal = {
      ...{
        agreement,
        supplier,
        year: 2026,
        figures,
        basis,
        proposed,
        limits,
        figuresHash: 'f'.repeat(64),
        revisions: [older],
      },
    };
    const inputs = { agreement: 'a1', supplier: 's1', year: '2026' };
    const { element, http, settle, read } = await openStatements(DecideStatementPage, inputs, 'cooperative', manager, {
      'performance-statements/proposal': proposal,
    });
    expect(await accessibilityViolations(element)).toEqual([]);
    const form = element.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(read()).toContain('Skriv hvorfor.');
    element.querySelector('textarea')!.value = 'Alt i orden.';
    element.querySelector<HTMLSelectElement>('#rating-prices')!.value = 'inadequate';
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const sent = http.expectOne(({ method, url }) => method === 'POST' && url.endsWith('/performance-statements'));
    expect(sent.request.body).toMatchObject({
      ...{ agreementId: 'a1', supplierId: 's1', year: 2026, viewedId: 's1', figuresHash: 'f'.repeat(64) },
      ...{ overallRating: 'good', reason: 'Alt i orden.' },
    });
    expect(sent.request.body.ratings).toContainEqual({ figure: 'prices', rating: 'inadequate' });
    sent.flush({ id: 's3' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/statements', 's3']);
  });
});

describe('data quality', () => {
  const period = { from: '2026-01', to: '2026-12' };
  const own = { supplier, ...quality };

  it('is a ranking for the cooperative', async () => {
    const { element, read } = await openStatements(DataQualityPage, {}, 'cooperative', manager, {
      'data-quality': { period, items: [own] },
    });
    for (const part of [
      'Finnskog Storkjøkken',
      'Forventet',
      '2 000',
      '20,0',
      'Overstyrte funn',
      '4 av 44',
      'De beste først.',
    ])
      expect(read().replaceAll('\u00a0', ' ')).toContain(part);
    expect(element.querySelector('a[href^="/data-quality/s1"]')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('is the own levels and checks for a supplier', async () => {
    const { element, read } = await openStatements(DataQualityPage, {}, 'supplier', clerk, {
      'data-quality': { period, items: [own] },
    });
    for (const part of ['Andre leverandører ser ikke dette.', 'Nivå: Forventet', 'Kontroller med funn', '44'])
      expect(read()).toContain(part);
    expect(read()).not.toContain('Plass');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('is shown check by check for one supplier', async () => {
    const { element, read } = await openStatements(SupplierQualityPage, { supplier: 's1' }, 'cooperative', manager, {
      'data-quality/s1': { ...own, period },
    });
    expect(read()).toContain('Datakvalitet: Finnskog Storkjøkken');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
