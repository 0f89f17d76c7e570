import { parseListing } from './parse-listing.ts';

const page = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix>p/</Prefix>${content}</ListBucketResult>`;
const entry = (key: string) =>
  `<Contents><Key>${key}</Key><LastModified>2026-12-01T10:00:00.000Z</LastModified><ETag>"x"</ETag><Size>12</Size><Owner><ID>1</ID><DisplayName>d</DisplayName></Owner></Contents>`;

describe('page of a list of objects', () => {
  it('has the files, and the token of the next page', () => {
    const text = page(
      `<IsTruncated>true</IsTruncated>${entry('p/a&amp;b &lt;1&gt;')}\n${entry('p/c')}<NextContinuationToken>1/x=</NextContinuationToken>`,
    );
    const modifiedAt = new Date('2026-12-01T10:00:00Z');
    expect(parseListing(text)).toEqual({
      files: [
        { key: 'p/a&b <1>', sizeBytes: 12, modifiedAt },
        { key: 'p/c', sizeBytes: 12, modifiedAt },
      ],
      next: '1/x=',
    });
  });

  it('has no token when it is the last, and no files when nothing matches', () => {
    expect(
      parseListing(page('<IsTruncated>false</IsTruncated><NextContinuationToken>x</NextContinuationToken>')),
    ).toEqual({ files: [], next: null });
  });

  it('is refused when it is no XML', () => expect(() => parseListing('<html><p>Not here')).toThrow());
});
