import { accessibilityViolations } from '@tallgrunn/design/testing';
import { AssignmentsPage } from './assignments-page/assignments-page.ts';
import { ComparePage } from './compare-page/compare-page.ts';
import { DelegationsPage } from './delegations-page/delegations-page.ts';
import { MappingsPage } from './mappings-page/mappings-page.ts';
import { MethodPoliciesPage } from './method-policies-page/method-policies-page.ts';
import { localText, waitForUpdate, people, categories, products, preview, openPage } from './testing-deciding.ts';

describe('method policies page', () => {
  const defaultMethods = ['physical-average', 'spend-category', 'spend-account'];
  const rulings = [
    {
      id: null,
      category: 'food',
      fromOn: null,
      methods: defaultMethods,
      reason: null,
      proposedBy: null,
      decidedBy: null,
      decidedAt: null,
      holds: true,
    },
    {
      id: 'r1',
      category: 'other',
      fromOn: '2025-01-01',
      methods: ['declared-verified', ...defaultMethods],
      reason: 'Gjennomgått.',
      proposedBy: 'Ingrid',
      decidedBy: 'Wenche',
      decidedAt: '2025-01-01T10:00:00Z',
      holds: true,
    },
  ];
  const proposal = {
    id: 'q1',
    category: 'food',
    fromOn: '2026-01-01',
    methods: ['declared-verified'],
    reason: 'Gode tall.',
    state: 'proposed',
    proposedBy: 'Ingrid',
    proposedAt: '2026-01-01T10:00:00Z',
    approver: 'Kari',
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
    mine: true,
    own: false,
  };
  const answers = {
    '/emissions/method-policies': rulings,
    '/emissions/method-policy-proposals': [
      proposal,
      { ...proposal, id: 'q2', own: true, mine: false },
      {
        ...proposal,
        id: 'q3',
        state: 'rejected',
        decidedBy: 'Wenche',
        decidedAt: '2026-02-01T10:00:00Z',
        decisionNote: 'Ikke nå.',
      },
    ],
    '/factor-assignments/approvers': people,
    '/categories': categories,
  };

  it('shows the policy of each category, pending proposals and the possible approvers', async () => {
    const { page, press, answer } = await openPage(
      MethodPoliciesPage,
      ['method-policy.manage', 'factor-assignment.manage'],
      answers,
    );
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent?.replaceAll(/\s+/g, ' '));
    expect(rows[0]).toContain('Vises til sammenligning');
    expect(rows[1]).toMatch(/Brukes/);
    expect(
      [...page.querySelectorAll('button')].filter((button) => button.textContent?.trim() === 'Godkjenn'),
    ).toHaveLength(1);
    expect(page.textContent).toContain('Du har foreslått dette. En annen må godkjenne det.');
    expect(page.textContent).toContain('Ikke nå.');
    await press('Vis hva det endrer');
    await answer(
      '/emissions/method-policies/preview?category=food&fromOn=2026-01-01&methods=declared-verified',
      preview,
    );
    expect(page.textContent?.replaceAll(/\s+/g, ' ')).toContain(
      '2 av 4 linjer skifter kategori eller får et annet tall: 1 t blir 3 t',
    );
    // Every figure has an explanation: the total, each buyer, and each category's gain.
    const why = [...page.querySelectorAll('tg-preview-explanation')].map(
      (one) =>
        [
          one.querySelector('button')?.getAttribute('aria-label')?.replaceAll(/\s/g, ' '),
          one.querySelector('dialog')?.textContent?.replaceAll(/\s+/g, ' '),
        ] as const,
    );
    expect(why.map(([label]) => label)).toEqual([
      'Hvorfor er tallet 1 t → 3 t?',
      'Hvorfor er tallet Grue kommune: 1 t → 3 t?',
      expect.stringMatching(/^Hvorfor er tallet Mat og drikke: 5 000 kr og 3 t kommer inn/),
    ]);
    for (const [, told] of why) {
      expect(told).toMatch(/Finnskog ?bok\.csv · rad 4/);
      expect(told).toMatch(/uten tall.*5 000,00 kr × 0,600000000000000001 = 3 000 kg ?Mat/);
    }
    expect(why[0]?.[1]).toContain('Summen av 4 linjer er 1 000 kg CO₂e nå og ville vært 3 000 kg: 2 000 kg.');
    expect(why[0]?.[1]).toContain('Totalen er 9 000 kg nå, og ville vært 11 000 kg: 2 000 kg.');
    expect(page.querySelector('tg-preview-explanation dialog a[href^="/combined"]')?.getAttribute('href')).toBe(
      '/combined?line=sx1:3',
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Godkjenn');
    const sent = await answer('/emissions/method-policy-proposals/q1/decide', null, 'POST');
    expect(sent.request.body).toEqual({ verdict: 'approved' });
  });
});

describe('delegations page', () => {
  const row = {
    id: 'd1',
    personId: 'p1',
    person: 'Ingrid',
    deputyId: 'p2',
    deputy: 'Wenche',
    fromOn: '2026-07-01',
    untilOn: '2026-07-31',
    endedOn: null,
    namedBy: 'Ingrid',
    namedAt: '2026-06-01T10:00:00Z',
    standing: 'now',
    mine: true,
  };

  it('creates and ends delegations for a period', async () => {
    const { page, press, write, answer } = await openPage(DelegationsPage, ['factor-assignment.manage'], {
      '/approval-delegations': [row],
      '/factor-assignments/approvers': people,
    });
    expect(page.querySelector('h2')?.textContent).toContain('Wenche for Ingrid');
    await press('Oppnevn');
    expect(page.querySelectorAll('[data-field=validation]')).toHaveLength(3);
    expect(await accessibilityViolations(page)).toEqual([]);
    write('deputy-who', 'p3');
    write('deputy-from', '2026-08-10');
    write('deputy-until', '2026-08-01');
    await press('Oppnevn');
    expect(page.querySelectorAll('[data-field=validation]')).toHaveLength(1);
    write('deputy-until', '2026-08-20');
    await press('Oppnevn');
    expect((await answer('/approval-delegations', { id: 'd2' }, 'POST')).request.body).toEqual({
      deputyId: 'p3',
      fromOn: '2026-08-10',
      untilOn: '2026-08-20',
    });
    expect(page.textContent).toContain('I disse dagene kan stedfortrederen godkjenne.');
    await press('Avslutt nå');
    await answer('/approval-delegations/d1/end', null, 'POST');
  });
});

describe('factor assignments page', () => {
  const row = {
    id: 'c1',
    kind: 'product',
    target: 'beef',
    targetName: localText('Storfekjøtt'),
    setId: 's',
    setTitle: localText('ADEME'),
    factorId: 'f',
    factor: 'Storfe',
    value: '28.01',
    unit: 'kg CO2e/kg',
    region: 'FR',
    fromOn: '2027-01-01',
    untilOn: null,
    reason: 'Nærmere.',
    foreignDecision: null,
    state: 'proposed',
    standing: 'proposed',
    createdBy: 'Ingrid',
    createdAt: '2026-01-01T10:00:00Z',
    proposedBy: 'Ingrid',
    proposedAt: '2026-01-02T10:00:00Z',
    approver: 'Wenche',
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
    withdrawnAt: null,
    retiredBy: null,
    retiredAt: null,
    mine: true,
    own: false,
  };
  const coming = {
    ...row,
    id: 'c2',
    state: 'approved',
    standing: 'coming',
    decidedBy: 'Wenche',
    decidedAt: '2026-01-03T10:00:00Z',
    mine: false,
  };
  const draft = {
    ...row,
    id: 'c3',
    state: 'draft',
    standing: 'draft',
    proposedBy: null,
    proposedAt: null,
    approver: null,
    mine: false,
    own: true,
  };

  it('shows the complete history and the next step', async () => {
    const { page, press, answer, write } = await openPage(AssignmentsPage, ['factor-assignment.manage'], {
      '/factor-assignments': [row, coming, draft],
      '/factor-assignments/approvers': people,
      '/product-groups': products,
      '/categories': categories,
    });
    const lives = [...page.querySelectorAll('ol.life')].map((life) => life.querySelectorAll('li').length);
    expect(lives).toEqual([3, 3, 1]);
    expect(page.textContent).toContain('Godkjent, gjelder senere');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Send forslaget');
    expect(page.textContent).toContain('Velg hvem som skal godkjenne.');
    write('ask-c3', 'p2');
    await press('Send forslaget');
    expect((await answer('/factor-assignments/c3/propose', null, 'POST')).request.body).toEqual({ approverId: 'p2' });
    await press('Avslutt');
    expect(page.textContent).toContain('Velg siste dag.');
    write('until-c2', '2027-12-31');
    await press('Avslutt');
    expect((await answer('/factor-assignments/c2/end', null, 'POST')).request.body).toEqual({ untilOn: '2027-12-31' });
  });
});

describe('mappings page', () => {
  const mapping = (code: string, changes: object = {}) => ({
    system: 'kostra',
    code,
    name: null,
    seller: null,
    agreement: null,
    category: 'other',
    product: null,
    how: 'reviewed',
    confidence: '0.50',
    correctionId: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    ...changes,
  });
  const correction = {
    id: 'k1',
    system: 'kostra',
    codes: 7,
    some: ['120'],
    category: 'food',
    product: null,
    undoes: null,
    undone: false,
    reason: 'Sett over.',
    decidedBy: 'Ingrid',
    decidedAt: '2026-01-03T10:00:00Z',
  };
  const answers = {
    '/category-mappings?system=kostra': [
      mapping('120'),
      mapping('165', {
        how: 'person',
        confidence: '1.00',
        decidedBy: 'Ingrid',
        decidedAt: '2026-01-03T10:00:00Z',
        reason: 'Mest tjenester.',
      }),
    ],
    '/categories': categories,
    '/product-groups': products,
    '/mapping-corrections': [correction],
    '/account-map?system=kostra': [{ system: 'kostra', code: '120', name: localText('Annet forbruksmateriell') }],
  };

  it('shows the confidence of mappings and corrects several at once', async () => {
    const { page, press, write, answer } = await openPage(MappingsPage, ['item.classify'], answers);
    const text = () => page.textContent?.replaceAll(/\s+/g, ' ') ?? '';
    expect(text()).toContain('Annet forbruksmateriell');
    expect(text()).toMatch(/50\s%/);
    expect(text()).toContain('Mest tjenester.');
    for (const box of page.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')) box.click();
    await waitForUpdate();
    await press('Rett 2 koblinger');
    expect(page.querySelectorAll('[data-field=validation]')).toHaveLength(2);
    expect(await accessibilityViolations(page)).toEqual([]);
    write('correct-to', 'category:food');
    write('correct-reason', 'Mest mat.');
    await press('Vis hva det endrer');
    await answer('/mapping-corrections/preview', preview, 'POST');
    expect(text()).toContain('Mat og drikke: 5 000 kr og 3 t kommer inn');
    await press('Rett 2 koblinger');
    expect((await answer('/mapping-corrections', { id: 'k2', corrected: 2 }, 'POST')).request.body).toEqual({
      system: 'kostra',
      codes: ['120', '165'],
      category: 'food',
      reason: 'Mest mat.',
    });
    await press('Opphev');
    await answer('/mapping-corrections/k1/revoke', { id: 'k3', corrected: 7 }, 'POST');
  });
});

describe('compare page', () => {
  it('is readable for every user', async () => {
    const found = [
      {
        setId: 's',
        id: 'f',
        name: 'Storfe',
        source: 'ADEME',
        title: localText('ADEME'),
        kind: 'activity',
        value: '28.01',
        unit: 'kg CO2e/kg',
        per: 'kg',
        boundary: 'farm-shop',
        stage: 'whole',
        region: 'FR',
        dataYear: 2024,
        method: 'process',
        basis: 'kg',
        gsd: '1.5',
        flags: ['copied'],
        licence: 'Licence Ouverte',
        sourceUrl: 'https://example.org',
        copiedFrom: null,
        kg: '28.01',
        inForce: true,
      },
    ];
    const { page } = await openPage(ComparePage, [], {
      '/emission-factors/compare?text=Storfe&quantity=1&per=kg': found,
      '/factor-sets': { sets: [], series: [], priceShares: [] },
    });
    expect(page.textContent).toContain('gård til butikk');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
