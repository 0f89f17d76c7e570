import { nb } from '../texts/nb.ts';
import { bodyOf, emptyDraft } from './agreement-draft.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { serverFaults, validateDraft } from './validate-draft.ts';

const t = nb.create.missing;
const whole: AgreementDraft = {
  number: ' RIIK-27-001 ',
  title: 'Renhold',
  cpv: '39830000-9',
  startsOn: '2027-01-01',
  endsOn: '',
  lots: [{ key: ' 1 ', title: 'Kjemi' }],
  suppliers: { s1: ['1', 'gone'], s2: [] },
  buyers: { b1: { fromOn: '', untilOn: '' }, b2: { fromOn: '2027-06-01', untilOn: '2027-12-31' } },
};
const judge = (changes: Partial<AgreementDraft>) =>
  validateDraft({ ...whole, ...changes }, t, () => 'Grue').map(({ field }) => field);

describe('new agreement form', () => {
  it('lists every missing field in the order of the form', () => {
    expect(validateDraft(emptyDraft, t, () => '').map(({ field }) => field)).toEqual([
      'number',
      'title',
      'starts-on',
      'suppliers',
      'buyers',
    ]);
    expect(judge({})).toEqual([]);
  });

  it('links an error to the row or date that is wrong', () => {
    expect(judge({ cpv: '1234' })).toEqual(['cpv']);
    expect(judge({ endsOn: '2026-12-31' })).toEqual(['ends-on']);
    expect(
      judge({
        lots: [
          { key: '1', title: 'a' },
          { key: '1', title: '' },
        ],
      }),
    ).toEqual(['lot-key-1', 'lot-title-1']);
    expect(judge({ buyers: { b1: { fromOn: '', untilOn: '2026-01-01' } } })).toEqual(['until-b1']);
  });

  it('omits removed lots and empty dates when it is sent', () => {
    expect(bodyOf(whole)).toEqual({
      number: 'RIIK-27-001',
      title: 'Renhold',
      cpv: '39830000-9',
      startsOn: '2027-01-01',
      endsOn: null,
      lots: [{ key: '1', title: 'Kjemi' }],
      suppliers: [
        { supplierId: 's1', lots: ['1'] },
        { supplierId: 's2', lots: [] },
      ],
      buyers: [{ buyerId: 'b1' }, { buyerId: 'b2', fromOn: '2027-06-01', untilOn: '2027-12-31' }],
    });
  });

  it('links to the number field when the number is taken', () => {
    const problem = {
      status: 422,
      code: 'agreement-invalid',
      params: {},
      issues: [{ code: 'agreement-number-taken' }],
      traceId: null,
    };
    expect(serverFaults(problem, whole, t)).toEqual([
      { field: 'number', sentence: 'Avtalenummeret RIIK-27-001 er i bruk' },
    ]);
  });
});
