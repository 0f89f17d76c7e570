import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accountRate } from '@tallgrunn/spend-server/testing';
import { projectRoot } from './project-files.ts';

const rulesOf = (file: string): readonly { system: string; code: string; grossVat?: string }[] =>
  JSON.parse(readFileSync(path.join(projectRoot, 'libs/factor-book/server/src/data', file), 'utf8')).rules;

describe('the VAT rate of an account', () => {
  it('is the same in the emission factors and in the calculation of amounts excl. VAT', () => {
    const shown = [...rulesOf('kostra-rules.json'), ...rulesOf('release-account-rules.json')].filter(
      ({ grossVat }) => grossVat !== undefined,
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(
      shown.filter(
        ({ system, code, grossVat }) => Number(accountRate({ system, code }, '2026-03-01')) !== Number(grossVat),
      ),
    ).toEqual([]);
  });
});
