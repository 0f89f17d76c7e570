import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatViolations } from './violation.ts';
import { projectRoot } from './project-files.ts';
import { deadLinks, machinePaths, hostsNamed } from './repository.ts';

describe('the repository', () => {
  it('names no path of a particular machine', () => expect(formatViolations(machinePaths(projectRoot))).toEqual([]));
  it('names no registry host in the lockfile', () => expect(hostsNamed(projectRoot)).toEqual([]));
  it('has documents with valid links', () => expect(formatViolations(deadLinks(projectRoot))).toEqual([]));
});

describe('a planted', () => {
  let copy = '';
  beforeEach(() => (copy = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-repository-'))));
  afterEach(() => rmSync(copy, { recursive: true }));

  function plant(file: string, text: string): void {
    mkdirSync(path.join(copy, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }

  it('path of a machine is reported, and a part of an address is not', () => {
    plant('docs/a.md', 'see\n/home/kari/tallgrunn');
    plant('docs/b.md', 'https://example.org/home/kari and src/home/page.ts');
    expect(formatViolations(machinePaths(copy))).toEqual(['docs/a.md:2 names a place of one machine: /home/']);
  });

  it('host in the lockfile is reported', () => {
    plant(
      'package-lock.json',
      '{"resolved": "https://packages.example/a/-/a.tgz"}{"resolved": "http://mirror.local/b.tgz"}',
    );
    expect(hostsNamed(copy)).toEqual(['packages.example', 'mirror.local']);
  });

  it('dead link, dead anchor and missing picture are reported, and code is accepted', () => {
    plant(
      'README.md',
      '# Top\n[a](docs/a.md) [b](docs/none.md)\n[c](docs/a.md#Here) [d](docs/a.md#the-end-of-it) [e](#top)\n![p](p.png) `[x](y.md)` [w](https://example.org)',
    );
    plant('docs/a.md', '## The *end* of it\n[up](../README.md)');
    expect(formatViolations(deadLinks(copy))).toEqual([
      'README.md:2 points at docs/none.md, which is not there',
      'README.md:3 points at docs/a.md#Here, and there is no such heading',
      'README.md:4 points at p.png, which is not there',
    ]);
  });
});
