import { Problem } from '@tallgrunn/platform';
import { assessPassword } from './assess-password.ts';

const PRODUCT_WORDS = ['Tallgrunn'];

/**
 * Requires a new password that is hard to guess. Called wherever a password is set.
 * @param ownWords name and e-mail address of the person, names of the organisations
 * @throws Problem 'password-weak' (422) with the reason, and one issue at `password`
 */
export async function requireStrongPassword(password: string, ownWords: readonly string[]): Promise<void> {
  const reason = await assessPassword(password, [...PRODUCT_WORDS, ...ownWords]);
  if (reason) throw new Problem(422, 'password-weak', { reason }, [{ code: `password-${reason}`, path: 'password' }]);
}
