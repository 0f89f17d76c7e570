/** The part of smtp-server that the tests use. */
declare module 'smtp-server' {
  import type { Readable } from 'node:stream';
  import type { AddressInfo } from 'node:net';

  type Done = (error?: Error | null) => void;

  export interface SMTPServerOptions {
    readonly authOptional?: boolean;
    readonly disabledCommands?: readonly string[];
    onConnect?(session: unknown, done: Done): void;
    onMailFrom?(address: { readonly address: string }, session: unknown, done: Done): void;
    onRcptTo?(address: { readonly address: string }, session: unknown, done: Done): void;
    onData?(stream: Readable, session: unknown, done: Done): void;
  }

  export class SMTPServer {
    constructor(options: SMTPServerOptions);
    readonly server: { address(): AddressInfo | string | null };
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
}
