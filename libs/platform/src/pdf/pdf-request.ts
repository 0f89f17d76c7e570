import type { PdfDocument } from './pdf-document.ts';

/** What the program that writes a document is given. */
export interface PdfRequest {
  /** The document as JSON, in the form that the template reads. */
  readonly document: string;
  /** When it was written, in seconds since 1970. */
  readonly seconds: number;
}

const REGIONS = { nb: 'NO', nn: 'NO', en: 'GB' } as const;

/** Puts a document into the form that the template reads. Dates are UTC. */
export function pdfRequest({ language, writtenAt, ...document }: PdfDocument): PdfRequest {
  const at = [
    writtenAt.getUTCFullYear(),
    writtenAt.getUTCMonth() + 1,
    writtenAt.getUTCDate(),
    writtenAt.getUTCHours(),
    writtenAt.getUTCMinutes(),
    writtenAt.getUTCSeconds(),
  ];
  return {
    document: JSON.stringify({ ...document, lang: language, region: REGIONS[language], at }),
    seconds: Math.floor(writtenAt.getTime() / 1000),
  };
}
