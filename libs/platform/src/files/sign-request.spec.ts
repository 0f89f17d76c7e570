import { canonicalQuery, EMPTY_SHA256, signRequest, type RequestToSign } from './sign-request.ts';

/** The examples of "Authenticating Requests: Using the Authorization Header" in the Amazon S3 API reference. */
const key = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: () => 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const signatureOf = (request: Partial<RequestToSign>) =>
  signRequest(
    {
      method: 'GET',
      host: 'examplebucket.s3.amazonaws.com',
      path: '/',
      query: {},
      headers: {},
      payloadSha256: EMPTY_SHA256,
      ...request,
    },
    key,
    new Date('2013-05-24T00:00:00Z'),
  )['authorization']?.split('Signature=')[1];

describe('signature of a request to S3', () => {
  it('is the published one for reading a range of an object', () =>
    expect(signatureOf({ path: '/test.txt', headers: { range: 'bytes=0-9' } })).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ));

  it('is the published one for storing an object', () =>
    expect(
      signatureOf({
        method: 'PUT',
        path: '/test%24file.text',
        headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
        payloadSha256: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      }),
    ).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd'));

  it('is the published ones for reading the settings of a bucket and listing it', () => {
    expect(signatureOf({ query: { lifecycle: '' } })).toBe(
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    );
    expect(signatureOf({ query: { prefix: 'J', 'max-keys': '2' } })).toBe(
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    );
  });

  it('covers names and values in the encoding of RFC 3986', () =>
    expect(canonicalQuery({ prefix: "a b/c+d~(e)'!*", 'list-type': '2' })).toBe(
      'list-type=2&prefix=a%20b%2Fc%2Bd~%28e%29%27%21%2A',
    ));
});
