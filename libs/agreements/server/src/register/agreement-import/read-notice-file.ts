import { messageOf, readNotice, type NoticeDocument } from '@tallgrunn/formats';
import { Problem, type OpenedFile } from '@tallgrunn/platform';

/**
 * Reads the notice in a file.
 * @throws Problem 'notice-invalid' (422) with the findings and their locations
 */
export async function readNoticeFile(file: OpenedFile, name: string): Promise<NoticeDocument> {
  const reading = await readNotice(file, name);
  if (reading.ok) return reading.document;
  const issues = reading.findings
    .filter(({ severity }) => severity === 'blocksFile')
    .map((finding) => ({
      code: finding.code,
      ...(finding.place?.path && { path: finding.place.path }),
      params: {
        ...finding.params,
        found: finding.found,
        expected: finding.expected,
        message: messageOf(finding, 'nb'),
      },
    }));
  throw new Problem(422, 'notice-invalid', { reason: reading.code }, issues);
}
