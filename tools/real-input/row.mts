/** What came of one file, per currency; the currency of a footprint and of an EPD is kg CO2e. */
export interface Row {
  file: string;
  kind: 'invoice' | 'credit-note' | 'payments' | 'footprints' | 'epds';
  /** Null where nothing could be read. */
  currency: string | null;
  read: number;
  stored: number;
  /** Why the file, or the rest of it, was not taken. */
  code: string | null;
  /** As the document itself states it. Null where it states none. */
  total: string | null;
  /** The same, summed by SQL over the stored lines, in the document's own sign. */
  readBack: string | null;
  /** Another file holds the same document: kept, not counted. */
  repeated?: boolean;
}
