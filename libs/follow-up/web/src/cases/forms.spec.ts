import { accessibilityViolations } from '@tallgrunn/design/testing';
import { SupplierRequestPage } from './ask-page/ask-page.ts';
import { HandOverPage } from './hand-over-page/hand-over-page.ts';
import { NewCasePage } from './new-case-page/new-case-page.ts';
import { openCases, settle } from './testing/open-cases.ts';

const people = [
  {
    person: { id: 'u1', name: 'Ingrid', isMe: true },
    isActive: true,
    agreements: [{ id: 'a1', number: 'A-1', title: 'Mat' }],
    cases: [{ id: 'c1', number: 'S-2026-00001', title: 'Finnskog AS' }],
  },
  { person: { id: 'u2', name: 'Per', isMe: false }, isActive: true, agreements: [], cases: [] },
  {
    person: { id: 'u3', name: 'Anne', isMe: false },
    isActive: false,
    agreements: [{ id: 'a2', number: 'A-2', title: 'Papir' }],
    cases: [],
  },
];
const submit = async (element: HTMLElement): Promise<void> => {
  element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await settle();
};
const choose = (element: HTMLElement, id: string, value: string) => {
  element.querySelector<HTMLSelectElement>(`#${id}`)!.value = value;
};

describe('forms of cases', () => {
  it('hands over all responsibilities and reports the result', async () => {
    const { element, fixture, http } = await openCases(HandOverPage, 'cooperative', ['responsibility.hand-over'], {
      '/responsibilities': people,
    });
    await submit(element);
    fixture.detectChanges();
    expect(element.textContent).toContain('Velg to forskjellige personer.');
    expect(element.textContent).toContain('Anne (er ikke avtaleforvalter lenger)');
    expect(element.textContent).toContain('S-2026-00001, Finnskog AS');
    choose(element, 'hand-to', 'u2');
    await submit(element);
    const request = http.expectOne('/api/v1/responsibilities/hand-over');
    expect(request.request.body).toEqual({ fromPersonId: 'u1', toPersonId: 'u2', untilOn: null });
    request.flush({ agreements: 3, contacts: 2, cases: 1, delegate: 'needs-administrator' });
    await settle();
    fixture.detectChanges();
    expect(element.textContent).toContain('3 avtaler og én åpen sak');
    expect(element.textContent).toContain('Kontaktpersonen er byttet i 2 avtaler.');
    expect(element.textContent).toContain('administrator');
    expect(await accessibilityViolations(element)).toEqual([]);
    element.querySelector<HTMLButtonElement>('.ds-alert button')!.click();
    await settle();
    expect(http.expectOne('/api/v1/responsibilities/hand-over').request.body).toEqual({
      ...{ fromPersonId: 'u2', toPersonId: 'u1', agreementIds: ['a1'], caseIds: ['c1'] },
    });
  });

  it('hands over only what is chosen', async () => {
    const { element, fixture, http } = await openCases(HandOverPage, 'cooperative', ['responsibility.hand-over'], {
      '/responsibilities': people,
    });
    element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]!.click();
    fixture.detectChanges();
    expect(element.textContent).toContain('Overfør én av dem');
    choose(element, 'hand-to', 'u2');
    await submit(element);
    expect(http.expectOne('/api/v1/responsibilities/hand-over').request.body).toEqual({
      ...{ fromPersonId: 'u1', toPersonId: 'u2', agreementIds: ['a1'], caseIds: [] },
    });
  });

  it('reports missing fields of a request to stop', async () => {
    const { element, fixture } = await openCases(SupplierRequestPage, 'supplier', ['case.request'], {
      '/agreements': [{ id: 'a1', number: 'A-1', title: 'Mat' }],
    });
    await submit(element);
    fixture.detectChanges();
    expect(element.textContent).toContain('Velg hvilken avtale det gjelder.');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('opens a case about an agreement, with only its suppliers to choose from', async () => {
    const party = (id: string, name: string) => ({ id, kind: 'supplier', name, orgNumber: null });
    const { element, fixture, http } = await openCases(
      NewCasePage,
      'cooperative',
      ['case.manage'],
      {
        '/parties/assignable': [party('p1', 'Finnskog AS'), party('p2', 'Granli AS')],
        '/agreements/a1': { id: 'a1', number: 'A-1', title: 'Mat', suppliers: [{ id: 'x', supplierId: 'p2' }] },
      },
      {},
      '/?agreement=a1&kind=poor-data&obligation=d1',
    );
    const link = element.querySelector('a[href="/agreements/a1"]');
    expect(link?.parentElement?.textContent?.trim()).toBe('Saken gjelder avtalen A-1 Mat');
    const select = element.querySelector<HTMLSelectElement>('#new-supplier')!;
    expect([...select.options].map(({ value }) => value)).toEqual(['', 'p2']);
    expect(select.value).toBe('p2');
    element.querySelector<HTMLTextAreaElement>('#new-note')!.value = 'Ring om vekt.';
    await submit(element);
    fixture.detectChanges();
    expect(http.expectOne('/api/v1/cases').request.body).toEqual({
      kind: 'poor-data',
      supplierId: 'p2',
      agreementId: 'a1',
      note: 'Ring om vekt.',
      subjects: [{ kind: 'obligation', obligationId: 'd1' }],
    });
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('fills in the items without a declaration that the supplier is asked for', async () => {
    const { element, http } = await openCases(
      NewCasePage,
      'cooperative',
      ['case.manage'],
      {
        '/parties/assignable': [{ id: 'p1', kind: 'supplier', name: 'Finnskog AS', orgNumber: null }],
        '/agreements/a1': { id: 'a1', number: 'A-1', title: 'Mat', suppliers: [{ supplierId: 'p1' }] },
        '/agreements/a1/missing-declarations': {
          total: 1,
          items: [{ supplier: { id: 'p1', name: 'Finnskog AS' }, number: '30118', name: 'Helmelk' }],
        },
      },
      {},
      '/?supplier=p1&agreement=a1&kind=missing-declaration',
    );
    expect(element.querySelector<HTMLSelectElement>('#new-kind')!.value).toBe('missing-declaration');
    await submit(element);
    const { body } = http.expectOne(({ method, url }) => method === 'POST' && url === '/api/v1/cases').request;
    expect(body).toMatchObject({ kind: 'missing-declaration', supplierId: 'p1', agreementId: 'a1' });
    expect(body.message).toContain('for én vare på avtalen «Mat»');
    expect(body.message).toContain('- 30118 Helmelk');
  });

  it('opens a case with a message', async () => {
    const { element, fixture, http } = await openCases(NewCasePage, 'cooperative', ['case.manage'], {
      '/parties/assignable': [{ id: 'p1', kind: 'supplier', name: 'Finnskog AS', orgNumber: null }],
    });
    await submit(element);
    fixture.detectChanges();
    expect(element.textContent).toContain('Velg hvilken leverandør saken gjelder.');
    choose(element, 'new-supplier', 'p1');
    element.querySelector<HTMLTextAreaElement>('#new-message')!.value = 'Enhet mangler.';
    await submit(element);
    expect(http.expectOne('/api/v1/cases').request.body).toMatchObject({
      kind: 'late',
      supplierId: 'p1',
      message: 'Enhet mangler.',
    });
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
