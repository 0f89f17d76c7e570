import { strFromU8, unzipSync } from 'fflate';
import { letterDocument } from './letter-document.ts';

describe('letterDocument', () => {
  const letter = {
    language: 'nn' as const,
    subject: 'Krav & svar',
    text: 'Første linje\nandre <linje>\n\nNytt avsnitt\u0007',
  };

  it('contains the subject as a heading, and each paragraph with its lines', () => {
    const files = unzipSync(letterDocument(letter));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(Object.keys(files).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
    expect([...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)).toEqual([
      'Krav &amp; svar',
      'Første linje',
      'andre &lt;linje&gt;',
      'Nytt avsnitt',
    ]);
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('nn-NO');
  });

  it('names the type of each part, as word processors demand', () => {
    const types = strFromU8(unzipSync(letterDocument(letter))['[Content_Types].xml']!);
    expect([...types.matchAll(/<Override PartName="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      '/word/document.xml',
      '/word/styles.xml',
    ]);
  });

  it('is deterministic', () => expect(letterDocument(letter)).toEqual(letterDocument(letter)));
});
