import { Service, inject } from '@angular/core';
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { Session, sender } from '@tallgrunn/api-client';
import type { SessionView } from '@tallgrunn/api-client';
import {
  accountAddPasskey,
  accountStartPasskey,
  secondFactorStartPasskeyUse,
  secondFactorUsePasskey,
} from '@tallgrunn/api-client/calls';

/** The browser created or used no passkey: the user cancelled, or has none on this device. */
export class NoPasskey extends Error {}

/** Creates and uses passkeys in the browser. */
@Service()
export class BrowserPasskeys {
  readonly isSupported = browserSupportsWebAuthn();
  readonly #send = sender();
  readonly #session = inject(Session);

  /**
   * Adds a passkey to the account. Returns the recovery codes of the first factor; empty otherwise.
   * @throws NoPasskey
   */
  async add(name: string): Promise<readonly string[]> {
    const { options } = await this.#send(accountStartPasskey, {});
    const response = await startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    }).catch(rejectPasskey);
    const { codes } = await this.#send(accountAddPasskey, { body: { name, response: { ...response } } });
    return codes;
  }

  /** Signs in, completes a sign-in or confirms one. @throws NoPasskey */
  async use(): Promise<SessionView> {
    const { options } = await this.#send(secondFactorStartPasskeyUse, {});
    const response = await startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    }).catch(rejectPasskey);
    return this.#session.begin(await this.#send(secondFactorUsePasskey, { body: { response: { ...response } } }));
  }
}

function rejectPasskey(error: unknown): never {
  throw new NoPasskey(error instanceof Error ? error.message : 'No passkey.', { cause: error });
}
