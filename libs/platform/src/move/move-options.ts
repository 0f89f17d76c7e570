import type { FileStorage } from '../files/file-storage.ts';
import type { TableSum } from './moved-rows.ts';

/** A table without a tenant that has rows of cooperatives. Its rows move with those that refer to them. */
export interface SharedTable {
  readonly name: string;
  /** Column with the id that selects a row. */
  readonly column: string;
  /** The table with that id, or 'cooperative' for the cooperative's own id. */
  readonly idsOf: string;
  /**
   * SQL of what identifies a row in the world, as an e-mail address. `mapped`: rows refer to the one that the target has
   * with the same; `rejected`: the move is rejected when the target has the same under another id.
   */
  readonly identity?: { readonly sql: string; readonly whenDifferentId: 'mapped' | 'rejected'; readonly label: string };
}

export interface Ends {
  /** Addresses of the two databases, of roles that may do everything a migration may. */
  readonly sourceUrl: string;
  readonly targetUrl: string;
}

export interface MoveOptions extends Ends {
  readonly cooperativeId: string;
  readonly schemas: readonly string[];
  readonly shared: readonly SharedTable[];
  /** Tables whose rows stay with their installation. */
  readonly staying: readonly string[];
  readonly sourceFiles: FileStorage;
  /** Null: both installations use the same storage. */
  readonly targetFiles: FileStorage | null;
  /** Folder for a file on its way, on the same disk as the target's files. */
  readonly stagingFolder: string;
  /** Address at which members sign in afterwards; empty when it is not stated. */
  readonly address: string;
  /** Longest wait for units and jobs that have begun, seconds. */
  readonly waitSeconds: number;
  readonly log: (sentence: string) => void;
}

/** The sums of one table at both ends. */
export interface ComparedTable {
  readonly table: string;
  readonly source: TableSum;
  readonly target: TableSum;
}

export interface MoveReport {
  readonly tables: readonly ComparedTable[];
  readonly files: { readonly count: number; readonly sizeBytes: number };
  readonly jobs: number;
  /** Rows of shared tables that the target had already, by table: they were left as they are. */
  readonly alreadyThere: Readonly<Record<string, number>>;
  /** Rows of shared tables that were replaced by the target's with the same identity, by table. */
  readonly mapped: Readonly<Record<string, number>>;
  /** True: an earlier run had copied everything, and this one only confirmed it. */
  readonly isConfirmation: boolean;
  readonly seconds: number;
}
