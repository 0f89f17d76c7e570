import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { calculate, closeLedgers, postLedger, publishPart } from '@tallgrunn/emissions-server/testing';
import { administrator, setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { readOffice, readPdf, type TestApp } from '@tallgrunn/platform/testing';
import { runCommand } from '../testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-cli-sheet-'));
const before = { ...process.env };
let stand: TestApp;
let parties: Parties;
let publicationId: string;

beforeAll(async () => {
  stand = await startAllRooms();
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_DATA: path.join(folder, 'data'),
  });
  parties = await setUpParties(stand);
  await postLedger(stand, parties, [{ account: '115', amount: '900000', on: '2026-01-05' }]);
  await calculate(stand, parties);
  await closeLedgers(stand, parties);
  const [manager, approver] = [
    await signIn(stand, parties.manager.email),
    await administrator(stand, parties, 'godkjenner@example.no'),
  ];
  publicationId = await publishPart(manager, approver, 1, {
    caseNumber: '26/1',
    scope: 'Januar.',
    from: '2026-01',
    to: '2026-01',
  });
});
afterAll(async () => {
  process.env = before;
  await stand.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const nameOf = async ({ organisationId }: { organisationId: string }) =>
  (await stand.asOwner<{ name: string }>('select name from identity.organisation where id = $1', [organisationId]))[0]
    ?.name ?? '';

describe('council-sheet', () => {
  it('writes the page in each format, and prints what it wrote', async () => {
    const pdf = await runCommand('council-sheet', '26/1', '--out', at('alle.pdf'));
    expect(pdf.lines).toEqual([
      {
        publication: publicationId,
        run: 1,
        buyer: null,
        file: at('alle.pdf'),
        bytes: readFileSync(at('alle.pdf')).length,
      },
    ]);
    expect(readPdf(readFileSync(at('alle.pdf'))).text).toContain('26/1');
    for (const format of ['pptx', 'docx'] as const) {
      const { code } = await runCommand('council-sheet', '26/1', '--out', at(`alle.${format}`), '--lang', 'nn');
      expect(code).toBe(0);
      const { paragraphs } = await readOffice(readFileSync(at(`alle.${format}`)));
      expect(paragraphs.join(' ')).toContain('26/1');
    }
  });

  it('writes the page of one municipality, as its own user or for it', async () => {
    const { email, organisationId } = parties.buyers[0]!;
    const name = await nameOf(parties.buyers[0]!);
    for (const [file, words] of [
      ['for.pdf', ['--buyer', name]],
      ['av.pdf', ['--as', email]],
    ] as const) {
      const { code } = await runCommand('council-sheet', '26/1', '--out', at(file), ...words);
      expect(code).toBe(0);
      expect(readPdf(readFileSync(at(file))).text).toContain(name);
    }
    const written = await stand.asOwner<{ buyer: string | null }>(
      `select details ->> 'buyerId' as buyer from platform.audit_entry where act = 'council-sheet.downloaded' order by id`,
    );
    expect(written.map((each) => each.buyer)).toEqual([null, null, null, organisationId, organisationId]);
  });

  it.each([
    ['an unknown case number', ['26/9', '--out', 'x.pdf'], 1, /no publication with the case number 26\/9/],
    ['another format', ['26/1', '--out', 'x.txt'], 2, /must end in \.pdf, \.pptx, \.docx/],
    ['no file', ['26/1'], 2, /--out is missing/],
    ['no case number', ['--out', 'x.pdf'], 2, /case number/],
    ['an unknown municipality', ['26/1', '--out', 'x.pdf', '--buyer', 'Ukjent'], 2, /no buyers here/],
  ])('rejects %s, and writes nothing', async (_case, [first = '', ...words], code, message) => {
    const placed = words.map((word) => (word.startsWith('x.') ? at(word) : word));
    const said = await runCommand('council-sheet', ...[first, ...placed].filter(Boolean));
    expect(said).toMatchObject({ code, stdout: '' });
    expect(said.log).toMatch(message);
    expect(existsSync(at('x.pdf'))).toBe(false);
  });

  it('leaves an existing file as it is, and lets no supplier read', async () => {
    expect(await runCommand('council-sheet', '26/1', '--out', at('alle.pdf'))).toMatchObject({
      code: 2,
      log: expect.stringContaining('already exists'),
    });
    const { email } = parties.suppliers[0]!;
    expect(await runCommand('council-sheet', '26/1', '--out', at('x.pdf'), '--as', email)).toMatchObject({ code: 2 });
  });

  it('says when the publication contains nothing of the municipality', async () => {
    const other = await nameOf(parties.buyers[1]!);
    expect(await runCommand('council-sheet', '26/1', '--out', at('x.pdf'), '--buyer', other)).toMatchObject({
      code: 1,
      log: expect.stringContaining('contains nothing of this municipality'),
    });
  });
});
