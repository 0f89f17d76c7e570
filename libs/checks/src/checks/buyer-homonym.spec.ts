import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('buyer-homonym', () => {
  it('accepts the name with county or number', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ buyer: 'Våler (Innlandet)' }), line({ buyer: '3419', invoice: 'F2' }))),
        'buyer-homonym',
      ),
    ).toEqual([]);
  });

  it('asks once which municipality it is', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ buyer: 'Våler' }), line({ buyer: 'Våler', invoice: 'F2' }))),
        'buyer-homonym',
      ),
    ).toMatchObject([
      { class: 37, severity: 'confirm', found: 'Våler', expected: 'Våler 3419', cause: 'Våler' },
      { cause: 'Våler' },
    ]);
  });

  it('remembers the answer', async () => {
    const checkResult = await checkCsv(report(line({ buyer: 'Våler' })), {
      patches: [{ set: 'buyer', text: 'Våler', buyer: 'v' }],
    });
    expect(checkResult.findings).toEqual([]);
  });
});
