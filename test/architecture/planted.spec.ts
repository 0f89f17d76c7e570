// Proves that the architecture checks can fail: violations are planted in a copy, and the same checks must report them.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadModule } from 'pgsql-parser';
import { auditActionsWithoutText } from './audit-actions.ts';
import { formatViolations, type Violation } from './violation.ts';
import { ownedFacts, secondDefinitions } from './facts.ts';
import { figuresWithoutWhy } from './figures.ts';
import { importCircles } from './import-circles.ts';
import { importViolations } from './imports.ts';
import { nameViolations, openDoors } from './names.ts';
import { ownNetAmounts } from './net-amounts.ts';
import { programsNotBuilt } from './programs.ts';
import { projectRoot } from './project-files.ts';
import { schemaViolations } from './sql/schema-boundaries.ts';
import { tenancyViolations } from './sql/tenancy.ts';
import { uncaughtPromises } from './uncaught-promises.ts';

/** The part of the repository needed for planting. The whole would be read once for each planted violation. */
const copied = [
  'apps/server/rolldown.config.mjs',
  'apps/cli/rolldown.config.mjs',
  'libs/values',
  'libs/demo-world',
  'libs/identity/server',
  'libs/identity/web',
  'libs/spend/server',
  'libs/matching/server',
];
const room = (name: string, file: string) => `libs/${name}/server/src/${file}`;

describe('a planted', () => {
  let copy = '';
  beforeAll(() => loadModule());
  beforeEach(() => {
    copy = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-house-'));
    for (const folder of copied.filter((each) => existsSync(path.join(projectRoot, each))))
      cpSync(path.join(projectRoot, folder), path.join(copy, folder), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  /** Plants files and returns the violations that the check did not report before. */
  function newViolations(check: (root: string) => Violation[], files: Record<string, string>): string[] {
    const before = new Set(formatViolations(check(copy)));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(copy, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
    }
    return formatViolations(check(copy)).filter((line) => !before.has(line));
  }

  it('audit action without a text is reported, and one with a substituted part needs one matching text', () => {
    const recording = (act: string) =>
      `export const planted = () => this.audit.record({ act: ${act}, subject: null });\n`;
    const found = newViolations(auditActionsWithoutText, {
      [room('spend', 'planted.ts')]: recording("'spend.planted'"),
      [room('matching', 'planted.ts')]: recording('`party.${what}-changed`'),
      [room('reporting', 'planted.ts')]: recording("\n  isNew\n    ? 'report.planted'\n    : 'report.received'"),
    });
    expect(found).toEqual([
      'libs/reporting/server/src/planted.ts:1 records report.planted, and the audit trail has no words for it',
      'libs/spend/server/src/planted.ts:1 records spend.planted, and the audit trail has no words for it',
    ]);
  });

  it.each([
    [
      'in a template of its own',
      {
        'libs/identity/web/src/planted/planted.html': '<p>{{ tonnesOf(row.kg) }}</p>\n',
        'libs/identity/web/src/planted/planted.ts':
          "@Component({ selector: 'tg-planted', templateUrl: './planted.html' })\nexport class Planted {}\n",
      },
      /planted\.html:1 shows a figure/,
    ],
    [
      'in its file',
      {
        'libs/identity/web/src/planted/planted.ts':
          "@Component({ template: '<b>{{ kgOf(told) }} kg</b>' })\nexport class Planted {}\n",
      },
      /planted\.ts:1 shows a figure/,
    ],
    [
      'in a column',
      {
        'libs/identity/web/src/planted/planted.ts':
          "@Component({ template: '<tg-why /><ng-template tgCell=\"name\" let-row>{{ whyOf(row) }}</ng-template>' })\nexport class Planted {\n  columns = [{ key: 'kg' }];\n}\n",
      },
      /planted\.ts:3 has a column/,
    ],
    [
      'in a column over several lines',
      {
        'libs/identity/web/src/planted/planted.ts':
          "@Component({ template: '<p></p>' })\nexport class Planted {\n  columns = [\n    {\n      key:\n        'kg',\n    },\n  ];\n}\n",
      },
      /planted\.ts:5 has a column/,
    ],
  ])('emission figure without an explanation, %s, is reported', (_, files, said) => {
    expect(newViolations(figuresWithoutWhy, files)).toEqual([expect.stringMatching(said)]);
  });

  it.each([
    [
      'by the VAT of the row',
      'planted.sql',
      'create view matching.door_planted as select p.amount - p.vat_amount as amount from matching.line p;',
      /reads the VAT of a posting/,
    ],
    ['by a rate', 'planted.ts', 'export const planted = (gross: number) => gross / 1.25;', /takes a rate of VAT out/],
    [
      'silently, where it is not known',
      'planted.ts',
      'export const planted = `select coalesce(s.net_amount, s.ledger_amount) as amount from spend.door_spend_line s`;',
      /takes another amount where/,
    ],
  ])('amount excl. VAT calculated outside spend, %s, is reported', (_what, file, text, said) => {
    expect(newViolations(ownNetAmounts, { [room('matching', file)]: text })).toEqual([expect.stringMatching(said)]);
    expect(newViolations(ownNetAmounts, { [room('spend', file)]: text })).toEqual([]);
  });

  const anew: readonly (readonly [fact: string, ...texts: string[]])[] = [
    [
      'purchase',
      "select 1 from emissions.door_result r where r.method <> 'not-spend'",
      "select 1 from emissions.door_result r where r.method is distinct from 'not-spend'",
    ],
    [
      'day of the books',
      "select to_char(coalesce(l.booked_on, l.purchased_on), 'YYYY-MM') from spend.door_spend_line l",
      'select spend.accounting_day(p.voucher_date, p.period) from spend.door_posting p',
    ],
    [
      'day of a reported line',
      'select coalesce(r.delivered_on, r.invoiced_on, r.ordered_on) from reporting.door_report_line r',
    ],
    [
      'currency of the cooperative and of an agreement',
      "select 1 from spend.door_spend_line l where l.currency = 'NOK'",
      "select coalesce(a.maximum_value_currency, 'NOK') from agreements.door_agreement a",
    ],
    [
      'reported kroner that are added up',
      "select sum(r.amount) from reporting.door_report_line r where r.vat = 'excluded'",
    ],
    ['how many lines some rows are of', 'select count(distinct (l.batch_id, l.line_no)) from spend.door_spend_line l'],
    [
      'agreement of a booked line',
      'select datemultirange(daterange(s.starts_on, s.ends_on)) as held_alone from agreements.door_agreement s',
      "select case when true then 'by-supplier' end",
    ],
    [
      'whether a month of a ledger is complete',
      'select m.month < max(m.month) over () as complete from spend.door_ledger_month m',
      'select 1 from spend.door_ledger_month m where m.posting_count * 5 >= 10',
    ],
    ['category of a CPV code', "select 1 from catalogue.door_cpv_category k where '15000000' like k.cpv_prefix || '%'"],
    [
      'membership in force',
      'select 1 from agreements.door_participation p where p.valid_from <= current_date',
      "select greatest(p.valid_from, '-infinity') from agreements.door_participation p",
    ],
    [
      'results in force at a run',
      'select 1 from emissions.door_result_change r where r.opened_by_run <= 3 and (r.closed_by_run is null or r.closed_by_run > 3)',
    ],
    [
      'what of a booked line a report explains',
      'select abs(t.amount) / t.of_report from tied t',
      'select sum(abs(t.amount)) over (partition by t.batch_id, t.spend_line_no) from tied t',
    ],
    ['kroner that are covered', 'select least(greatest(c.linked, 0), c.booked) from cell c'],
    [
      'goods, fees and deposits',
      "select 1 from reporting.door_report_line r where r.kind in ('goods', 'credit')",
      "select 1 from reporting.door_report_line r where r.kind in ('fee', 'deposit')",
    ],
    ['inhabitants', 'select i.inhabitants from insight.population i'],
  ];

  it('second definition of a fact is reported, in any form', () => {
    const planted = anew.flatMap(([fact, ...texts]) => texts.map((sql) => [fact, sql] as const));
    const place = (at: number) => `libs/follow-up/server/src/planted-${String(at).padStart(2, '0')}.ts`;
    const found = newViolations(
      secondDefinitions,
      Object.fromEntries(planted.map(([, sql], at) => [place(at), `export const planted = \`${sql}\`;\n`])),
    );
    expect(found).toEqual(
      planted.map(([fact], at) => expect.stringContaining(`${place(at)}:1 defines anew: ${fact}.`)),
    );
  });

  it('fact with a rule has a planted violation, and its rule is named in facts.md', () => {
    expect(anew.map(([fact]) => fact)).toEqual(ownedFacts.map(({ fact }) => fact));
    const written = readFileSync(path.join(projectRoot, 'docs/developers/facts.md'), 'utf8');
    expect(ownedFacts.filter(({ fact }) => !written.includes(`house: *${fact}*`)).map(({ fact }) => fact)).toEqual([]);
  });

  it('program that is started but not built is reported', () => {
    const found = newViolations(programsNotBuilt, {
      [room('spend', 'planted.ts')]:
        `export const planted = programPath(\n  import.meta.url,\n  'planted-apart',\n);\n`,
    });
    expect(found).toEqual([
      expect.stringMatching(/planted\.ts:1 starts planted-apart, which apps\/cli/),
      expect.stringMatching(/which apps\/server/),
    ]);
  });

  it.each([
    ['of a call', 'void this.mail.send(letter);', 'send'],
    ['of a private method', 'void this.#enqueue(row);', '#enqueue'],
    ['of a function, inside another', 'this.database.afterCommit(() => void rm(waiting, { force: true }));', 'rm'],
    ['of several', 'void Promise.all(names.map((name) => rm(name)));', 'all'],
    ['of a chain that only goes on', 'void this.useCase.run().then(() => next()).finally(() => done());', 'run'],
  ])('promise discarded without a handler, %s, is reported', (_what, statement, method) => {
    const text = `export class Planted {\n  start() {\n    ${statement}\n  }\n}\n`;
    expect(newViolations(uncaughtPromises, { [room('spend', 'planted.ts')]: text })).toEqual([
      `libs/spend/server/src/planted.ts:3 discards the promise of ${method}(): add .catch(), await it, or return it`,
    ]);
  });

  it.each([
    'void this.mail.send(letter).catch(log);',
    'void this.useCase.run().then(undefined, log).finally(() => done());',
    'await this.useCase.run();',
  ])('promise with a rejection handler is accepted: %s', (statement) => {
    const text = `export class Planted {\n  async start() {\n    ${statement}\n  }\n}\n`;
    expect(newViolations(uncaughtPromises, { [room('spend', 'planted.ts')]: text })).toEqual([]);
  });

  it('import of a room to the right is reported', () => {
    const found = newViolations(importViolations, {
      [room('spend', 'planted.ts')]:
        `// planted\nimport { matching } from '@tallgrunn/matching-server';\nexport const planted = matching;\n`,
    });
    expect(found).toEqual([
      expect.stringMatching(/^libs\/spend\/server\/src\/planted\.ts:2 may not import @tallgrunn\/matching-server/),
    ]);
  });

  it.each([
    ['a server room in the web', 'libs/spend/web/src/planted.ts', '@tallgrunn/spend-server', /may not import/],
    ['Node in a pure library', 'libs/values/src/planted.ts', 'node:fs', /may not import node:fs on the pure side/],
    [
      'Angular on the server',
      room('spend', 'planted.ts'),
      '@angular/core',
      /may not import @angular\/core on the server side/,
    ],
    [
      'what is tested, in the demo world',
      'libs/demo-world/src/planted.ts',
      '@tallgrunn/checks',
      /may not import @tallgrunn\/checks/,
    ],
    [
      'the inside of a room',
      room('matching', 'planted.ts'),
      '@tallgrunn/spend-server/src/store/x.ts',
      /goes past the door/,
    ],
    [
      'another package by path',
      room('matching', 'planted.ts'),
      '../../../spend/server/src/index.ts',
      /by a relative path/,
    ],
    [
      'a builder for tests outside a test',
      room('matching', 'planted.ts'),
      '@tallgrunn/spend-server/testing',
      /outside a test/,
    ],
  ])('import of %s is reported', (_what, file, wanted, said) => {
    expect(newViolations(importViolations, { [file]: `export * as planted from '${wanted}';\n` })).toEqual([
      expect.stringMatching(said),
    ]);
  });

  it.each([
    ['two files', `import './planted-b.ts';\n`],
    ['two files of which one wants a type alone', `import type { Planted } from './planted-b.ts';\n`],
  ])('circle of %s is reported once', (_what, wants) => {
    const files = {
      [room('spend', 'planted-a.ts')]: wants,
      [room('spend', 'planted-b.ts')]: `import './planted-a.ts';\n`,
    };
    expect(newViolations(importCircles, files)).toEqual([
      expect.stringContaining('planted-a.ts > planted-b.ts > planted-a.ts'),
    ]);
  });

  it('meaningless folder or file name, and a door that exports everything, are reported', () => {
    expect(
      newViolations(nameViolations, {
        [room('spend', 'utils/planted.ts')]: '',
        [room('spend', 'planted.service.ts')]: '',
      }),
    ).toHaveLength(2);
    expect(newViolations(openDoors, { [room('insight', 'index.ts')]: `export * from './planted.ts';\n` })).toHaveLength(
      1,
    );
  });

  it.each([
    [
      'table of another room',
      room('matching', 'door.sql'),
      'create view matching.door_planted as select id from spend.line;',
      /names spend\.line and not a door view of spend/,
    ],
    [
      'door view of a room to the right',
      room('spend', 'planted.sql'),
      'select * from matching.door_link',
      /matching does not lie to the left of spend/,
    ],
    [
      'table of another room in a script',
      room('matching', 'planted.ts'),
      'export const planted = `\n  select l.id\n  from spend.line l where l.id = $1`;',
      /planted\.ts:2 names spend\.line/,
    ],
    [
      'table of another room in a template that changes',
      room('matching', 'planted.ts'),
      'export const planted = (where: string) => `select id from spend.line where ${where} order by ${where}`;',
      /names spend\.line/,
    ],
    [
      'table of another room in a function body',
      room('matching', 'planted.sql'),
      'create function matching.planted() returns void language plpgsql as $$ begin delete from spend.line; end $$;',
      /names spend\.line/,
    ],
    [
      'table of another room named as text',
      room('matching', 'planted.sql'),
      `select platform.protect('spend.line');`,
      /names spend\.line/,
    ],
    [
      'table of another room that is dropped',
      room('matching', 'planted.sql'),
      'drop table spend.line;',
      /names spend\.line/,
    ],
    [
      'table without its schema',
      room('matching', 'planted.sql'),
      'select * from line',
      /names line without its schema/,
    ],
    [
      'table of the platform',
      room('matching', 'planted.sql'),
      'select * from platform.domain_event',
      /only functions and door views of platform/,
    ],
    ["schema that is nobody's", room('matching', 'planted.sql'), 'select * from elsewhere.line', /does not know/],
    ['text that is not SQL', room('matching', 'planted.sql'), 'select from where', /is not SQL that PostgreSQL reads/],
  ])('%s is reported', (_what, file, sql, said) => {
    expect(newViolations(schemaViolations, { [file]: sql })).toEqual([expect.stringMatching(said)]);
  });

  it('own table, door view of a room to the left, query name and temporary table are accepted', () => {
    const sql = `
      create temporary table loading (id uuid);
      with q as (select id from spend.door_spend_line) insert into matching.link select id from q join loading using (id);
      select platform.cooperative(), lower(name) from identity.door_organisation where id = current_setting('app.person_id')::uuid;`;
    expect(newViolations(schemaViolations, { [room('matching', 'planted.sql')]: sql })).toEqual([]);
  });

  it.each([
    [
      'primary key without the tenant',
      'create table spend.planted (cooperative_id uuid, id uuid primary key)',
      /primary key \(id\) does not start/,
    ],
    [
      'unique key without the tenant',
      'create table spend.planted (cooperative_id uuid, id uuid, no int unique, primary key (cooperative_id, id))',
      /unique key \(no\) does not start/,
    ],
    [
      'reference without the tenant',
      'create table spend.planted (cooperative_id uuid, id uuid, other uuid references spend.other (id), primary key (cooperative_id, id))',
      /foreign key \(other\) does not start/,
    ],
    [
      'unique index without the tenant',
      'create table spend.planted (cooperative_id uuid, id uuid, no int, primary key (cooperative_id, id)); create unique index on spend.planted (no)',
      /unique key \(no\) does not start/,
    ],
    [
      'later key without the tenant',
      'create table spend.planted (cooperative_id uuid, id uuid, no int, primary key (cooperative_id, id)); alter table spend.planted add constraint u unique (no)',
      /unique key \(no\) does not start/,
    ],
    ['table without a key', 'create table spend.planted (cooperative_id uuid)', /has no primary key/],
  ])('%s is reported', (_what, sql, said) => {
    const stamped = `${sql}; select platform.protect('spend.planted');`;
    expect(newViolations(tenancyViolations, { [room('spend', 'store/0999-planted.sql')]: stamped })).toEqual([
      expect.stringMatching(said),
    ]);
  });

  it('table without a row-level security policy is reported', () => {
    const sql =
      'create table spend.planted (cooperative_id uuid, id uuid, person_id uuid references identity.person (id), primary key (cooperative_id, id))';
    expect(newViolations(tenancyViolations, { [room('spend', 'store/0999-planted.sql')]: sql })).toEqual([
      expect.stringContaining('spend.planted is not stamped with platform.protect'),
    ]);
  });
});
