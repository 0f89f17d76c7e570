import { type ByteSource, chunksOf } from '@tallgrunn/tabular';
import type { Reading } from '../reading.ts';
import type { NoticeDocument } from './notice.ts';
import { type NoticeOptions, readEformsNotice } from './read-eforms-notice.ts';

export interface ReadNoticeOptions extends Pick<NoticeOptions, 'earlier'> {
  readonly signal?: AbortSignal;
}

/** Reads a file as one procurement notice. Refusal codes as in `readEformsNotice`. */
export function readNotice(
  source: ByteSource,
  fileName: string,
  options: ReadNoticeOptions = {},
): Promise<Reading<NoticeDocument>> {
  const { signal, earlier } = options;
  return readEformsNotice(chunksOf(source, signal ? { signal } : {}), {
    name: fileName,
    ...(earlier ? { earlier } : {}),
  });
}
