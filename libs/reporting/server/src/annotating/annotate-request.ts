import type { CorrectedCell, FindingGroup } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';

/**
 * The request to the annotating subprocess: the uploaded file, its findings as JSON lines, and the path of the
 * annotated file.
 */
export interface AnnotateRequest {
  readonly file: string;
  readonly name: string;
  readonly findings: string;
  readonly groups: readonly FindingGroup[];
  readonly language: Language;
  /** cells corrected outside the file */
  readonly corrected: readonly CorrectedCell[];
  readonly out: string;
}
