/** How users authenticate, and how long that is valid. Minutes of real time, also in a demo. */
export interface SignInPolicy {
  /** Maximum age of a sign-in for routes with `@RequiresRecentSignIn()`. */
  readonly recentMinutes: number;
  /** A session ends after this time without use. */
  readonly idleMinutes: number;
  /** A session ends this long after the sign-in, regardless of use. */
  readonly longestMinutes: number;
  /**
   * Whether administrators and contract managers need a second factor. With `required-unless-demo`, a demo installation
   * is exempt.
   */
  readonly secondFactor: 'required' | 'optional' | 'required-unless-demo';
}

export const defaultSignInPolicy: SignInPolicy = {
  recentMinutes: 10,
  idleMinutes: 120,
  longestMinutes: 720,
  secondFactor: 'required-unless-demo',
};

/**
 * Reads the policy from the environment.
 * @throws Error naming the variable, its value and the expected format
 */
export function readSignInPolicy(env: NodeJS.ProcessEnv): SignInPolicy {
  return {
    recentMinutes: minutes(env, 'RECENT_SIGN_IN_MINUTES', defaultSignInPolicy.recentMinutes),
    idleMinutes: minutes(env, 'SESSION_IDLE_MINUTES', defaultSignInPolicy.idleMinutes),
    longestMinutes: minutes(env, 'SESSION_MINUTES', defaultSignInPolicy.longestMinutes),
    secondFactor: secondFactor(env['SECOND_FACTOR'] || defaultSignInPolicy.secondFactor),
  };
}

function secondFactor(text: string): SignInPolicy['secondFactor'] {
  if (text === 'required' || text === 'optional' || text === 'required-unless-demo') return text;
  throw new Error(
    `SECOND_FACTOR is unknown: ${JSON.stringify(text)}. Write required, optional or required-unless-demo.`,
  );
}

function minutes(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name] || String(fallback);
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new Error(
    `${name} is not a number of minutes: ${JSON.stringify(text)}. Write a whole number from 1 to 99999, as in ${fallback}.`,
  );
}
