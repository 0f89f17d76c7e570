import { accessibilityViolations } from '@tallgrunn/design/testing';
import { lateCase, openCases } from '../testing/open-cases.ts';
import { CasePage } from './case-page.ts';

const entry = (id: string, kind: string, more: object = {}) => ({
  id,
  kind,
  isInternal: false,
  author: { side: 'cooperative', name: 'Ingrid', isMe: true },
  body: null,
  details: {},
  happenedOn: null,
  createdAt: '2026-04-13T10:00:00Z',
  ...more,
});
const subject = {
  id: 'x1',
  kind: 'obligation',
  entryId: null,
  obligationId: 'd1',
  versionId: null,
  lineNo: null,
  findingNo: null,
  snapshot: { periodKey: '2026-03', dueOn: '2026-04-06' },
  resolvedAt: null,
  state: 'overdue',
  dueOn: '2026-04-06',
  daysLate: 5,
};
const all = ['case.read', 'case.write', 'case.manage', 'report.read'];
const open = (changes: object, permissions = all, side: 'cooperative' | 'supplier' = 'cooperative') =>
  openCases(
    CasePage,
    side,
    permissions,
    {
      '/cases/s1': {
        ...lateCase,
        subjects: [subject],
        entries: [entry('e1', 'opened'), entry('e2', 'phone-call', { body: 'Ringte Kari.', isInternal: true })],
        ...changes,
      },
      '/contract-managers': [{ id: 'u1', name: 'Ingrid', isMe: true }],
    },
    { case: 's1' },
  );

describe('CasePage', () => {
  it('shows the subjects, the log, and the visibility of the case', async () => {
    const { element } = await open({});
    expect(element.querySelector('h1')?.textContent).toContain('S-2026-00001: Rapport som mangler');
    expect(element.textContent).toContain('Bare innkjøpssamarbeidet ser saken');
    expect(element.textContent).toContain('5 virkedager over fristen');
    expect(element.textContent).toContain('Ringte Kari.');
    expect(element.querySelector('a[href="/reports/d1"]')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('lets a contract manager decide on a request', async () => {
    const { element, fixture } = await open({
      kind: 'extension-request',
      isShared: true,
      request: { dueOn: '2026-04-27' },
    });
    expect(element.textContent).toContain('Leverandøren ber om frist 27. april 2026.');
    [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Godkjenn')?.click();
    fixture.detectChanges();
    expect(element.querySelector<HTMLInputElement>('#decide-date')?.value).toBe('2026-04-27');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('lets a supplier only write messages', async () => {
    const { element } = await open({ isShared: true, owner: null }, ['case.read', 'case.write'], 'supplier');
    expect(element.querySelector('tg-case-entry-form')).not.toBeNull();
    expect(element.querySelector('#entry-kind')).toBeNull();
    expect(element.querySelector('tg-case-change-form')).toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
