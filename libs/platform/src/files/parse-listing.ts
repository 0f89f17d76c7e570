import { SaxesParser } from 'saxes';
import type { ListedFile } from './file-storage.ts';

export interface Listing {
  readonly files: readonly ListedFile[];
  /** Token of the next page; null after the last. */
  readonly next: string | null;
}

/** Parses a page of ListObjectsV2. */
export function parseListing(text: string): Listing {
  const files: ListedFile[] = [];
  const names: string[] = [];
  const page: Record<string, string> = {};
  let values: Record<string, string> = {};
  let content = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    names.push(name);
    content = '';
    if (name === 'Contents') values = {};
  });
  parser.on('text', (piece) => (content += piece));
  parser.on('closetag', ({ name }) => {
    names.pop();
    if (names.at(-1) === 'Contents') values[name] = content;
    else if (name === 'Contents') files.push(fileOf(values));
    else page[name] = content;
  });
  parser.write(text).close();
  return { files, next: page['IsTruncated']?.trim() === 'true' ? (page['NextContinuationToken'] ?? null) : null };
}

const fileOf = (values: Readonly<Record<string, string>>): ListedFile => ({
  key: values['Key'] ?? '',
  sizeBytes: Number(values['Size']),
  modifiedAt: new Date(values['LastModified'] ?? NaN),
});
