import { FileStoreUnavailable } from './file-storage.ts';
import type { S3Settings } from './s3-settings.ts';

/** A response of the object store that is an error. */
export class S3Fault extends FileStoreUnavailable {
  constructor(
    message: string,
    /** HTTP status; 0 when there was no response. */
    readonly status: number,
    /** Error code of the service, such as `NoSuchBucket`, or of the network. */
    readonly reason: string,
  ) {
    super(message);
  }

  get isMissing(): boolean {
    return this.status === 404 && this.reason !== 'NoSuchBucket';
  }

  /** Whether a later attempt may succeed without a change of the settings. */
  get isTransient(): boolean {
    return (
      this.status === 0 ||
      this.status >= 500 ||
      this.status === 429 ||
      ['RequestTimeout', 'SlowDown', 'InternalError'].includes(this.reason)
    );
  }
}

type Describe = (settings: S3Settings) => string;

const WRONG_REGION: Describe = ({ bucket, region }) =>
  `S3_REGION is ${region}, and the bucket ${bucket} is in another region: write the region of the bucket.`;

/** Sentences by the error code of the service. None contains a secret. */
const sentences: Readonly<Record<string, Describe>> = {
  NoSuchBucket: ({ bucket, endpoint }) =>
    `S3_BUCKET is ${bucket}, and ${endpoint} has no such bucket: create it, or correct the name.`,
  InvalidAccessKeyId: ({ endpoint }) =>
    `S3_ACCESS_KEY_ID is not a key that ${endpoint} knows: write the key that it issued.`,
  SignatureDoesNotMatch: () =>
    'S3_SECRET_ACCESS_KEY is not the secret of S3_ACCESS_KEY_ID: write the two that were issued together.',
  AccessDenied: ({ bucket, prefix }) =>
    `The key in S3_ACCESS_KEY_ID may not list, read, write and delete in the bucket ${bucket}${prefix && ` below ${prefix}`}: give it these rights.`,
  RequestTimeTooSkewed: () =>
    'The object store rejects the time of this machine, which differs by more than 15 minutes: set the clock.',
  AuthorizationHeaderMalformed: WRONG_REGION,
  PermanentRedirect: WRONG_REGION,
  IllegalLocationConstraintException: WRONG_REGION,
};

/** Returns the fault that an error response means. */
export function faultOfResponse(settings: S3Settings, status: number, body: string): S3Fault {
  const reason = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(body)?.[1] ?? reasonOfStatus(status);
  const describe = sentences[reason];
  return new S3Fault(
    describe?.(settings) ??
      `The object store at ${settings.endpoint} (S3_ENDPOINT) responds with ${status}${reason && ` ${reason}`}.`,
    status,
    reason,
  );
}

function reasonOfStatus(status: number): string {
  if (status === 403) return 'AccessDenied';
  return status === 301 || status === 307 ? 'PermanentRedirect' : '';
}

/** Returns the fault of a request without a response. */
export function faultOfNetwork({ endpoint }: S3Settings, error: unknown): S3Fault {
  const { code, message = '', errors } = error as { code?: string; message?: string; errors?: readonly Error[] };
  const reason = code ?? '';
  const isCertificate = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL)/.test(reason);
  return new S3Fault(
    isCertificate
      ? `S3_ENDPOINT is ${endpoint}, and its certificate is not trusted (${reason}): name your own authority in NODE_EXTRA_CA_CERTS.`
      : `The object store at ${endpoint} (S3_ENDPOINT) cannot be reached: ${(message || errors?.[0]?.message || reason).replace(/\.$/, '')}.`,
    0,
    reason,
  );
}
