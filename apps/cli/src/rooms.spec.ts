import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { pactFootprint } from '@tallgrunn/declarations-server/testing';
import { admitColleague, setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { runCommand } from './testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-cli-rooms-'));
const before = { ...process.env };
let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await startAllRooms();
  // The secret of the test instance, which delivers what the command queues.
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_DATA: folder,
    SESSION_SECRET: 'only-for-tests',
  });
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
});
afterAll(async () => {
  process.env = before;
  await stand.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

const supplier = () => parties.suppliers[0]!;
const ledger =
  'Bilagsnr;Bilagsdato;Periode;Konto;Dim2;Resk.nr(T);Org.nr;Fakturanr;Tekst;Beløp;BA\n1;2026-03-20;202603;115;202;Finnskog;311047116;7001;Mat;3125.00;IV\n';

describe('a database without tables', () => {
  it('is reported, with what to do', async () => {
    // The default database of the same server: the app role can connect there but finds no tables.
    const bare = (address: string) => Object.assign(new URL(address), { pathname: '/postgres' }).toString();
    Object.assign(process.env, {
      DATABASE_URL: bare(stand.database.ownerUrl),
      APP_DATABASE_URL: bare(stand.database.appUrl),
    });
    try {
      const { code, log } = await runCommand('export', 'combined', '--as', 'nobody@example.no');
      expect({ code, log }).toEqual({
        code: 2,
        log: expect.stringMatching(/The database has not been prepared .*run "tallgrunn migrate" first/),
      });
    } finally {
      Object.assign(process.env, { DATABASE_URL: stand.database.ownerUrl, APP_DATABASE_URL: stand.database.appUrl });
    }
  });
});

describe('reset-factors', () => {
  it('removes the factors of one person and prints the number', async () => {
    const { email, actor } = parties.manager;
    await stand.asOwner(
      `insert into identity.totp_secret (person_id, sealed_secret, created_at, confirmed_at) values ($1, '\\x00', now(), now())`,
      [actor.personId],
    );
    const { code, lines } = await runCommand('reset-factors', email);
    expect([code, lines[0]]).toEqual([0, { email, removed: 1 }]);
    expect(await stand.asOwner('select from identity.totp_secret where person_id = $1', [actor.personId])).toEqual([]);
    expect((await runCommand('reset-factors', 'ukjent@example.no')).code).toBe(2);
  });
});

describe('set-up', () => {
  const records = (name: string) =>
    stand.asOwner<{ id: string; org_number: string | null }>(
      'select o.id, e.org_number from identity.organisation o left join identity.legal_entity e on e.id = o.legal_entity_id where o.name = $1',
      [name],
    );

  it('finds an existing organisation, adds its missing number, and never creates it twice', async () => {
    const first = await runCommand('set-up', 'buyer', 'Våler kommune');
    expect(first.lines).toEqual([expect.objectContaining({ existed: false, invitation: null })]);
    const second = await runCommand(
      'set-up',
      'buyer',
      'våler kommune',
      '--org-number',
      '839953062',
      '--invite',
      'forste@valer.example',
    );
    expect(second.code).toBe(0);
    expect(second.lines).toEqual([
      expect.objectContaining({
        existed: true,
        invitation: expect.objectContaining({
          email: 'forste@valer.example',
          link: expect.stringContaining('/invitation/'),
        }),
      }),
    ]);
    await runCommand('set-up', 'buyer', 'Våler kommune', '--org-number', '839953062');
    expect(await records('Våler kommune')).toEqual([
      { id: (first.lines[0] as { id: string }).id, org_number: '839953062' },
    ]);
    expect(
      await stand.asOwner(
        `select from platform.audit_entry where act = 'invitation.link-shown-to-operator' and via = 'cli'`,
      ),
    ).toHaveLength(1);
  });

  it('rejects a name with another number, with a message', async () => {
    const { code, log } = await runCommand('set-up', 'buyer', 'Kongsvinger kommune', '--org-number', '964948798');
    expect({ code, log }).toEqual({
      code: 2,
      log: expect.stringMatching(/called "Kongsvinger kommune" with the number 944117784/),
    });
    expect(log).not.toMatch(/\n\s+at /);
  });
});

describe('vouch', () => {
  it('ends the chain of a person invited by an administrator, and rejects unknown addresses', async () => {
    const { email, actor } = await admitColleague(
      stand,
      { ...parties.manager.actor, role: 'administrator' },
      'administrator',
      'ny.administrator@example.no',
    );
    const { code, lines } = await runCommand('vouch', email);
    expect({ code, lines }).toEqual({ code: 0, lines: [{ email, organisation: 'Samkjøp', role: 'administrator' }] });
    expect(await stand.asOwner('select vouched_by from identity.vouch where person_id = $1', [actor.personId])).toEqual(
      [{ vouched_by: null }],
    );
    expect((await runCommand('vouch', 'ukjent@example.no')).code).toBe(2);
    expect((await runCommand('vouch')).code).toBe(2);
  });
});

describe('import', () => {
  it('imports a report, checks it, and submits it as a person of the supplier', async () => {
    const report = file('mars.csv', reportCsv(marchLines));
    const { code, lines, log } = await runCommand(
      'import',
      'report',
      report,
      '--period',
      '2026-03',
      '--submit',
      '--as',
      supplier().email,
    );
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(lines).toMatchObject([
      {
        file: report,
        kind: 'report',
        ok: true,
        submitted: true,
        version: { state: 'accepted', lines: 2, amount: '3717.00', number: expect.stringMatching(/^R-/) },
      },
    ]);
  });

  it('records in the audit log who acted, for which organisation, and that it was the command line', async () => {
    const entries = await stand.asOwner<{ act: string; via: string; person_id: string; organisation_id: string }>(
      `select act, via, person_id, organisation_id from platform.audit_entry where act = 'report.submitted'`,
    );
    expect(entries).toEqual([
      {
        act: 'report.submitted',
        via: 'cli',
        person_id: supplier().actor.personId,
        organisation_id: supplier().organisationId,
      },
    ]);
  });

  it('imports spend once, and reports a missing file', async () => {
    const books = file('grue.csv', ledger);
    const { code, lines } = await runCommand(
      'import',
      'spend',
      books,
      books,
      path.join(folder, 'none.csv'),
      '--buyer',
      '944117784',
      '--kind',
      'ledger',
      '--period',
      '2026-03',
    );
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { file: books, ok: true, batch: { state: 'posted', lines: 1, totals: { NOK: '3125.00' } } },
      { ok: false, code: 'batch-duplicate' },
      { ok: false, code: 'file-not-found' },
    ]);
  });

  it('imports a series as a new version; all cooperatives are recalculated, and their run names it', async () => {
    const index = file(
      'kpi.csv',
      'year;value\n2011;93,3\n2013;95,9\n2015;100\n2018;108,4\n2021;116,1\n2022;122,8\n2023;129,6\n2024;133,6\n',
    );
    const facts = [
      '--title',
      'KPI',
      '--source',
      'Statistisk sentralbyrå, tabell 03014',
      '--source-url',
      'https://www.ssb.no/statbank/table/03014/',
      '--licence',
      'CC BY 4.0',
    ];
    const { code, lines, log } = await runCommand('import', 'series', index, '--kind', 'price-index', ...facts);
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(lines).toEqual([{ id: expect.stringMatching(/^index-nok-/), years: 8, added: true }]);
    const [run] = await stand.asOwner<{ cause: string; series: string[] }>(
      `select cause, read -> 'series' as series from emissions.run order by number desc limit 1`,
    );
    expect(run).toMatchObject({
      cause: 'factor-book.prices-imported',
      series: expect.arrayContaining([(lines[0] as { id: string }).id]),
    });
    expect(await runCommand('import', 'series', index, '--kind', 'price-index', ...facts)).toMatchObject({
      code: 0,
      lines: [{ added: false }],
    });
    expect(
      await runCommand(
        'import',
        'series',
        file('short.csv', 'year;value\n2024;133,6\n'),
        '--kind',
        'price-index',
        ...facts,
      ),
    ).toMatchObject({ code: 1, log: expect.stringContaining('every year that') });
    expect(await runCommand('import', 'series', index, '--kind', 'price-index', ...facts.slice(2))).toMatchObject({
      code: 2,
      log: expect.stringContaining('--title'),
    });
    expect(await runCommand('import', 'price-shares', index, '--set', 'epa-supply-chain-1.3', ...facts)).toMatchObject({
      code: 1,
    });
  });

  it('imports footprints and links them', async () => {
    const footprints = file('fotavtrykk.json', JSON.stringify([pactFootprint()]));
    const { code, lines } = await runCommand('import', 'declaration', footprints, '--as', supplier().email);
    expect({ code, lines }).toMatchObject({
      code: 0,
      lines: [{ ok: true, declaration: { footprints: 1, linked: 1 } }],
    });
  });

  it.each([
    [['import', 'report', 'x.csv'], /--period is missing/],
    [['import', 'report', 'x.csv', '--period', '2026-03', '--submit'], /--submit needs --as/],
    [['import', 'report', 'x.csv', '--period', '2030-03', '--supplier', '311047116'], /No report is due for 2030-03/],
    [['import', 'spend', 'x.csv', '--buyer', 'Nowhere'], /no buyers here/],
    [['import', 'declaration', 'x.json'], /State with --supplier/],
    [['import', 'spend', 'x.csv', '--as', 'nobody@example.no'], /no one here has that e-mail/],
    [['export'], /Say what to export/],
    [['export', 'lines', '--from', 'March'], /is a month as 2026-01/],
    [['export', 'lines', '--json', '--csv'], /Choose one/],
  ])('rejects %j as wrong usage', async (argv, said) => {
    const { code, stdout, log } = await runCommand(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(log).toMatch(said);
  });
});

describe('export', () => {
  it.each([
    [
      'lines',
      {
        supplier: 'Finnskog Storkjøkken Engros',
        buyer: 'Kongsvinger kommune',
        itemNumber: '00512',
        amount: '3125.00',
        deliveredOn: '2026-03-03',
        file: 'mars.csv',
        row: 2,
      },
    ],
    [
      'matches',
      { supplier: 'Finnskog Storkjøkken Engros', buyer: 'Kongsvinger kommune', reportRow: 2, amount: '3125.00' },
    ],
    ['emissions', { buyer: 'Kongsvinger kommune', accountCode: '115', amount: '3125.00', currency: 'NOK' }],
    ['combined', { buyer: 'Kongsvinger kommune', reportedAmount: '3125.00', state: 'matched' }],
  ])('prints %s as JSON lines', async (what, row) => {
    const { code, lines } = await runCommand('export', what, '--json', '--buyer', '944117784');
    expect(code).toBe(0);
    expect(lines).toContainEqual(expect.objectContaining(row));
  });

  it('prints findings with their locations', async () => {
    await runCommand(
      'import',
      'report',
      file('feil.csv', reportCsv([{ ...marchLines[0]!, quantity: 'ca 10' }])),
      '--period',
      '2026-02',
      '--as',
      supplier().email,
    );
    const { lines } = await runCommand('export', 'findings', '--from', '2026-02', '--to', '2026-02');
    expect(lines).toContainEqual(
      expect.objectContaining({
        code: 'not-a-number',
        class: 18,
        row: 2,
        column: 'Antall',
        found: 'ca 10',
        period: '2026-02',
      }),
    );
  });

  it('prints CSV with headings and decimal commas', async () => {
    const { stdout } = await runCommand('export', 'lines', '--csv');
    const [headings = '', first = ''] = stdout.replace('\ufeff', '').split('\r\n');
    expect(headings).toMatch(/^agreement;supplier;buyer;/);
    expect(first).toContain(';3125,00;NOK;2026-03-03;');
  });

  it('shows a supplier only its own lines', async () => {
    expect((await runCommand('export', 'lines', '--as', supplier().email)).lines).toHaveLength(2);
    expect((await runCommand('export', 'lines', '--as', parties.suppliers[1]!.email)).lines).toHaveLength(0);
  });
});

describe('evidence', () => {
  it('is written, and reproduced from the written files alone', async () => {
    const [{ number } = { number: 0 }] = await stand.asOwner<{ number: number }>(
      'select max(number) as number from emissions.run',
    );
    const pack = path.join(folder, 'pack.zip');
    expect(await runCommand('evidence', String(number), '--out', pack, '--as', parties.manager.email)).toMatchObject({
      code: 0,
      lines: [{ run: number, file: pack, bytes: statSync(pack).size }],
    });
    expect(await runCommand('remake', pack)).toMatchObject({
      code: 0,
      lines: [{ run: number, holds: true, lines: 1, linesDiffering: 0 }],
    });
    expect(await runCommand('evidence', String(number), '--out', pack, '--as', parties.manager.email)).toMatchObject({
      code: 2,
      log: expect.stringContaining('already exists'),
    });
    const none = path.join(folder, 'none.zip');
    expect(await runCommand('evidence', '9999', '--out', none, '--as', parties.manager.email)).toMatchObject({
      code: 1,
      log: 'There is no run 9999.',
    });
    expect(existsSync(none)).toBe(false);
    expect(await runCommand('remake', file('text.zip', 'not a zip'))).toMatchObject({ code: 1, stdout: '' });
    expect(await runCommand('remake')).toMatchObject({
      code: 2,
      log: expect.stringContaining('Name the one evidence pack'),
    });
  });
});

it('demo load does not change a database in use', async () => {
  const world = path.join(folder, 'world.json');
  writeFileSync(world, '{}');
  expect(await runCommand('demo', 'load', folder)).toMatchObject({
    code: 1,
    lines: [{ loaded: false, reason: 'database-in-use' }],
  });
});
