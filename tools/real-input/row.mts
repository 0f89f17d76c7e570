/** The result of one file, per currency. The currency of a footprint or an EPD is kg CO₂e. */
export interface ImportRow {
  file: string;
  kind: 'invoice' | 'credit-note' | 'payments' | 'footprints' | 'epds';
  /** Null where nothing could be read. */
  currency: string | null;
  read: number;
  stored: number;
  /** Code of the reason why the file, or the rest of it, was not imported. */
  code: string | null;
  /** Total stated in the document itself. Null where it states none. */
  total: string | null;
  /** The same total from SQL over the stored lines, with the document's own sign. */
  readBack: string | null;
  /** True if another file contains the same document: stored, but not counted. */
  repeated?: boolean;
}
