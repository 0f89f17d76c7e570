import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { CONFIG, Database, FileStore, UnitOfWork, type Actor, type Config } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from '../room.ts';
import { PollInbox } from './poll-inbox.ts';

let stand: TestApp;
let parties: Parties;
let inbox: string;
let box: string;
let systems: Actor[];
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  systems = [parties.system];
  inbox = path.join(stand.app.get<Config>(CONFIG).dataFolder, 'inbox');
  box = path.join(inbox, 'kongsvinger');
  await mkdir(box, { recursive: true });
  await stand.work();
});
afterAll(() => stand.close());
beforeEach(() => {
  stand.get(PollInbox).unmodifiedMs = 0;
});

const heading = 'Bilagsnummer;Bilagsdato;Art;Organisasjonsnummer;Fakturanummer;Beløp\n';
const ledger = (voucher: number, amount = '10,00') =>
  `${heading}${voucher};05.03.2026;115;311047116;${voucher};${amount}\n`;
const settings = (more: object = {}) =>
  writeFile(
    path.join(box, 'inbox.json'),
    JSON.stringify({ buyer: '944 117 784', language: 'nb', profile: 'visma-like', ...more }),
  );
const look = () => stand.get(PollInbox).run(inbox, systems);
const put = (name: string, text: string) => writeFile(path.join(box, name), text);
const names = async (folder: string) => (await readdir(path.join(box, folder)).catch(() => [] as string[])).sort();
const said = (folder: string, name: string) => readFile(path.join(box, folder, name), 'utf8');
const batches = () =>
  stand.asOwner<{
    number: string;
    state: string;
    file_name: string;
    buyer_id: string;
    received_by: string | null;
    lines: number;
  }>('select number, state, file_name, buyer_id, received_by, lines from spend.batch order by number');

/** Polls until no file is being processed. */
async function rested(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await look();
    if ((await names('working')).length === 0) return;
    await sleep(100);
  }
  throw new Error('The inbox never came to rest.');
}

describe('inbox folder for scheduled exports', () => {
  it('reports invalid settings in the folder, and leaves the files until they are corrected', async () => {
    await put('bok.csv', ledger(1));
    for (const [more, word] of [
      [{ buyer: '123' }, 'buyer'],
      [{ kind: 'books' }, 'kind'],
      [{ buyer: '311433628' }, 'Ingen kjøper'],
      [{ profile: 'ukjent' }, 'ukjent'],
    ] as const) {
      await settings(more);
      await look();
      expect(await readFile(path.join(box, 'inbox-stopped.txt'), 'utf8')).toContain(word);
    }
    expect([await batches(), await names('.')]).toEqual([[], ['bok.csv', 'inbox-stopped.txt', 'inbox.json']]);
    await settings();
    await rested();
    expect(await names('.')).toEqual(['done', 'inbox.json', 'working']);
    const [batch] = await batches();
    expect(batch).toMatchObject({
      state: 'posted',
      file_name: 'bok.csv',
      buyer_id: parties.buyers[0]!.organisationId,
      received_by: null,
      lines: 1,
    });
    expect(await names('done')).toEqual([`${batch!.number} bok.csv`, `${batch!.number} bok.csv.txt`]);
    expect((await said('done', `${batch!.number} bok.csv.txt`)).replace(/\s/g, ' ')).toContain(
      `Importert som ${batch!.number}: 1 linje, 10,00 kr.`,
    );
  });

  it('ignores files that are still being written or have a name for partial files', async () => {
    stand.get(PollInbox).unmodifiedMs = 1_000;
    await put('halv.csv', heading);
    await put('halv2.csv.part', ledger(2));
    await look();
    await writeFile(path.join(box, 'halv.csv'), ledger(2));
    await look();
    expect(await names('working')).toEqual([]);
    await sleep(1_200);
    await rested();
    expect((await batches()).at(-1)).toMatchObject({ file_name: 'halv.csv', lines: 1 });
    expect(await names('.')).toContain('halv2.csv.part');
    await rm(path.join(box, 'halv2.csv.part'));
  });

  it('refuses unreadable files and duplicates, each with the reason in a text next to it', async () => {
    await put('bilde.csv', 'PNG ikke en tabell');
    await put('kopi.csv', ledger(1));
    await rested();
    const texts = await Promise.all(
      (await names('refused')).filter((name) => name.endsWith('.txt')).map((name) => said('refused', name)),
    );
    expect(texts.join('\n')).toMatch(/den samme filen er allerede importert som S-/);
    expect(texts.join('\n')).toMatch(/Ingen av profilene|Fant ingen rad|overskrift/);
    expect((await names('refused')).filter((name) => !name.endsWith('.txt'))).toHaveLength(2);
  });

  it('is polled by one worker at a time', async () => {
    await put('en-om-gangen.csv', ledger(70));
    await stand.get(UnitOfWork).run({ ...parties.system }, async () => {
      await stand.get(Database).query(`select pg_advisory_xact_lock(hashtextextended('spend.inbox', 0))`);
      await look();
      expect(await names('.')).toContain('en-om-gangen.csv');
    });
    await rested();
    expect(await names('.')).not.toContain('en-om-gangen.csv');
  });

  it('imports a file once, for any number of polls and workers, also after a crash between receiving and moving', async () => {
    const before = (await batches()).length;
    await put('mars.csv', ledger(7));
    await Promise.all([look(), look(), look()]);
    const [working] = await names('working');
    // Simulates a kill: the file is received but still in its original place.
    if (working) await rename(path.join(box, 'working', working), path.join(box, 'mars.csv'));
    await rested();
    expect((await batches()).length).toBe(before + 1);
    expect((await names('done')).filter((name) => name.endsWith('mars.csv'))).toHaveLength(1);
    expect(await readdir(stand.get(FileStore).spoolFolder)).toEqual([]);
  });

  it('accepts names of maximum length, and reports that a copy needs no action', async () => {
    const name = `${'å'.repeat(120)} mars.csv`;
    await put(name, ledger(11));
    await rested();
    const done = (await names('done')).filter((each) => each.includes('ååå'));
    expect(done).toHaveLength(2);
    expect(done[0]).toMatch(/^S-[\d-]+ å+\.csv$/);
    expect((await batches()).at(-1)).toMatchObject({ file_name: name, state: 'posted' });
    expect(await readdir(stand.get(FileStore).spoolFolder)).toEqual([]);
    await put('igjen.csv', ledger(11));
    await rested();
    const again = (await names('refused')).find((each) => each.endsWith('igjen.csv.txt'));
    expect(await said('refused', again!)).toMatch(/allerede importert som S-.+Du trenger ikke å gjøre noe\./);
  });

  it('is polled also when another folder fails, and when an editor added a byte order mark', async () => {
    const broken = path.join(inbox, 'aaa');
    await mkdir(path.join(broken, 'inbox.json'), { recursive: true });
    await writeFile(
      path.join(box, 'inbox.json'),
      `\ufeff${JSON.stringify({ buyer: '944117784', profile: 'visma-like' })}`,
    );
    await put('april.csv', ledger(12));
    await rested();
    expect((await batches()).at(-1)).toMatchObject({ file_name: 'april.csv', state: 'posted' });
    await rm(broken, { recursive: true });
  });

  it('reports folders and links, ignores Excel’s lock files, and stores no person in the name of a batch', async () => {
    await mkdir(path.join(box, 'juni'));
    await symlink('/etc/hostname', path.join(box, 'lenke.csv'));
    await put('~$bok.xlsx', 'x');
    await put('bok_kari_nordmann_13097248022.csv', ledger(21));
    const before = (await batches()).length;
    await rested();
    expect(await readFile(path.join(box, 'inbox-passed-over.txt'), 'utf8')).toBe(
      'Dette er ikke filer og ble hoppet over: juni, lenke.csv. Legg filene selv i mappen.\n',
    );
    expect((await batches()).slice(before)).toMatchObject([
      { file_name: expect.stringMatching(/^S-2026-\d{5}\.csv$/), state: 'posted' },
    ]);
    for (const name of ['juni', 'lenke.csv', '~$bok.xlsx']) await rm(path.join(box, name), { recursive: true });
    await look();
    expect(await names('.')).not.toContain('inbox-passed-over.txt');
  });

  it('reports next to a file how much of it was imported before', async () => {
    await put('to.csv', `${ledger(22)}${ledger(23).split('\n')[1]}\n`);
    await rested();
    await put('tre.csv', `${ledger(22)}${ledger(24).split('\n')[1]}\n`);
    await rested();
    const told = (await names('done')).filter((name) => name.endsWith('tre.csv.txt'));
    expect(await said('done', told[0]!)).toContain('Duplikater, telles bare én gang: 1.');
  });

  it('deletes files after a week and retains the texts', async () => {
    const [file] = await names('done');
    const real = Date.now;
    await utimes(path.join(box, 'done', file!), new Date(), new Date());
    Date.now = () => real() + 8 * 24 * 3600_000;
    try {
      await look();
    } finally {
      Date.now = real;
    }
    expect((await names('done')).every((name) => name.endsWith('.txt'))).toBe(true);
    expect((await names('done')).length).toBeGreaterThan(2);
  });
});
