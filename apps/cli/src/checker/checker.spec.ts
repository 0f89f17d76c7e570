import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { exampleTerms, hashOf } from '@tallgrunn/checks';
import { runCommand } from '../testing/call.ts';
import { documentAddress, fetchTemplate } from './fetch-template.ts';

const root = path.resolve(__dirname, '../../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-check-'));
const home = path.join(folder, 'empty');
const document = exampleTerms['monthly-food']();
const good =
  'Varenummer;Varenavn;Kunde;Antall;Enhet;Enhetspris;Beløp;Leveringsdato\n00412;Melk;Grue;2;STK;20,00;40,00;03.03.2026\n';
const bad = good.replace(';2;', ';ca 3;');
const files = {
  'good.csv': good,
  'bad.csv': bad,
  'mixed.csv': `${good}00413;Ost;Grue;ca 2;STK;45,00;90,00;04.03.2026\n`,
  'empty.csv': '',
  'headings.csv': 'Varenummer;Varenavn\n',
  'picture.xlsx': '\u0089PNG',
};
const named = [...Object.keys(files), 'missing.csv'].map((name) => path.join(folder, name));
const terms = path.join(folder, 'terms.json');
const context = path.join(folder, 'context.json');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** No package registry: a package with a missing dependency could not be installed. */
const env = {
  ...process.env,
  npm_config_cache: path.join(folder, 'cache'),
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
};
const run = (program: string, words: readonly string[], cwd: string): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(program, [...words], { cwd, env, maxBuffer: 50_000_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
const checker = (...words: string[]) => run('npx', ['--no-install', 'tallgrunn-check', ...words], home);

let server: Server;
let address: string;
const answers: Record<string, { status: number; body: string }> = {};

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  writeFileSync(terms, JSON.stringify(document));
  writeFileSync(
    context,
    JSON.stringify({
      agreement: { id: 'food', title: 'Mat' },
      period: { key: '2026-03', start: '2026-03-01', end: '2026-04-01' },
      buyers: { key: ['g'], name: ['Grue'] },
    }),
  );
  mkdirSync(home);
  expect(await run(process.execPath, [path.join(root, 'tools/build/build-checker.mts')], root)).toMatchObject({
    code: 0,
  });
  const packed = await run(
    'npm',
    ['pack', path.join(root, 'dist/apps/checker'), '--pack-destination', folder, '--silent'],
    home,
  );
  expect(packed).toMatchObject({ code: 0 });
  writeFileSync(path.join(home, 'package.json'), '{"private":true}');
  expect(await run('npm', ['install', path.join(folder, packed.stdout.trim()), '--silent'], home)).toMatchObject({
    code: 0,
  });
  server = createServer((request, response) => {
    const { status, body } = answers[request.url ?? ''] ?? { status: 404, body: '{"code":"not-found"}' };
    if (status === 302) response.setHeader('location', '/api/v1/public/templates/mat');
    response.statusCode = status;
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const whole = {
    slug: 'mat',
    title: document.title,
    version: 3,
    cooperative: 'Samkjøp',
    hash: hashOf(document),
    document,
  };
  const at = (slug: string, status: number, body: string) =>
    (answers[`/api/v1/public/templates/${slug}`] = { status, body });
  at('mat', 200, JSON.stringify(whole));
  at('withdrawn', 410, '{"code":"template-withdrawn"}');
  at('forged', 200, JSON.stringify({ ...whole, document: { ...document, currency: 'SEK' } }));
  at('moved', 302, '');
  at('page', 200, '<html></html>');
  at('large', 200, ' '.repeat(5 * 1024 * 1024));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('the checker as a package', () => {
  it('needs no other package, and includes licence, readme and third-party licences', () => {
    expect(readdirSync(path.join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'tallgrunn-check',
    ]);
    const place = path.join(home, 'node_modules/tallgrunn-check');
    const manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ license: 'EUPL-1.2', bin: { 'tallgrunn-check': 'tallgrunn-check.js' } });
    expect(manifest.dependencies).toBeUndefined();
    for (const name of ['LICENSE', 'README.md', 'THIRD-PARTY.txt'])
      expect(existsSync(path.join(place, name))).toBe(true);
    expect(readFileSync(path.join(place, 'THIRD-PARTY.txt'), 'utf8')).toMatch(/saxes[^]*xmlchars/);
    expect(readFileSync(path.join(place, 'tallgrunn-check.js'), 'utf8')).not.toContain(root);
  });

  it.each([['nb'], ['nn'], ['en']])(
    'prints exactly the output of tallgrunn check for each file, with the same exit code: %s',
    async (lang) => {
      for (const more of [[], ['--context', context]]) {
        const words = [...named, '--terms', terms, ...more, '--lang', lang, '--json'];
        const [own, whole] = [await checker(...words), await runCommand('check', ...words)];
        expect(own).toMatchObject({ code: whole.code, stdout: whole.stdout });
      }
      expect(await checker(named[0]!, '--terms', terms, '--json')).toMatchObject({ code: 0 });
    },
  );

  it('checks against a published template as against its document', async () => {
    const own = await checker(...named, '--template', `${address}/sjekk/mat?lang=nn`, '--json');
    expect(own).toMatchObject({
      code: 1,
      stdout: (await runCommand('check', ...named, '--terms', terms, '--json')).stdout,
    });
    expect(own.stderr).toContain('Samkjøp, version 3');
  });

  it('describes findings, locations and the acceptable amount for people', async () => {
    const { stdout, code } = await checker(named[2]!, '--terms', terms, '--lang', 'en');
    expect(code).toBe(1);
    expect(stdout).toContain('2 lines read, 1 can be accepted');
    expect(stdout).toMatch(/Stops rows: .+\n {4}D3: Found «ca 2»/);
    for (const lang of ['nb', 'nn'])
      expect((await checker(named[2]!, '--terms', terms, '--lang', lang)).stdout).toMatch(/D3: /);
  });

  it('passes no control characters of a file, a template or an address to a terminal', async () => {
    const all = [...Array.from({ length: 32 }, (_, at) => at), ...Array.from({ length: 33 }, (_, at) => 0x7f + at)]
      .filter((at) => ![9, 10, 13].includes(at))
      .map((at) => String.fromCharCode(at))
      .join('');
    const file = path.join(folder, 'forged\u001b]0;x\u0007\u009b2J.csv');
    writeFileSync(file, good.replace(';2;', ';ca\u001b[2J\u009b2J\u007f3;'));
    const title = Object.fromEntries(['nb', 'nn', 'en'].map((lang) => [lang, `Mat\u001b[2J${all}`]));
    answers['/api/v1/public/templates/controls'] = {
      status: 200,
      body: JSON.stringify({ title, version: 3, cooperative: `Samkjøp\u009b2J`, hash: hashOf(document), document }),
    };
    answers['/api/v1/public/templates/refused'] = { status: 400, body: JSON.stringify({ code: `no${all}` }) };
    const said: Ran[] = [
      await checker(file, '--terms', terms),
      await checker(file, '--template', `${address}/sjekk/controls`),
      await checker(file, '--template', `${address}/sjekk/refused`),
      await checker(file, '--template', `http://\u001b[2J.example`),
      await checker(`${folder}/no\u001b[2J.csv`, '--terms', terms),
    ];
    for (const { stdout, stderr } of said) expect(`${stdout}${stderr}`).not.toMatch(/[^\P{Cc}\t\n]/u);
    expect(said.map(({ code }) => code)).toEqual([1, 1, 2, 2, expect.any(Number)]);
    expect(said[0]!.stdout).toMatch(/D2: .*«ca\ufffd/);
    expect(said[1]!.stderr).toContain('Mat\ufffd[2J');
  });

  it.each([
    [[]],
    [['good.csv']],
    [['good.csv', '--terms', 'none.json']],
    [['good.csv', '--terms', 'a', '--template', 'b']],
    [['good.csv', '--fast']],
    [['good.csv', '--template', 'http://example.no/sjekk/mat']],
  ])('exits with 2 for %j, with nothing on stdout', async (words) => {
    const { code, stdout, stderr } = await checker(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });
});

describe('fetching a template', () => {
  it('states the reason of a failure', async () => {
    for (const [slug, why] of [
      ['withdrawn', /withdrawn/],
      ['forged', /differs from its own hash/],
      ['moved', /could not be fetched/],
      ['page', /gave no template/],
      ['large', /more than \d+ bytes/],
      ['nothing', /not-found/],
    ] as const) {
      await expect(fetchTemplate(`${address}/sjekk/${slug}`)).rejects.toThrow(why);
    }
  });

  it('respects the time limit', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const place = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/sjekk/mat`;
    await expect(fetchTemplate(place, { milliseconds: 100, bytes: 1000 })).rejects.toThrow(
      /no answer within 0\.1 seconds/,
    );
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('accepts https, and http from this machine only', () => {
    expect(documentAddress('https://innkjop.example.no/sjekk/mat-og-drikke?lang=nb').href).toBe(
      'https://innkjop.example.no/api/v1/public/templates/mat-og-drikke',
    );
    expect(documentAddress('http://localhost:3000/sjekk/mat/').href).toBe(
      'http://localhost:3000/api/v1/public/templates/mat',
    );
    for (const wrong of [
      'http://example.no/sjekk/mat',
      'http://localhost.example.no/sjekk/mat',
      'ftp://localhost/sjekk/mat',
      'https://u:p@example.no/sjekk/mat',
      'https://example.no/sjekk/',
      'https://example.no/sjekk/../../etc',
      'mat',
    ])
      expect(() => documentAddress(wrong)).toThrow(/--template/);
  });
});
