/** How people prove who they are, and how long that counts. Minutes of real time, also where a demo's clock stands still. */
export interface SignInPolicy {
  /** Routes with `@RequiresRecentSignIn()` accept a sign-in that is at most this old. */
  readonly recentMinutes: number;
}

export const defaultSignInPolicy: SignInPolicy = { recentMinutes: 10 };

/** Reads the policy from the environment. @throws Error naming the variable, what was found and what was expected. */
export function readSignInPolicy(env: NodeJS.ProcessEnv): SignInPolicy {
  return { recentMinutes: minutes(env, 'RECENT_SIGN_IN_MINUTES', defaultSignInPolicy.recentMinutes) };
}

function minutes(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name] || String(fallback);
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new Error(`${name} is not a number of minutes: ${JSON.stringify(text)}. Write a whole number from 1 to 99999, as in ${fallback}.`);
}
