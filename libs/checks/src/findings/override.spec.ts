import { monthlyFood } from '../examples/monthly-food.ts';
import type { Patch } from '../finding.ts';
import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

const late = report(rightLine, line({ date: '05.02.2026', invoice: 'F2' }));
const terms = (overridable: boolean, severity: 'blocksRow' | 'blocksFile' = 'blocksRow') =>
  monthlyFood({ checks: [{ id: 'date-outside-period', severity, overridable }] });
const override = (cause: string): Patch => ({ set: 'override', code: 'date-outside-period', cause });

describe('declaring a finding not an error', () => {
  it('is offered for blocking findings when the terms permit it', async () => {
    const [finding] = findingsOf(await checkCsv(late, { terms: terms(true) }), 'date-outside-period');
    expect(finding).toMatchObject({ severity: 'blocksRow', overridable: true });
    expect(findingsOf(await checkCsv(late, { terms: terms(false) }), 'date-outside-period')[0]).not.toHaveProperty(
      'overridable',
    );
  });

  it('accepts the row as one that must be confirmed and decided', async () => {
    const { findings: before } = await checkCsv(late, { terms: terms(true) });
    const cause = before.find(({ code }) => code === 'date-outside-period')?.cause ?? '';
    const checkResult = await checkCsv(late, { terms: terms(true), patches: [override(cause)] });
    expect(checkResult).toMatchObject({ ok: true, accepted: 2, quarantined: 0 });
    expect(findingsOf(checkResult, 'date-outside-period')[0]).toMatchObject({ severity: 'confirm', overridden: true });
  });

  it('has no effect when the terms do not permit it, for another cause, or for a blocked file', async () => {
    const { findings } = await checkCsv(late, { terms: terms(true) });
    const cause = findings.find(({ code }) => code === 'date-outside-period')?.cause ?? '';
    expect(await checkCsv(late, { terms: terms(false), patches: [override(cause)] })).toMatchObject({
      ok: false,
      accepted: 1,
    });
    expect(await checkCsv(late, { terms: terms(true), patches: [override('another')] })).toMatchObject({
      ok: false,
      accepted: 1,
    });
    expect(await checkCsv(late, { terms: terms(true, 'blocksFile'), patches: [override(cause)] })).toMatchObject({
      ok: false,
      accepted: 0,
    });
  });

  it('is not permitted for an unreadable value', async () => {
    const own = monthlyFood({ checks: [{ id: 'not-a-number', overridable: true }] });
    const [finding] = findingsOf(await checkCsv(report(line({ quantity: 'ca 20' })), { terms: own }), 'not-a-number');
    expect(finding).not.toHaveProperty('overridable');
  });
});
