import { createHash, randomBytes } from 'node:crypto';

/** Returns the secret of a link: 256 random bits. Only its hash is stored. */
export const generateToken = () => randomBytes(32).toString('base64url');

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
