import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig, requireHttps } from '@tallgrunn/platform';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '../..');
const page = readFileSync(path.join(root, 'docs/operators.md'), 'utf8');

/** Returns the code block of the operators' page that begins with this comment. */
function blockOf(comment: string): string {
  const [, block] = new RegExp(`^\`\`\`\\n# ${comment.replaceAll('.', '\\.')}.*\\n([^]*?)\`\`\``, 'm').exec(page) ?? [];
  if (block === undefined) throw new Error(`docs/operators.md has no block ${comment}`);
  return block;
}

interface Compose {
  readonly services: Record<string, { command?: string[]; environment?: Record<string, string>; env_file: string }>;
}

describe('the example of several machines on the operators’ page', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-docs-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has settings that the programs accept, with secrets filled in', () => {
    const secret = path.join(folder, 's3-secret');
    writeFileSync(secret, 'only-for-tests\n');
    const env = Object.fromEntries(
      blockOf('/etc/tallgrunn.env')
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace('…', 'filled-in')]),
    );
    const config = readConfig({
      ...env,
      TALLGRUNN_DATA: folder,
      HOST: '0.0.0.0',
      S3_SECRET_ACCESS_KEY_FILE: env['S3_SECRET_ACCESS_KEY_FILE']?.replace('/etc/tallgrunn/s3-secret', secret),
    });
    requireHttps(config);
    expect(config.s3).toMatchObject({ bucket: 'tallgrunn-files', prefix: 'production/', accessKeyId: 'filled-in' });
    expect(config.s3?.secretAccessKey()).toBe('only-for-tests');
    expect(config.trustedProxies).toEqual(['10.0.0.0/24']);
  });

  it('starts the programs as the file for one machine does, with the same settings', () => {
    const { services } = parse(blockOf('compose.yaml')) as Compose;
    const one = parse(readFileSync(path.join(root, 'docker/compose.yaml'), 'utf8'), { merge: true }) as Compose;
    expect(Object.keys(services)).toEqual(['serve', 'work']);
    expect(services['work']?.command).toEqual(one.services['work']?.command);
    expect([services['serve']?.env_file, services['work']?.env_file]).toEqual([
      '/etc/tallgrunn.env',
      '/etc/tallgrunn.env',
    ]);
    for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_PREFIX', 'S3_PATH_STYLE'])
      expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  });
});
