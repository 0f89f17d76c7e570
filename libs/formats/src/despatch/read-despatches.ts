import type { ByteSource } from '@tallgrunn/tabular';
import type { Reading } from '../reading.ts';
import { readDocuments, type ReadDocumentsOptions } from '../xml/read-documents.ts';
import type { DespatchDocument } from './despatch.ts';
import { readDespatchAdvice } from './read-despatch-advice.ts';

/** Reads one despatch advice, or those of a zip, one at a time. Behaves like `readDocuments`. */
export function readDespatches(
  source: ByteSource,
  fileName: string,
  options: ReadDocumentsOptions = {},
): AsyncGenerator<Reading<DespatchDocument>> {
  return readDocuments('despatch', readDespatchAdvice, source, fileName, options);
}
