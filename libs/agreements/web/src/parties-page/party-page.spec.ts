import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { organisationTexts } from '../texts/organisation-texts.ts';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { PartyPage } from './party-page.ts';

const unit = {
  id: 'u1',
  parentId: null,
  kind: 'department',
  name: 'Oppvekst',
  orgNumber: null,
  costCentre: '2100',
  deliveryNames: [],
  fromOn: null,
  untilOn: null,
};
const lesson = {
  id: 'l1',
  supplierId: 's1',
  supplierName: 'Finnskog',
  buyerId: 'b1',
  buyerName: 'Kongsvinger kommune',
  siteId: null,
  siteName: null,
  origin: 'taught',
  undoneAt: null,
};
const buyer = {
  id: 'b1',
  kind: 'buyer',
  name: 'Kongsvinger kommune',
  orgNumber: '944117784',
  municipalityNumber: '3401',
  body: { kind: 'municipality', hostId: null, hostName: null },
  hosted: [],
  members: [],
  memberOf: [{ id: 'b3', name: 'GIVAS IKS', share: '0.6', fromOn: '2020-01-01', untilOn: null }],
  units: [
    unit,
    {
      ...unit,
      id: 'u2',
      parentId: 'u1',
      kind: 'site',
      name: 'Langeland skole',
      orgNumber: '974635607',
      deliveryNames: ['Langeland Skule'],
      untilOn: '2025-06-30',
    },
  ],
  belongings: [],
  numbers: [{ ...lesson, number: '10423', fromOn: '2026-01-01', untilOn: null }],
  aliases: [
    {
      ...lesson,
      id: 'l2',
      text: 'Kongsv. kjøkken',
      taughtAt: '2026-03-01T10:00:00Z',
      undoneAt: '2026-04-01T10:00:00Z',
    },
  ],
  unitLessons: [],
  columnLessons: [],
  events: [
    {
      id: 'e1',
      kind: 'merged',
      onDate: '2027-01-01',
      from: [{ id: 'b1', name: 'Kongsvinger kommune' }],
      to: [{ id: 'b2', name: 'Ny kommune' }],
      formerName: null,
      newName: null,
      note: null,
      undoneAt: null,
    },
  ],
  formerIdentities: [],
};
const supplier = {
  ...buyer,
  id: 's1',
  kind: 'supplier',
  name: 'Finnskog',
  municipalityNumber: null,
  body: null,
  memberOf: [],
  units: [],
  events: [],
  unitLessons: [
    {
      id: 'n1',
      supplierId: 's1',
      agreementId: 'a1',
      agreementTitle: 'Mat og drikke',
      alsoIn: [],
      text: 'krt',
      unit: 'kartong',
      factor: null,
      to: null,
      origin: 'decided',
      taughtAt: '2026-03-01T10:00:00Z',
      undoneAt: null,
    },
    {
      id: 'n2',
      supplierId: 's1',
      agreementId: 'a1',
      agreementTitle: 'Mat og drikke',
      alsoIn: ['Mat 2030'],
      text: 'pk à 12',
      unit: 'pk à 12',
      factor: '12',
      to: 'stk',
      origin: 'decided',
      taughtAt: '2026-03-01T10:00:00Z',
      undoneAt: '2026-04-01T10:00:00Z',
    },
  ],
  columnLessons: [
    {
      id: 'c1',
      supplierId: 's1',
      agreementId: 'a1',
      agreementTitle: 'Mat og drikke',
      alsoIn: ['Mat 2030'],
      kind: 'name',
      heading: 'Kollital',
      field: 'quantity',
      value: null,
      origin: 'decided',
      taughtAt: '2026-03-01T10:00:00Z',
      undoneAt: null,
    },
    {
      id: 'c2',
      supplierId: 's1',
      agreementId: 'a1',
      agreementTitle: 'Mat og drikke',
      alsoIn: [],
      kind: 'fill-down',
      heading: 'Kunde',
      field: 'buyer',
      value: null,
      origin: 'decided',
      taughtAt: '2026-03-01T10:00:00Z',
      undoneAt: '2026-04-01T10:00:00Z',
    },
    {
      id: 'c3',
      supplierId: 's1',
      agreementId: 'a1',
      agreementTitle: 'Mat og drikke',
      alsoIn: [],
      kind: 'date-order',
      heading: 'Levert',
      field: 'deliveredOn',
      value: 'day-first',
      origin: 'decided',
      taughtAt: '2026-03-01T10:00:00Z',
      undoneAt: null,
    },
  ],
  belongings: [
    {
      id: 'x1',
      kind: 'registration-abroad',
      name: 'Finnskog AB',
      orgNumber: null,
      foreignNumber: '556677-8899',
      country: 'SE',
      fromOn: null,
      untilOn: null,
    },
  ],
};

async function page(
  party: { readonly id: string },
  permissions: readonly string[] = ['party.read', 'agreement.write'],
  obligations?: readonly object[],
) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(
    PartyPage,
    { partyId: party.id },
    partyTexts,
    partyAccessTexts,
    organisationTexts,
  );
  TestBed.inject(Session).begin({ ...sessionView({ permissions }) } as Parameters<Session['begin']>[0]);
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(`/api/v1/parties/${party.id}`).flush(party);
  await Promise.resolve();
  TestBed.tick();
  http.expectOne(`/api/v1/organisations/${party.id}/members`).flush([]);
  http
    .expectOne('/api/v1/parties')
    .flush([{ ...buyer, body: 'municipality', units: 2, lessons: 0, agreements: 1, succeeded: false }]);
  if (obligations) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    http.expectOne(`/api/v1/obligations?supplierId=${party.id}`).flush(obligations);
  }
  if (party.id === buyer.id) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    http.match(`/api/v1/buyers/${party.id}/left-agreements`).forEach((request) => request.flush([]));
  }
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, http };
}

const press = (element: HTMLElement, label: string) => {
  const button = [...element.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === label,
  );
  if (!button) throw new Error(`no button ${label}`);
  button.click();
};

describe('party page', () => {
  it('shows the sites of a buyer as nested lists with number, names and dates', async () => {
    const { element } = await page(buyer);
    expect(element.querySelector('tg-site-branch details > summary')?.textContent).toBe('Oppvekst');
    expect(element.querySelector('tg-site-branch details ul li')?.textContent).toMatch(
      /Langeland skole.*974\s635\s607.*også Langeland Skule.*Avsluttet/s,
    );
    expect(element.textContent).toContain('1. januar 2027: Kongsvinger kommune går inn i Ny kommune');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the numbers of a supplier, foreign ones included, and adds learned rules', async () => {
    const { element } = await page(supplier);
    expect(element.querySelector('.belongings')?.textContent).toContain('SE 556677-8899');
    expect([...element.querySelectorAll('button')].map((button) => button.textContent?.trim())).toEqual(
      expect.arrayContaining(['Legg til nummer', 'Legg til kundenummer', 'Legg til navn']),
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the unit mappings of a supplier per agreement, and revokes one', async () => {
    const { element, http } = await page(supplier);
    const rows = [...element.querySelectorAll('tg-unit-mappings tbody tr')].map((row) =>
      [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(rows[0]).toContain('kartong | Mat og drikke | Svar i en rapport');
    expect(rows[1]).toMatch(/12 stk.*Angret 1. april 2026/);
    press(element, 'Angre krt');
    await new Promise((done) => setTimeout(done));
    expect(http.expectOne('/api/v1/parties/s1/learned-rules/n1').request.body).toEqual({ acts: false });
  });

  it('shows column rules with the agreements that inherit them, and revokes one', async () => {
    const { element, http } = await page(supplier);
    const rows = [...element.querySelectorAll('tg-column-rules tbody tr')].map((row) =>
      [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(rows[0]).toContain('Kollital | Antall | Mat og drikke, også i Mat 2030 | Svar i en rapport');
    expect(rows[1]).toMatch(/Kunde, fylt nedover til neste verdi.*Angret 1. april 2026/);
    expect(rows[2]).toMatch(/Levert \| .*, med dagen først \| Mat og drikke/);
    press(element, 'Angre Kollital');
    await new Promise((done) => setTimeout(done));
    expect(http.expectOne('/api/v1/parties/s1/learned-rules/c1').request.body).toEqual({ acts: false });
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('links from a supplier to the invoice quality of each agreement', async () => {
    const obligation = {
      id: 'd1',
      agreement: { id: 'a1', title: 'Mat og drikke' },
      supplier: { id: 's1' },
      report: { key: 'deliveries' },
      part: null,
      exemptReason: null,
      period: { key: '2026-01', start: '2026-01-01', end: '2026-02-01' },
    };
    const before = { ...obligation, id: 'd0', period: { key: '2025-12', start: '2025-12-01', end: '2026-01-01' } };
    const { element } = await page(supplier, ['party.read', 'report.read'], [obligation, before]);
    expect(
      [...element.querySelectorAll('section[aria-labelledby=part-invoices] a')].map((link) => [
        link.getAttribute('href'),
        link.textContent,
      ]),
    ).toEqual([['/reports/d1/invoices', 'Er e-fakturaene gode nok? Mat og drikke']]);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('revokes a learned rule, and shows it as revoked', async () => {
    const { element, http } = await page(buyer);
    expect(element.textContent).toContain('Angret 1. april 2026');
    press(element, 'Angre 10423');
    await new Promise((done) => setTimeout(done));
    expect(http.expectOne('/api/v1/parties/s1/learned-rules/l1').request.body).toEqual({ acts: false });
  });

  it('shows no actions to read-only users', async () => {
    const { element } = await page(buyer, ['party.read']);
    expect(element.querySelectorAll('form, tg-file-drop')).toHaveLength(0);
    expect(element.querySelectorAll('section button[aria-label]').length).toBe(0);
  });
});
