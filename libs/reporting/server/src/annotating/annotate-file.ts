import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { annotateFindings, type Finding } from '@tallgrunn/checks';
import { serveRequests, openFile } from '@tallgrunn/platform/subprocess';
import { annotateFile } from '@tallgrunn/tabular';
import type { AnnotateRequest } from './annotate-request.ts';

// Program run in a subprocess: opens an untrusted file and writes a copy with its findings. It has no access to the
// database or the network.

async function* findingsIn(path: string): AsyncGenerator<Finding> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    yield JSON.parse(line) as Finding;
}

async function annotate({ file, name, findings, groups, language, corrected, out }: AnnotateRequest): Promise<void> {
  const source = await openFile(file);
  const annotations = await annotateFindings({ findings: () => findingsIn(findings), groups, language, corrected });
  await pipeline(Readable.from(annotateFile(source, name, annotations)), createWriteStream(out, { mode: 0o600 }));
  await source.close();
}

await serveRequests(annotate);
