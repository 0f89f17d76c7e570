import { setTimeout as pause } from 'node:timers/promises';
import type { TrialParties, TrialUser } from './cast.mts';

export interface HttpAnswer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

/** A user signed in over HTTP. */
export class HttpUser {
  readonly address: string;
  /** Headers of every request of the session. */
  readonly headers: Record<string, string>;

  private constructor(address: string, headers: Record<string, string>) {
    this.address = address;
    this.headers = headers;
  }

  static signIn(
    address: string,
    { password }: Pick<TrialParties, 'password'>,
    { email }: Pick<TrialUser, 'email'>,
    /** The IP address to simulate, where the server trusts one proxy. */
    from?: string,
  ): Promise<HttpUser> {
    return HttpUser.#enter(address, '/session', { email, password }, from);
  }

  /** Accepts a personal invitation with a new account. */
  static join(
    address: string,
    invitationLink: string,
    name: string,
    { password }: Pick<TrialParties, 'password'>,
  ): Promise<HttpUser> {
    return HttpUser.#enter(address, `/invitations/${invitationLink.split('/').at(-1)}/accept`, {
      account: 'new',
      name,
      password,
    });
  }

  static async #enter(address: string, door: string, body: Record<string, string>, from?: string): Promise<HttpUser> {
    const own: Record<string, string> = from === undefined ? {} : { 'x-forwarded-for': from };
    const first = await fetch(`${address}/api/v1/session`, { headers: own });
    const { csrfToken } = (await first.json()) as { csrfToken: string };
    const headers = { ...own, cookie: cookieOf(first), 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
    const after = await fetch(`${address}/api/v1${door}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!after.ok)
      throw new Error(`${body['email'] ?? body['name']} cannot enter: ${after.status} ${await after.text()}`);
    const { session, csrfToken: token } = (await after.json()) as {
      csrfToken?: string;
      session?: { csrfToken: string };
    };
    return new HttpUser(address, {
      ...own,
      cookie: cookieOf(after),
      'x-csrf-token': token ?? session?.csrfToken ?? '',
    });
  }

  get<T = Record<string, unknown>>(path: string): Promise<HttpAnswer<T>> {
    return this.#request(path, { headers: this.headers });
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<HttpAnswer<T>> {
    return this.#request(path, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Uploads a file to an endpoint, with the other fields before it. */
  upload<T = Record<string, unknown>>(
    path: string,
    name: string,
    bytes: Blob,
    fields: Record<string, string> = {},
  ): Promise<HttpAnswer<T>> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', bytes, name);
    return this.#request(path, { method: 'POST', headers: this.headers, body: form });
  }

  /**
   * Polls until the item is no longer in state `received`. Polls less often over time, because requests take processor
   * time from the worker.
   */
  async until<T extends { state: string }>(path: string, patienceMs = 120_000): Promise<T> {
    const began = performance.now();
    const last = began + patienceMs;
    for (;;) {
      const { status, body } = await this.get<T>(path).catch(() => ({ status: 0, body: { state: 'received' } as T }));
      if (status === 200 && body.state !== 'received') return body;
      if (performance.now() > last)
        throw new Error(
          `${path} still waits after ${patienceMs / 1000} s: ${status} ${JSON.stringify(body).slice(0, 500)}`,
        );
      await pause(Math.min(1000, Math.max(50, (performance.now() - began) / 50)));
    }
  }

  async #request<T>(path: string, init: RequestInit): Promise<HttpAnswer<T>> {
    const response = await fetch(`${this.address}/api/v1${path}`, init);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
