import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { agreements } from '../room.ts';
import { PublishTerms } from '../terms/publish-terms.ts';
import { setUpAgreement, testTerms, type TestAgreement } from '../testing.ts';
import { ExemptObligation } from './exempt-obligation.ts';
import { CreateObligations } from './create-obligations.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeEach(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterEach(() => stand.close());

const asManager = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run(parties.manager.actor, work);
const open = (day: string) => {
  stand.clock.runFrom(new Date(`${day}T10:00:00Z`));
  return stand.get(UnitOfWork).run(parties.system, () => stand.get(CreateObligations).run());
};
const first = () => parties.suppliers[0]!.organisationId;

/** Returns the first supplier's obligations as `key start end`, with their attributes. */
async function obligations(): Promise<string[]> {
  const rows = await asManager(() =>
    stand.get(Database).query<{ said: string }>(
      `select concat_ws(' ', period_key, to_char(period_start, 'MM-DD'), to_char(period_end, 'MM-DD'), nullif(report, 'deliveries'), part_name, case when is_run_off then 'run-off' end, exemption_reason) as said
       from agreements.door_reporting_obligation where supplier_id = $1 order by report, period_start, part_name`,
      [first()],
    ),
  );
  return rows.map(({ said }) => said);
}

describe('opening of obligations over time', () => {
  it('divides a running period when new terms take effect, and leaves ended periods unchanged', async () => {
    await asManager(() => stand.get(PublishTerms).run(made.agreementId, testTerms, '2026-02-10'));
    await open('2026-04-15');
    expect(await obligations()).toEqual([
      '2026-01 01-01 02-01',
      '2026-02 02-01 03-01',
      '2026-03 03-01 04-01',
      '2026-04 04-01 05-01',
    ]);
    await asManager(() => stand.get(PublishTerms).run(made.agreementId, testTerms, '2026-04-20'));
    await open('2026-04-21');
    expect((await obligations()).slice(3)).toEqual(['2026-04 04-01 04-20', '2026-04 04-20 05-01']);
  });

  it('opens obligations during the run-off, and withdraws them when the supplier left earlier', async () => {
    await asManager(() =>
      stand.get(PublishTerms).run(made.agreementId, { ...testTerms, runOffDays: 40 }, '2026-04-01'),
    );
    await stand.asOwner(
      `update agreements.agreement_supplier set valid_to = '2026-04-30' where supplier_id = '${first()}'`,
    );
    await open('2026-06-05');
    expect((await obligations()).slice(3)).toEqual([
      '2026-04 04-01 05-01',
      '2026-05 05-01 06-01 run-off',
      '2026-06 06-01 06-10 run-off',
    ]);
    await stand.asOwner(
      `update agreements.agreement_supplier set valid_to = '2026-03-31' where supplier_id = '${first()}'`,
    );
    await open('2026-06-06');
    expect((await obligations()).slice(5)).toEqual(['2026-06 06-01 06-10 run-off no-longer-owed']);
    await stand.asOwner(`update agreements.agreement_supplier set valid_to = null where supplier_id = '${first()}'`);
    await open('2026-06-07');
    expect((await obligations()).slice(5)).toEqual(['2026-06 06-01 07-01']);
  });

  it('opens one per branch, within the validity of the branch, when a chain reports by branch', async () => {
    await stand.asOwner(
      `insert into agreements.related_entity (cooperative_id, id, supplier_id, kind, name, valid_from, valid_to, created_at)
       select cooperative_id, gen_random_uuid(), supplier_id, 'branch', b.name, b.valid_from::date, b.valid_to::date, now()
       from agreements.agreement_supplier, (values ('Kongsvinger', null, null), ('Skarnes', '2026-06-15', null), ('Flisa', null, '2026-04-10')) as b (name, valid_from, valid_to)
       where supplier_id = '${first()}'`,
    );
    await asManager(() =>
      stand.get(PublishTerms).run(made.agreementId, { ...testTerms, partsOf: 'branch' }, '2026-05-01'),
    );
    await open('2026-06-20');
    expect((await obligations()).slice(3)).toEqual([
      '2026-04 04-01 05-01',
      '2026-05 05-01 06-01 Kongsvinger',
      '2026-06 06-01 07-01 Kongsvinger',
      '2026-06 06-15 07-01 Skarnes',
    ]);
  });

  it('opens separate obligations for each report of the agreement', async () => {
    await asManager(() =>
      stand
        .get(PublishTerms)
        .run(made.agreementId, { ...testTerms, report: 'transport', frequency: 'quarter' }, '2026-01-01'),
    );
    await open('2026-04-15');
    expect(await obligations()).toEqual([
      '2026-01 01-01 02-01',
      '2026-02 02-01 03-01',
      '2026-03 03-01 04-01',
      '2026-04 04-01 05-01',
      '2026-Q1 01-01 04-01 transport',
      '2026-Q2 04-01 07-01 transport',
    ]);
  });

  it('leaves an obligation exempt after a manager has exempted it with a reason', async () => {
    await asManager(() => stand.get(ExemptObligation).run(made.obligations['2026-04']!, 'Byttet lager'));
    await open('2026-04-16');
    expect((await obligations())[3]).toBe('2026-04 04-01 05-01 Byttet lager');
    await asManager(() => stand.get(ExemptObligation).run(made.obligations['2026-04']!, null));
    expect((await obligations())[3]).toBe('2026-04 04-01 05-01');
    await expect(asManager(() => stand.get(ExemptObligation).run(made.agreementId, 'x'))).rejects.toMatchObject({
      status: 404,
    });
  });
});
