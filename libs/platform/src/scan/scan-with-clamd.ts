import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { connect as connectWithTls } from 'node:tls';
import { NoVerdict, ScanFile, type ScannerState, type ScanResult } from './scan-file.ts';

/** A large file takes clamd longer: bytes that it goes through in a second at the least. */
const BYTES_A_SECOND = 10 * 1024 * 1024;
const STATE_MS = 2000;
const CONNECT_MS = 5000;
const PIECE_BYTES = 64 * 1024;
const ANSWER_CHARACTERS_MAX = 4096;

/**
 * Asks a clamd over TCP, TLS or a socket in the file system: the file goes as it is, in pieces with their length before them (INSTREAM), so that
 * clamd need not see our disk. Over TLS the certificate must be that of the host; the authorities are those of Node and of NODE_EXTRA_CA_CERTS.
 */
export class ScanWithClamd extends ScanFile {
  readonly #label: string;
  readonly #connected: 'connect' | 'secureConnect';
  readonly #connect: () => Socket;

  /**
   * @param address tcp://host:port, tls://host:port or unix:/path
   * @param silenceSeconds how long clamd may be silent after it has a small file whole
   */
  constructor(
    address: string,
    private readonly silenceSeconds: number,
  ) {
    super();
    const { protocol, hostname, port, pathname } = new URL(address);
    const host = hostname.replace(/^\[|\]$/g, '');
    this.#label = protocol === 'unix:' ? pathname : `${host}:${port}`;
    this.#connected = protocol === 'tls:' ? 'secureConnect' : 'connect';
    this.#connect = () => {
      if (protocol === 'unix:') return connect(decodeURIComponent(pathname));
      return protocol === 'tls:'
        ? connectWithTls({ host, port: Number(port), minVersion: 'TLSv1.2' })
        : connect(Number(port), host);
    };
  }

  /** A clamd that is busy answers a ping all the same, so one that is silent is noticed before the file is sent. */
  async run({ path }: { readonly path: string }): Promise<ScanResult> {
    const alive = await this.#ask(STATE_MS, ping);
    if (alive !== 'PONG') throw new NoVerdict(`clamd answered a ping with: ${alive || 'nothing'}`);
    const { size } = await stat(path);
    const silenceMs = 1000 * (this.silenceSeconds + size / BYTES_A_SECOND);
    const answer = await this.#ask(silenceMs, (socket, gone) => sendFile(socket, path, gone));
    const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
    if (found) return { signature: found };
    if (answer === 'stream: OK') return { signature: null };
    throw new NoVerdict(`clamd answered: ${answer || 'nothing'}`);
  }

  async state(): Promise<ScannerState> {
    const answer = await this.#ask(STATE_MS, ping).catch(() => '');
    return answer === 'PONG' ? 'ready' : 'unreachable';
  }

  /** One question on a connection of its own. clamd may answer before it has heard all of it, when the file is longer than it takes. */
  async #ask(silenceMs: number, tell: (socket: Socket, gone: Promise<unknown>) => Promise<void>): Promise<string> {
    const socket = this.#connect();
    socket.setTimeout(Math.min(silenceMs, CONNECT_MS), () => socket.destroy(new Error('clamd says nothing')));
    const answer = hear(socket);
    answer.catch(() => undefined);
    try {
      await Promise.race([once(socket, this.#connected), answer]);
      socket.setTimeout(silenceMs);
      await Promise.race([tell(socket, answer), answer]);
      return await answer;
    } catch (error) {
      throw new NoVerdict(`clamd at ${this.#label}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      socket.destroy();
    }
  }
}

async function ping(socket: Socket): Promise<void> {
  socket.write('zPING\0');
}

async function sendFile(socket: Socket, path: string, gone: Promise<unknown>): Promise<void> {
  const send = async (bytes: Uint8Array | string) => {
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), gone]);
  };
  await send('zINSTREAM\0');
  const length = Buffer.alloc(4);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    if (socket.destroyed || socket.readableEnded) return;
    length.writeUInt32BE(piece.length);
    await send(Buffer.concat([length, piece]));
  }
  await send(Buffer.alloc(4));
}

/** All that is said until the zero byte that ends an answer, or until the other side hangs up. */
async function hear(socket: Socket): Promise<string> {
  let heard = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    heard += chunk.toString('utf8');
    if (heard.includes('\0') || heard.length > ANSWER_CHARACTERS_MAX) break;
  }
  return (heard.split('\0')[0] ?? '').trim();
}
