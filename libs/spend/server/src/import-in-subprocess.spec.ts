import { readdir, readFile } from 'node:fs/promises';
import { agreements } from '@tallgrunn/agreements-server';
import { messageOf } from '@tallgrunn/formats';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { ReadInSubprocess } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { languages } from '@tallgrunn/values';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let usual: ReadInSubprocess['limitsOf'];
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  usual = stand.get(ReadInSubprocess).limitsOf;
});
afterAll(() => stand.close());
afterEach(() => {
  stand.get(ReadInSubprocess).limitsOf = usual;
});

const heading =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst\n';
const ledger = (rows: number) =>
  heading +
  Array.from(
    { length: rows },
    (_, n) => `${n};05.03.2026;202603;115;4010;253;50012;Finnskog;311047116;${n};10,00;Faktura\n`,
  ).join('');

/** Kills the reading process, as the operating system does when memory runs out. */
async function fell(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const [words, stat] = await Promise.all(
        ['cmdline', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
      );
      if (!words?.includes('read-ledger.program') || Number(stat?.split(') ')[1]?.split(' ')[1]) !== process.pid)
        continue;
      process.kill(Number(pid), 'SIGKILL');
      return;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('nobody was reading');
}

describe('ledger whose reading fails', () => {
  const load = (name: string) => postBatch(stand, parties.buyers[0]!.actor, name, ledger(3_000));
  const standing = (id: string) => stand.asOwner('select 1 from spend.posting where batch_id = $1', [id]);

  it('is refused above the memory limit, leaves no data, and can be imported again', async () => {
    stand.get(ReadInSubprocess).limitsOf = () => ({ memoryBytesMax: 1, secondsMax: 60 });
    const refused = await load('minne.csv');
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'memory-limit-exceeded' }, lines: 0 });
    expect(await standing(refused.id)).toEqual([]);
    stand.get(ReadInSubprocess).limitsOf = usual;
    expect(await load('minne.csv')).toMatchObject({ state: 'posted', lines: 3_000 });
  });

  it('is refused above the time limit', async () => {
    stand.get(ReadInSubprocess).limitsOf = () => ({ memoryBytesMax: 1e9, secondsMax: 0.05 });
    const refused = await postBatch(stand, parties.buyers[1]!.actor, 'tid.csv', ledger(2_000));
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'time-limit-exceeded' } });
  });

  it('is refused when its process is killed, and the worker continues', async () => {
    const [refused] = await Promise.all([
      postBatch(stand, parties.buyers[1]!.actor, 'falt.csv', ledger(60_000)),
      fell(),
    ]);
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'reader-crashed' } });
    expect(await standing(refused.id)).toEqual([]);
    expect(await postBatch(stand, parties.buyers[1]!.actor, 'neste.csv', ledger(10))).toMatchObject({
      state: 'posted',
      lines: 10,
    });
  });

  it('states the reason and what to do', () => {
    for (const code of ['memory-limit-exceeded', 'time-limit-exceeded', 'reader-crashed']) {
      for (const language of languages)
        expect(
          messageOf({ code, params: {}, severity: 'blocksFile', place: null, found: null, expected: null }, language),
        ).not.toContain(code);
    }
  });
});
