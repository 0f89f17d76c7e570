import { createHash, randomBytes } from 'node:crypto';

/** A link's secret: 256 random bits. Only its hash is ever kept. */
export const makeToken = () => randomBytes(32).toString('base64url');

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
