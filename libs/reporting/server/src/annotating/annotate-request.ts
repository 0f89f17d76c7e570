import type { CorrectedCell, FindingGroup } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';

/** What the process that annotates is given: the file as it came, its findings as JSON lines, and where the annotated file goes. */
export interface AnnotateRequest {
  readonly file: string;
  readonly name: string;
  readonly findings: string;
  readonly groups: readonly FindingGroup[];
  readonly language: Language;
  /** cells that were corrected beside the file */
  readonly corrected: readonly CorrectedCell[];
  readonly out: string;
}
