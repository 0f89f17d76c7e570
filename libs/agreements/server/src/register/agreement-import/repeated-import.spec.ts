import { identity } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp } from '@tallgrunn/platform/testing';
import fc from 'fast-check';
import { agreements } from '../../room.ts';
import { spoolFile } from '../../testing.ts';
import { ApplyImport } from './apply-import.ts';
import { ChangeImport } from './change-import.ts';
import { generateRegisterFile } from '../../testing/generate-register-file.ts';
import { PlanImport, type PlannedImport } from './plan-import.ts';
import { ReceiveRegister } from './receive-register.ts';
import { damageRegisterFile } from '../../testing/damage-register-file.ts';

const AGREEMENTS = 14;
const ROUNDS_MAX = 8;

/** Adds a contact: by name and address, by address only, or none. */
const withContact = (row: readonly (string | number)[], at: number) => [
  ...row,
  at % 3 === 0 ? `Kontakt ${at}` : '',
  at % 3 === 2 ? '' : `post${at}@leverandor.test`,
];

/** Returns the first agreements of the spoiled register with contacts, as CSV. */
function spoiledCsv(): Uint8Array {
  const register = generateRegisterFile();
  damageRegisterFile(register);
  const cases = new Set(register.agreements.slice(0, AGREEMENTS).map(({ caseNumber }) => caseNumber));
  const rows = register.rows.filter((row) => cases.has(String(row[0])));
  return new TextEncoder().encode(
    [[...register.headings, 'Kontaktperson', 'E-post'], ...rows.map(withContact)]
      .map((row) => row.join('|').replaceAll(';', ','))
      .join('\n'),
  );
}

describe('register that is imported twice', () => {
  it('changes nothing the second time, for every answer to the first import', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (draws) => {
        const stand = await setUpTestApp([identity, agreements]);
        try {
          const { manager } = await setUpParties(stand);
          const as = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run(manager.actor, work);
          const plan = (id: string) => as(async () => stand.get(PlanImport).run(await stand.get(PlanImport).row(id)));
          const receive = async () => {
            const { id } = await as(async () =>
              stand.get(ReceiveRegister).run(await spoolFile(stand, 'avtaler.csv', spoiledCsv())),
            );
            return plan(id);
          };
          const open = ({ questions }: PlannedImport) => questions.filter(({ answer }) => answer === null);
          let first = await receive();
          for (let round = 0; round < ROUNDS_MAX && open(first).length > 0; round += 1) {
            const answers = open(first).map(({ number, choices }) => {
              const offered = choices.filter(({ id }) => id !== 'text');
              return { number, choice: offered[(draws.next().value ?? 0) % offered.length]?.id ?? '' };
            });
            first = await as(() => stand.get(ChangeImport).answers(first.row.id, answers));
          }
          await as(() => stand.get(ApplyImport).run(first.row.id));
          const second = await receive();
          expect(open(second).map(({ kind, key }) => [kind, key])).toEqual([]);
          expect(
            second.compared
              .filter(({ state }) => state !== 'same')
              .map(({ draft, changes }) => [draft.caseNumber, changes]),
          ).toEqual([]);
          expect(await as(() => stand.get(ApplyImport).run(second.row.id))).toMatchObject({
            created: 0,
            changed: 0,
            suppliers: 0,
            buyers: 0,
          });
        } finally {
          await stand.close();
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
