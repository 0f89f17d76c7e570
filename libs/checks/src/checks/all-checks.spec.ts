import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { en, enFixes, enCodeTexts } from '../texts/en.ts';
import { templateParams } from '../texts/fill-template.ts';
import { nb, nbFixes, nbCodeTexts } from '../texts/nb.ts';
import { nn, nnFixes, nnCodeTexts } from '../texts/nn.ts';
import type { CheckText } from '../texts/check-text.ts';
import { allChecks } from './all-checks.ts';

const pages = join(__dirname, '../../../../docs/checks');
const page = (id: string): string => readFileSync(join(pages, `${id}.md`), 'utf8');
const ids = allChecks.map((check) => check.id);
const plain = (text: string): string[] => [...new Set(templateParams(text).all)].sort();

describe('checks, texts and pages', () => {
  it('have one of each', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(nb).sort()).toEqual([...ids].sort());
    expect(
      readdirSync(pages)
        .filter((name) => name !== 'README.md')
        .sort(),
    ).toEqual(ids.map((id) => `${id}.md`).sort());
    const files = readdirSync(__dirname).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== 'all-checks.ts',
    );
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it.each(allChecks.map((check) => [check.id, check] as const))(
    'documents %s with its current properties',
    (id, check) => {
      const text = page(id);
      expect(text).toContain(`\`${id}\` · class ${check.class} · ${check.severity} (`);
      for (const heading of ['What it finds', 'Why', 'Example', 'What to do', 'Parameters'])
        expect(text).toContain(`\n## ${heading}\n`);
      for (const [name, value] of Object.entries(check.params ?? {}))
        expect(text).toContain(`| \`${name}\` | ${String(value)} |`);
      expect(page('README')).toContain(`(${id}.md) | \`${id}\` | ${check.class || '–'} | ${check.severity} |`);
      expect(existsSync(join(__dirname, `${id}.spec.ts`))).toBe(true);
      expect(Object.isFrozen(check)).toBe(true);
      expect(check.class).toBeLessThanOrEqual(76);
    },
  );

  it.each(ids)('has the same parameters for %s in three languages', (id) => {
    const texts = [nb, nn, en].map((each) => (each as Record<string, CheckText>)[id]!);
    for (const part of ['title', 'message', 'todo'] as const) {
      expect(texts.map((text) => plain(text[part]))).toEqual(texts.map(() => plain(texts[0]![part])));
      for (const text of texts)
        expect(text[part]).toMatch(part === 'title' ? /^\P{Ll}.*[^:]$/u : /^[\P{Ll}[].*[.?\]]$/u);
    }
    expect(texts[2]!.message).not.toBe(texts[0]!.message);
  });

  it('has the same for fixes and code texts', () => {
    for (const [first, ...others] of [
      [nbFixes, nnFixes, enFixes],
      [nbCodeTexts, nnCodeTexts, enCodeTexts],
    ] as Record<string, string>[][]) {
      for (const [key, text] of Object.entries(first!))
        for (const other of others) expect(plain(other[key]!)).toEqual(plain(text));
    }
  });

  it('blames no one', () => {
    const all = [nb, nn, en].flatMap((each) =>
      Object.values(each as Record<string, CheckText>).flatMap((text) => [text.title, text.message, text.todo]),
    );
    for (const text of all)
      expect(text).not.toMatch(/\b(ugyldig bruk|du har feil|din feil|your mistake|illegal|forbudt|!)/i);
  });
});
