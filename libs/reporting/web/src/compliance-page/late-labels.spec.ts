import { managingEn } from '../texts/contract-manager/en.ts';
import { managingNb } from '../texts/contract-manager/nb.ts';
import { managingNn } from '../texts/contract-manager/nn.ts';

describe('lateness of a report in the matrix', () => {
  it('is stated in working days, as in the task list', () => {
    const said = [managingNb, managingNn, managingEn].map(({ compliance }) => [
      compliance.lateBy({ days: 1 }),
      compliance.lateBy({ days: 19 }),
    ]);
    expect(said).toEqual([
      ['én virkedag for sent', '19 virkedager for sent'],
      ['éin yrkedag for seint', '19 yrkedagar for seint'],
      ['one working day late', '19 working days late'],
    ]);
  });
});
