import type { SMTPServerOptions } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  readonly url: string;
  /** Source text of every accepted e-mail. */
  readonly received: readonly string[];
  /** Addresses in RCPT TO, accepted or rejected. */
  readonly recipients: readonly string[];
  /** Return path of each started e-mail. */
  readonly returnPaths: readonly string[];
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** Rejects every recipient with this code, for example 550 for an unknown mailbox. */
  readonly refuseWith?: number;
  /**
   * Returns the rejection text for one recipient, for example "5.1.1 no such mailbox"; null accepts it. The code is
   * `refuseWith`, or 550.
   */
  readonly refusal?: (address: string) => string | null;
  /** Sends nothing, not even a greeting, until this promise settles. */
  readonly silentUntil?: Promise<unknown>;
}

/** Starts an SMTP server on a free port of the loopback address. */
export async function startMailServer({
  refuseWith,
  refusal,
  silentUntil,
}: MailServerOptions = {}): Promise<MailServer> {
  const received: string[] = [];
  const recipients: string[] = [];
  const returnPaths: string[] = [];
  const refusalOf = refusal ?? ((address: string) => (refuseWith === undefined ? null : `<${address}>: user unknown`));
  const handlers: SMTPServerOptions = {
    onConnect: (_session, done) => void Promise.resolve(silentUntil).then(() => done(), done),
    onMailFrom: ({ address }, _session, done) => {
      returnPaths.push(address);
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address);
      const text = refusalOf(address);
      done(text === null ? null : Object.assign(new Error(text), { responseCode: refuseWith ?? 550 }));
    },
    onData: (stream, _session, done) => {
      let source = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (source += chunk));
      stream.on('end', () => {
        received.push(source);
        done();
      });
    },
  };
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], ...handlers });
  server.on('error', () => undefined); // a client that closes the connection
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received: received,
    recipients: recipients,
    returnPaths: returnPaths,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
