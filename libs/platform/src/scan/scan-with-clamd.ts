import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { connect as connectWithTls } from 'node:tls';
import { ScanFailed, ScanFile, type ScannerState, type ScanResult } from './scan-file.ts';

/** Minimum scanning speed of clamd, which extends the timeout for large files. */
const BYTES_A_SECOND = 10 * 1024 * 1024;
const STATE_MS = 2000;
const CONNECT_MS = 5000;
const PIECE_BYTES = 64 * 1024;
const ANSWER_CHARACTERS_MAX = 4096;

/**
 * Scans with clamd over TCP, TLS or a Unix socket. The file is sent in length-prefixed chunks (INSTREAM), so clamd
 * needs no access to our disk. TLS requires a certificate for the host, from an authority that Node or
 * NODE_EXTRA_CA_CERTS trusts.
 */
export class ScanWithClamd extends ScanFile {
  readonly #label: string;
  readonly #connected: 'connect' | 'secureConnect';
  readonly #connect: () => Socket;

  /**
   * @param address tcp://host:port, tls://host:port or unix:/path
   * @param silenceSeconds longest silence after a small file has been sent
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

  /**
   * Scans one file. Pings first: a busy clamd answers a ping too, so an unresponsive one is detected before the file is
   * sent.
   * @throws ScanFailed
   */
  async run({ path }: { readonly path: string }): Promise<ScanResult> {
    const alive = await this.#request(STATE_MS, ping);
    if (alive !== 'PONG') throw new ScanFailed(`clamd answered a ping with: ${alive || 'nothing'}`);
    const { size } = await stat(path);
    const silenceMs = 1000 * (this.silenceSeconds + size / BYTES_A_SECOND);
    const answer = await this.#request(silenceMs, (socket, closed) => sendFile(socket, path, closed));
    const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
    if (found) return { signature: found };
    if (answer === 'stream: OK') return { signature: null };
    throw new ScanFailed(`clamd answered: ${answer || 'nothing'}`);
  }

  async state(): Promise<ScannerState> {
    const answer = await this.#request(STATE_MS, ping).catch(() => '');
    return answer === 'PONG' ? 'ready' : 'unreachable';
  }

  /**
   * Sends one command on a new connection and returns the answer. clamd may answer early, when the file exceeds its
   * size limit.
   * @throws ScanFailed
   */
  async #request(
    silenceMs: number,
    writeCommand: (socket: Socket, closed: Promise<unknown>) => Promise<void>,
  ): Promise<string> {
    const socket = this.#connect();
    socket.setTimeout(Math.min(silenceMs, CONNECT_MS), () => socket.destroy(new Error('clamd says nothing')));
    const answer = readAnswer(socket);
    answer.catch(() => undefined);
    try {
      await Promise.race([once(socket, this.#connected), answer]);
      socket.setTimeout(silenceMs);
      await Promise.race([writeCommand(socket, answer), answer]);
      return await answer;
    } catch (error) {
      throw new ScanFailed(`clamd at ${this.#label}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      socket.destroy();
    }
  }
}

async function ping(socket: Socket): Promise<void> {
  socket.write('zPING\0');
}

async function sendFile(socket: Socket, path: string, closed: Promise<unknown>): Promise<void> {
  const send = async (bytes: Uint8Array | string) => {
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), closed]);
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

/** Returns the answer of clamd: the text before the terminating zero byte, or before the end of the connection. */
async function readAnswer(socket: Socket): Promise<string> {
  let received = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    received += chunk.toString('utf8');
    if (received.includes('\0') || received.length > ANSWER_CHARACTERS_MAX) break;
  }
  return (received.split('\0')[0] ?? '').trim();
}
