import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONFIG, MessageSeal, UnitOfWork, type Actor, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { uuidv7 } from '@tallgrunn/values';
import { setUpFollowUp } from '../../testing.ts';
import { OpenCase } from '../open-case.ts';
import { ShowCase } from '../show-case.ts';
import { caseEmail } from './case-email.ts';
import { parseEmail } from './parse-email.ts';
import { ReadReplies } from './read-replies.ts';
import { makeReplyToken, readReplyToken, replyAddressOf } from './reply-token.ts';
import { SendCaseMessage } from './send-case-message.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const multipart = `From: Kari <kari@Leverandor.test>
To: svar+x@riik.test
Subject: Re: S-2026-00001
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Vi sender p=E5 fredag.
Hilsen K=
ari

Den 20. april 2026 kl. 10:00 skrev Ingrid:
> Hvor er rapporten?
--b1
Content-Type: text/html

<p>Vi sender</p>
--b1--
`;

describe('parseEmail', () => {
  it('parses the plain text of a multipart e-mail without quoted text', () => {
    expect(parseEmail(bytes(multipart))).toMatchObject({
      text: 'Vi sender på fredag.\nHilsen Kari',
      from: 'kari@leverandor.test',
      isAutomatic: false,
    });
  });

  it('parses base64 and plain bodies, and returns null without plain text', () => {
    const base64 = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${bytes('Blåbær').toString('base64')}\n`;
    expect(parseEmail(bytes(base64))?.text).toBe('Blåbær');
    expect(parseEmail(bytes('Subject: x\r\n\r\nHei\r\n'))?.text).toBe('Hei');
    expect(parseEmail(bytes('Content-Type: text/html\n\n<p>Hei</p>'))?.text).toBeNull();
  });

  it('recognises absence notices and rejects an e-mail that is too large', () => {
    expect(parseEmail(bytes('Auto-Submitted: auto-replied\n\nJeg er borte.'))?.isAutomatic).toBe(true);
    expect(parseEmail(new Uint8Array(5_000_001))).toBeNull();
  });

  it('ends for any depth of nested parts', () => {
    const nested = Array.from(
      { length: 40 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    expect(parseEmail(bytes(`${nested.join('')}\nHei`))?.text).toBeNull();
  });
});

describe('reply token', () => {
  it('contains its cooperative, independent of letter case', () => {
    const cooperativeId = uuidv7(new Date());
    const { token, hash } = makeReplyToken(cooperativeId);
    const address = replyAddressOf('svar@riik.test', token);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    expect(readReplyToken(address.toUpperCase())).toEqual({ cooperativeId, hash });
    expect(readReplyToken('svar@riik.test')).toBeNull();
  });
});

describe('caseEmail', () => {
  it.each(['nb', 'nn', 'en'] as const)('states author, subject and how to reply (%s)', (language) => {
    const { subject, text } = caseEmail(language, {
      number: 'S-2026-00001',
      kind: 'late',
      title: '',
      from: 'Ingrid Berg, RIIK',
      supplier: 'Finnskog AS',
      agreement: 'Mat',
      body: 'Hvor er rapporten?',
      link: 'https://riik.test/cases/1',
      canReply: true,
    });
    expect(subject).toMatch(/^S-2026-00001: /);
    for (const part of ['Ingrid Berg, RIIK', 'Finnskog AS', 'Mat', 'Hvor er rapporten?', 'https://riik.test/cases/1'])
      expect(text).toContain(part);
  });
});

describe('reply by e-mail', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeAll(async () => {
    ({ stand, parties } = await setUpFollowUp());
  });
  afterAll(() => stand.close());

  const as = <T>(actor: Actor, work: () => Promise<T>) => stand.get(UnitOfWork).run(actor, work);

  /** Returns the reply address of the queued e-mail. */
  async function replyAddress(): Promise<string> {
    const [job] = await stand.asOwner<{ sealed: string }>(
      `select data #>> '{payload,sealed}' as sealed from pgboss.job where name = 'platform.deliver-mail' order by created_on desc limit 1`,
    );
    return stand.get(MessageSeal).open<{ replyTo: string }>(job!.sealed).replyTo;
  }

  it('is added to the case with its recipient as author, and moved out of the folder', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'replies-'));
    Object.assign(stand.app.get<Config>(CONFIG), { mailReplyAddress: 'svar@riik.test', mailRepliesFolder: folder });
    const { id } = await as(parties.manager.actor, () =>
      stand
        .get(OpenCase)
        .run({ kind: 'poor-data', supplierId: parties.suppliers[0]!.organisationId, message: 'Enhet mangler.' }),
    );
    const { entries } = await as(parties.manager.actor, () => stand.get(ShowCase).run(id));
    const entryId = entries.find(({ kind }) => kind === 'message')!.id;
    await as(parties.system, () =>
      stand
        .get(SendCaseMessage)
        .run({ name: 'follow-up.message-written', subjectId: id, payload: { caseId: id, entryId } }),
    );
    await writeFile(path.join(folder, '1.eml'), multipart.replace('svar+x@riik.test', await replyAddress()));
    await writeFile(path.join(folder, '2.eml'), multipart);
    expect(await stand.get(ReadReplies).run()).toEqual({ added: 1, 'no-address': 1 });
    expect(await readdir(path.join(folder, 'added'))).toEqual(['1.eml']);
    const after = await as(parties.manager.actor, () => stand.get(ShowCase).run(id));
    expect(after.status).toBe('waiting-for-us');
    expect(after.entries.at(-1)).toMatchObject({
      kind: 'message',
      body: 'Vi sender på fredag.\n•••',
      author: { side: 'supplier', name: 'kari@leverandor.test' },
    });
  });
});
