import { createServer } from 'node:http';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { root } from '../../tools/project.mts';
import { findBrowser } from '../support/browser.ts';
import type { Case, RedactedCopy } from './corpus.ts';

// Subprocess: checks the files of a corpus folder in a real browser, and prints one line {name, verdict, sent} per
// file. `sent` is the redacted copy that would be submitted instead of the file, if any; it is written alongside the
// others.

const [corpus] = process.argv.slice(2) as [string];
const built = path.join(corpus, 'built');
await mkdir(built, { recursive: true });

/** Bundles the page and the product's worker for a browser. */
async function bundle(): Promise<void> {
  const input = {
    page: path.join(root, 'test/parity/page.ts'),
    worker: path.join(root, 'libs/reporting/web/src/checking/check.worker.ts'),
  };
  const made = await rolldown({
    input,
    platform: 'browser',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'silent',
  });
  await made.write({ dir: built, format: 'esm', entryFileNames: '[name].js' });
  await made.close();
}

const kinds: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves the blank page, the bundles and the corpus. Returns its address. */
async function serve(): Promise<{ address: string; close(): void }> {
  const server = createServer(({ url = '/' }, response) => {
    const place = decodeURIComponent(url.split('?')[0]!);
    if (place === '/')
      return void response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><script type="module" src="/corpus/built/page.js"></script>');
    const file = path.join(corpus, place.replace(/^\/corpus\//, ''));
    readFile(file).then(
      (bytes) => response.setHeader('content-type', kinds[path.extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

interface Answer {
  readonly verdict: string;
  readonly sent: (RedactedCopy & { readonly base64: string }) | null;
}

async function ask(page: Page, cases: readonly Case[]): Promise<void> {
  await page.waitForFunction('typeof verdictOf === "function"');
  for (const { name, asked } of cases) {
    const { verdict, sent } = await page.evaluate<Answer>(
      `verdictOf(${JSON.stringify(name)}, ${JSON.stringify(asked)}, '/corpus/built/worker.js')`,
    );
    if (sent) await writeFile(path.join(corpus, `sent-${sent.name}`), Buffer.from(sent.base64, 'base64'));
    process.stdout.write(
      `${JSON.stringify({ name, verdict, sent: sent && { name: `sent-${sent.name}`, withheld: sent.withheld, changesLines: sent.changesLines } })}\n`,
    );
  }
}

await bundle();
const cases = JSON.parse(await readFile(path.join(corpus, 'cases.json'), 'utf8')) as Case[];
const server = await serve();
const opened = await chromium.launch(await findBrowser());
try {
  const page = await opened.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  await page.goto(server.address);
  await ask(page, cases);
} finally {
  await opened.close();
  server.close();
}
