import type { ByteSource } from '../byte-source.ts';
import { storableSheetNames } from '../sheet-names.ts';
import { reportLimits } from '../table.ts';
import type { ReadLimits } from '../table.ts';
import { openPackage } from '../xlsx/open-package.ts';
import type { Relationship } from '../xlsx/open-package.ts';
import { readWorkbook } from '../xlsx/read-workbook.ts';
import type { PackedPart } from '../zip/write-zip.ts';

/** A part of the workbook that is annotated. */
export interface SourcePart {
  readonly name: string;
  read(): AsyncIterable<Uint8Array>;
  /** the part as stored in the original zip; undefined for a generated part */
  packed?(): PackedPart;
}

/** The workbook that is annotated: the supplier's own, or one generated from the values of a file of another format. */
export interface SourceWorkbook {
  readonly parts: readonly SourcePart[];
  /** names of parts */
  readonly workbook: string;
  readonly styles: string | null;
  /** in tab order: the sheet name used in findings, its tab and its part */
  readonly sheets: readonly { readonly sheet: string; readonly tab: string; readonly part: string }[];
  relationsOf(part: string): Promise<readonly Relationship[]>;
}

/** Returns the parts of an Excel workbook as they are in its zip. */
export async function originalWorkbook(source: ByteSource, limits: ReadLimits = reportLimits): Promise<SourceWorkbook> {
  const pack = await openPackage(source, limits);
  const main = (await pack.relationshipsOf('')).find(({ type }) => type === 'officeDocument');
  const entry = ((main && pack.part(main.target)) ?? pack.part('xl/workbook.xml'))!;
  const { sheets, styles } = await readWorkbook(pack, entry, limits, []);
  const stored = storableSheetNames(sheets.map(({ info }) => info.name));
  const parts = pack.zip.entries.map((each): SourcePart => ({
    name: each.name,
    read: () => pack.zip.read(each),
    packed: () => ({
      name: each.name,
      packed: pack.zip.packed(each),
      method: each.method,
      crc: each.crc,
      packedBytes: each.packedBytes,
      sizeBytes: each.sizeBytes,
    }),
  }));
  return {
    parts,
    workbook: entry.name,
    styles: styles?.name ?? null,
    sheets: sheets.map(({ info, entry: sheet }, at) => ({
      sheet: stored[at] ?? info.name,
      tab: info.name,
      part: sheet.name,
    })),
    relationsOf: (part) => pack.relationshipsOf(part),
  };
}
