import type { CutFile } from '@tallgrunn/checks';
import { blobSource, chunksOf, cutName, openTable, writeCut } from '@tallgrunn/tabular';
import { sha256 } from '@tallgrunn/values';
import type { FileToSend } from './check-messages.ts';

/** The file as it is sent: itself when nothing of it stays, else a copy made here, with the hash of the whole. */
export async function fileToSend(file: File, cut: CutFile): Promise<FileToSend> {
  if (!cut.cutsAnything) return { file, cut: { ...cut.facts, whole: null } };
  const source = blobSource(file);
  const hash = sha256();
  for await (const piece of chunksOf(source)) hash.update(piece);
  const table = await openTable(source, file.name);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeCut(table, cut)) pieces.push(piece);
  const name = cutName(file.name, table.format);
  return { file: new File(pieces as BlobPart[], name), cut: { ...cut.facts, whole: { sha256: hash.hex(), sizeBytes: file.size } } };
}
