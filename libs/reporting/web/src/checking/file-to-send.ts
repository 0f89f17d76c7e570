import { AnswersAlong, type CutFile, type FileAnswers, type FindingGroup } from '@tallgrunn/checks';
import { blobSource, chunksOf, cutName, openTable, writeCut } from '@tallgrunn/tabular';
import { sha256 } from '@tallgrunn/values';
import type { FileToSend } from './check-messages.ts';

/** Input for the file to upload. */
interface ToSend {
  readonly cut: CutFile;
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
export async function fileToSend(file: File, { cut, answers, groups }: ToSend): Promise<FileToSend> {
  const cutting = new AnswersAlong(cut, answers);
  if (!cut.cutsAnything)
    return { file, cut: { ...cut.facts, whole: null }, answers: cutting.along(groups, { isWhole: true }) };
  const source = blobSource(file);
  const hash = sha256();
  for await (const piece of chunksOf(source)) hash.update(piece);
  const table = await openTable(source, file.name);
  const parts = await partsOf(writeCut(table, cutting));
  const name = cutName(file.name, table.format);
  const told = { ...cut.facts, whole: { sha256: hash.hex(), sizeBytes: file.size } };
  return { file: new File(parts, name), cut: told, answers: cutting.along(groups, { isWhole: false }) };
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
