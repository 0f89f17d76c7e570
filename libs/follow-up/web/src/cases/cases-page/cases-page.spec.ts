import { accessibilityViolations } from '@tallgrunn/design/testing';
import { lateCase, openCases } from '../testing/open-cases.ts';
import { CasesPage } from './cases-page.ts';

const rule = { isEnabled: true, lateWorkingDays: 5 };

describe('CasesPage', () => {
  it('lists cases with owner and next date', async () => {
    const { element } = await openCases(CasesPage, 'cooperative', ['case.read', 'case.manage', 'party.read'], {
      '/cases': [lateCase],
      '/case-rule': rule,
    });
    expect(element.querySelector('tbody')?.textContent).toContain('S-2026-00001');
    expect(element.textContent).toContain('Rapport som mangler, mars 2026');
    expect(element.textContent).toContain('14. april 2026, er nådd');
    expect(element.querySelector('a[href="/suppliers/p1"]')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('hides owner and rule from a supplier', async () => {
    const { element } = await openCases(CasesPage, 'supplier', ['case.read', 'case.request'], {
      '/cases': [{ ...lateCase, owner: null, nextOn: null, isDue: false }],
    });
    expect(element.textContent).not.toContain('Ansvarlig');
    expect(element.querySelector('tg-case-rule-form')).toBeNull();
    expect(element.querySelector('a[href="/cases/ask"]')).not.toBeNull();
  });

  it('explains an empty list', async () => {
    const { element } = await openCases(CasesPage, 'supplier', ['case.read'], { '/cases': [] });
    expect(element.textContent).toContain('Det er ingen saker ennå.');
  });
});
