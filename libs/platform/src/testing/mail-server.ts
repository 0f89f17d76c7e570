import type { SMTPServerOptions } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  readonly url: string;
  /** The source of every e-mail it accepted. */
  readonly received: readonly string[];
  /** The addresses that RCPT TO named, accepted or refused. */
  readonly recipients: readonly string[];
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** Answers every recipient with this code, as 550 for an unknown mailbox. */
  readonly refuseWith?: number;
  /** Answers nothing, not even a greeting, until this is settled. */
  readonly silentUntil?: Promise<unknown>;
}

/** A real SMTP server on a free port of the loopback address. */
export async function startMailServer({ refuseWith, silentUntil }: MailServerOptions = {}): Promise<MailServer> {
  const received: string[] = [];
  const recipients: string[] = [];
  const handlers: SMTPServerOptions = {
    onConnect: (_session, done) => void Promise.resolve(silentUntil).then(() => done(), done),
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address);
      done(
        refuseWith === undefined
          ? null
          : Object.assign(new Error(`<${address}>: user unknown`), { responseCode: refuseWith }),
      );
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
  server.on('error', () => undefined); // a client that hangs up
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received: received,
    recipients: recipients,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
