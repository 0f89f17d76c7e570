import { RetainedAnswers, type FileRedactor, type FileAnswers, type FindingGroup } from '@tallgrunn/checks';
import { blobSource, chunksOf, redactedFileName, openTable, writeRedacted } from '@tallgrunn/tabular';
import { sha256 } from '@tallgrunn/values';
import type { FileToSend } from './check-messages.ts';

/** Input for the file to upload. */
interface FileToSendInput {
  readonly cut: FileRedactor;
  readonly answers: FileAnswers;
  /** Groups of the check result of the uploaded file. */
  readonly groups: readonly FindingGroup[];
}

/** Size at which pieces are merged into a Blob; browsers store Blobs outside the page's own memory. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Returns the file to upload, with its redaction and the answers that apply to it: the file itself when nothing is
 * removed, else a redacted copy with the hash of the original.
 */
export async function fileToSend(file: File, { cut, answers, groups }: FileToSendInput): Promise<FileToSend> {
  const redaction = new RetainedAnswers(cut, answers);
  if (!cut.removesAnything)
    return { file, cut: { ...cut.facts, whole: null }, answers: redaction.retained(groups, { isWhole: true }) };
  const source = blobSource(file);
  const hash = sha256();
  for await (const piece of chunksOf(source)) hash.update(piece);
  const table = await openTable(source, file.name);
  const parts = await partsOf(writeRedacted(table, redaction));
  const name = redactedFileName(file.name, table.format);
  const redactionNotice = { ...cut.facts, whole: { sha256: hash.hex(), sizeBytes: file.size } };
  return { file: new File(parts, name), cut: redactionNotice, answers: redaction.retained(groups, { isWhole: false }) };
}

async function partsOf(pieces: AsyncIterable<Uint8Array>): Promise<Blob[]> {
  const parts: Blob[] = [];
  let waiting: BlobPart[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    waiting.push(piece as BlobPart);
    bytes += piece.length;
    if (bytes < PART_BYTES) continue;
    parts.push(new Blob(waiting));
    [waiting, bytes] = [[], 0];
  }
  return [...parts, new Blob(waiting)];
}
