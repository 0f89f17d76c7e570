import { strToU8, zipSync } from 'fflate';
import type { Language } from '@tallgrunn/values';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An edited letter: a subject, and a text whose empty lines separate paragraphs. */
export interface LetterText {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT_RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const tags: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Fixed time stamp, so that the same letter gives the same bytes. */
const WRITTEN_AT = new Date(2000, 0, 1);

/** Returns whether XML 1.0 allows the character. */
const isXmlCharacter = (character: string) => {
  const code = character.codePointAt(0) ?? 0;
  return code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff);
};

const escape = (text: string) =>
  [...text].filter(isXmlCharacter).join('').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const textRun = (line: string) => `<w:t xml:space="preserve">${escape(line)}</w:t>`;
const paragraph = (lines: readonly string[], style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r>${lines.map(textRun).join('<w:br/>')}</w:r></w:p>`;

function styles(language: Language): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="${tags[language]}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style></w:styles>`;
}

/** Writes a letter as a text document (OOXML) that common word processors open. */
export function letterDocument({ language, subject, text }: LetterText): Uint8Array {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((block) => block.split('\n'));
  const body = [paragraph([subject], 'Heading1'), ...paragraphs.map((lines) => paragraph(lines))].join('');
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document ${WORD}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`;
  const file = (content: string) => [strToU8(content), { mtime: WRITTEN_AT }] as [Uint8Array, { mtime: Date }];
  return zipSync({
    '[Content_Types].xml': file(TYPES),
    '_rels/.rels': file(RELATIONS),
    'word/document.xml': file(document),
    'word/styles.xml': file(styles(language)),
    'word/_rels/document.xml.rels': file(DOCUMENT_RELATIONS),
  });
}
