import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readNotice } from '@tallgrunn/formats';
import { bytesOf } from '@tallgrunn/tabular';
import { municipalities, OrgNumber } from '@tallgrunn/values';
import { noticeRows } from './notice-rows.ts';
import { planRegister, type RegisterPlan } from './plan-register.ts';

/** Returns the folder of third-party files next to the checkout; null when absent. */
function borrowed(): string | null {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = path.join(folder, '..', 'shared', 'data', '7-procurement');
    if (existsSync(found)) return found;
  }
  return null;
}

const folder = borrowed();
const maybe = folder ? describe : describe.skip;
const notices = folder
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .filter((name) =>
        /<(?:\w+:)?(ContractNotice|ContractAwardNotice|PriorInformationNotice|BusinessRegistrationInformationNotice)[\s>]/.test(
          readFileSync(path.join(folder, name), 'utf8').slice(0, 4000),
        ),
      )
  : [];

maybe('every procurement notice there is', () => {
  const outcomes = new Map<string, { plan: RegisterPlan | null; code: string; text: string }>();

  beforeAll(async () => {
    for (const name of notices) {
      const bytes = readFileSync(path.join(folder ?? '', name));
      const reading = await readNotice(bytesOf(bytes), name);
      const plan = reading.ok
        ? planRegister(noticeRows(reading.document), { parties: [], agreements: [] }, new Map())
        : null;
      outcomes.set(name, { plan, code: reading.ok ? '' : reading.code, text: bytes.toString('utf8') });
    }
  }, 60_000);

  it('rejects an invalid notice with a reason, and proposes one agreement from a valid notice', () => {
    expect(notices.length).toBeGreaterThan(80);
    const odd = [...outcomes].filter(([, { plan, code }]) =>
      plan
        ? plan.agreements.length + plan.questions.filter(({ kind }) => /missing/.test(kind)).length === 0
        : code === '',
    );
    expect(odd.map(([name]) => name)).toEqual([]);
    const invalid = [...outcomes].filter(([name]) => path.basename(name).startsWith('INVALID'));
    expect(invalid.filter(([, { plan }]) => plan !== null).map(([name]) => name)).toEqual([]);
    expect(invalid.length).toBeGreaterThan(0);
  });

  it('assigns no organisation number that is missing from the notice or invalid', () => {
    for (const [name, { plan, text }] of outcomes) {
      const digits = text.replace(/[\s\u00a0]/g, '');
      for (const { holdings, buyers } of plan?.agreements ?? []) {
        for (const { orgNumber } of [...holdings.map(({ supplier }) => supplier), ...buyers]) {
          // the product knows the organisation numbers of municipalities from Enhetsregisteret, and shows them in the
          // question
          if (orgNumber === null || municipalities.some((each) => each.orgNumber === orgNumber)) continue;
          expect({
            name,
            orgNumber,
            stands: digits.includes(orgNumber),
            ok: OrgNumber.parse(orgNumber, { testNumbers: true }).ok,
          }).toEqual({ name, orgNumber, stands: true, ok: true });
        }
      }
    }
  });

  it('asks about every winner without a Norwegian organisation number', () => {
    const flagged = [...outcomes].flatMap(
      ([, { plan }]) => plan?.questions.filter(({ kind }) => kind.startsWith('org-number')) ?? [],
    );
    const numbered = [...outcomes].flatMap(
      ([, { plan }]) =>
        plan?.agreements.flatMap(({ holdings }) => holdings.map(({ supplier }) => supplier.orgNumber)) ?? [],
    );
    expect(flagged.length).toBeGreaterThan(0);
    expect(numbered.filter((number) => number !== null && !OrgNumber.hasCheckDigit(number))).toEqual([]);
  });
});
