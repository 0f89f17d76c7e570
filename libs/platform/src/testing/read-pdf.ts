import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ReadPdf {
  readonly title: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly pageCount: number;
  readonly isTagged: boolean;
  /** The part of PDF/UA that the file states. */
  readonly uaPart: string | null;
  /** Roles of its structure, such as H1 and TH. */
  readonly roles: readonly string[];
  /** Descriptions of its pictures. */
  readonly pictures: readonly string[];
  /** All text in reading order, with single spaces. */
  readonly text: string;
}

const PROGRAM = path.join(path.dirname(fileURLToPath(import.meta.url)), 'print-pdf.mjs');

/** Reads a PDF with an independent library, in a process of its own since that library is no CommonJS. */
export const readPdf = (file: Uint8Array): ReadPdf =>
  JSON.parse(execFileSync(process.execPath, [PROGRAM], { input: file, encoding: 'utf8' })) as ReadPdf;
