import { Problem } from '@tallgrunn/platform';
import { assessPassword } from './assess-password.ts';

const PRODUCT_WORDS = ['Tallgrunn'];

/**
 * Accepts a new password that is not guessed early. Every place where a password is set calls it.
 * @param ownWords names and e-mail address of the person, names of the organisations
 * @throws Problem 'password-weak' (422) with the reason, one issue at `password`
 */
export async function requireStrongPassword(password: string, ownWords: readonly string[]): Promise<void> {
  const reason = await assessPassword(password, [...PRODUCT_WORDS, ...ownWords]);
  if (reason) throw new Problem(422, 'password-weak', { reason }, [{ code: `password-${reason}`, path: 'password' }]);
}
