import path from 'node:path';
import { rooms } from '@tallgrunn/app-server';
import { fourEyesSubjects, type FourEyesSubject } from '@tallgrunn/identity-server';
import { freshDatabase, type TestDatabase } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import { projectFiles, readText } from './project-files.ts';

/**
 * Every column that stores a decision-maker: the reason why one person is enough, or the subject under which the second
 * person is required.
 */
const decisions: Readonly<Record<string, FourEyesSubject | { readonly onePerson: string }>> = {
  'agreements.reporting_obligation.exempted_by': {
    onePerson: 'a supplier need not report; no figure is made, and it is undone by one',
  },
  'agreements.pack_override.decided_by': { onePerson: 'what a pack holds; a newer decision replaces it' },
  'catalogue.mapping_correction.decided_by': {
    onePerson: 'what a code means, shown before and after; withdrawn by one',
  },
  'declarations.item_link.decided_by': {
    onePerson: 'ties a footprint to an item; it counts once it has been accepted',
  },
  'declarations.footprint_review.decided_by': 'declaration',
  'declarations.declaration.handed_in_by': 'declaration',
  'emissions.method_policy.decided_by': 'method-policy',
  'emissions.method_policy_proposal.assigned_approver_id': 'method-policy',
  'emissions.method_policy_proposal.decided_by': 'method-policy',
  'emissions.figure_proposal.decided_by': 'official-figures',
  'emissions.publication.published_by': 'official-figures',
  'emissions.publication.approved_by': 'official-figures',
  'emissions.external_figure.sealed_by': 'official-figures',
  'emissions.external_figure.approved_by': 'official-figures',
  'factor_book.factor_assignment.assigned_approver_id': 'factor-assignment',
  'factor_book.factor_assignment.decided_by': 'factor-assignment',
  'factor_book.factor_assignment.retired_by': { onePerson: 'ends a factor from today on; two persons choose the next' },
  'factor_book.approval_delegation.decided_by': {
    onePerson: 'names who stands in; the delegate is asked for independence when deciding',
  },
  'follow_up.accepted_deviation.accepted_by': {
    onePerson: 'a deviation is not claimed for a reason that stands beside it; revoked by one',
  },
  'follow_up.claim.approved_by': 'supplier-claim',
  'follow_up.claim_credit.confirmed_by': {
    onePerson:
      'which credit line belongs to a claim; it changes no figure but the recovered sum, and is revoked by one',
  },
  'follow_up.penalty_decision.approved_by': 'penalty-claim',
  'follow_up.penalty_decision.decided_by': 'penalty-claim',
  'follow_up.performance_statement.decided_by': {
    onePerson: 'rates a year with a reason; the supplier reads it and comments, and a newer decision replaces it',
  },
  'identity.invitation.accepted_by': { onePerson: 'the invited person, bound by the database' },
  'identity.invitation.approved_by': {
    onePerson: 'an administrator of the supplier, on what the cooperative sent: the two sides are the two persons',
  },
  'identity.membership_ending.decided_by': 'membership-ending',
  'identity.vouch.vouched_by': {
    onePerson: 'is the second person of an admission; VouchForColleague and the database ask for independence',
  },
  'insight.measure_decision.decided_by': {
    onePerson: 'whether a measure is carried out; changes no figure, and a later decision replaces it',
  },
  'matching.pair_decision.decided_by': 'matching-decision',
  'matching.line_resolution.decided_by': 'matching-decision',
  'matching.second_approval.confirmed_by': 'matching-decision',
  'matching.rule_decision.decided_by': {
    onePerson: 'sets a learned rule aside: what ties lines by it is undone, nothing is tied, and one takes it back',
  },
  'reporting.on_behalf_submission.handed_in_by': 'report-on-behalf',
  'matching.tolerance.decided_by': {
    onePerson: 'says which variances need no follow-up: hides none, changes no figure, is shown before it is saved',
  },
  'reporting.report_version.decided_by': {
    onePerson: 'accepts or returns what the supplier submitted itself; what was handed in for it asks for two',
  },
};

const DECIDES =
  '^(assigned_approver|confirmed|approved|decided|vouched|handed_in|accepted|published|sealed|exempted|retired|overridden|countersigned)_(by|id)$';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await freshDatabase(rooms);
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Returns the columns of all rooms that are named after a decision, as `schema.table.column`. */
async function decidingColumns(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass || '.' || a.attname as name from pg_attribute a
     join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and not a.attisdropped and a.attname ~ $1
       and n.nspname not in ('platform', 'pgboss', 'pg_catalog', 'information_schema')`,
    [DECIDES],
  );
  return rows.map(({ name }) => name).toSorted();
}

const root = path.resolve(__dirname, '../..');
const files = projectFiles(root);
const read = (file: string) => readText(root, file);
const sources = files
  .filter((file) => /^libs\/[\w-]+\/server\/src\/.*\.ts$/.test(file) && !/\.spec\.ts$|four-eyes/.test(file))
  .map((file) => ({ file, text: read(file) }));

/** Returns the files that call FourEyes with a subject. */
const askersOf = (subject: string, among = sources) =>
  among
    .filter(({ text }) => new RegExp(`fourEyes\\.requireIndependent\\(\\s*'${subject}'`).test(text))
    .map(({ file }) => file);

describe('four-eyes decisions', () => {
  it('are complete: every column that stores a decision-maker is listed', async () => {
    expect(await decidingColumns()).toEqual(Object.keys(decisions).toSorted());
  });

  it.each(fourEyesSubjects)('%s is required by a use case, and protects a decision', (subject) => {
    expect(askersOf(subject)).not.toEqual([]);
    expect(Object.values(decisions)).toContain(subject);
  });

  it('use no other subject, and only FourEyes', () => {
    const asked = sources.flatMap(({ text }) =>
      [...text.matchAll(/\.requireIndependent\(\s*'([\w-]+)'/g)].map(([, subject]) => subject ?? ''),
    );
    expect([...new Set(asked)].toSorted()).toEqual([...fourEyesSubjects].toSorted());
    // A list may use the relation to show who may decide. A use case that throws because of it must call FourEyes.
    const own = sources
      .filter(
        ({ file, text }) =>
          text.includes('door_inviter_relation') &&
          text.includes('new Problem(') &&
          !file.endsWith('vouch-for-colleague.ts'),
      )
      .map(({ file }) => file);
    expect(own).toEqual([]);
  });

  it('are reported missing if a use case did not require them', () => {
    const without = sources.map(({ file, text }) => ({
      file,
      text: text.replaceAll(/await this\.fourEyes\.requireIndependent\(\s*'declaration'[^;]*;/g, ''),
    }));
    expect(askersOf('declaration', without)).toEqual([]);
  });

  it('are reported missing if a new table stored a decision', async () => {
    const before = await decidingColumns();
    await client.query('create table spend.waiver (id uuid not null, approved_by uuid not null)');
    await client.query('alter table spend.batch add column decided_by uuid');
    const added = (await decidingColumns()).filter((column) => !before.includes(column));
    expect(added).toEqual(['spend.batch.decided_by', 'spend.waiver.approved_by']);
  });
});
