import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Which statement is the last one: it is done by PostgreSQL, and its answer is lost. */
export interface CutAfter {
  /** 1 is the first statement that counts. */
  readonly statement: number;
  /** Whether a statement with this text counts. */
  readonly counts: (text: string) => boolean;
}

interface Connection {
  readonly near: Socket;
  readonly far: Socket;
}

const READY = 'Z'.charCodeAt(0);
/** Types of the messages that begin a statement: Query and Parse. */
const STATEMENT_TYPES = ['Q'.charCodeAt(0), 'P'.charCodeAt(0)];

/**
 * A local port in front of a database. After a given statement all its connections end and no more are accepted: for
 * PostgreSQL the client has been killed at that moment.
 */
export class StatementCut {
  readonly #connections = new Set<Connection>();
  readonly #target: URL;
  readonly #after: CutAfter;
  readonly #server: Server;
  #counted = 0;
  /** The texts of all statements that counted, in order. */
  readonly statements: string[] = [];
  isCut = false;

  private constructor(target: URL, after: CutAfter) {
    this.#target = target;
    this.#after = after;
    this.#server = this.#listener();
  }

  static async to(databaseUrl: string, after: CutAfter): Promise<StatementCut> {
    const made = new StatementCut(new URL(databaseUrl), after);
    made.#server.listen(0, '127.0.0.1');
    await once(made.#server, 'listening');
    return made;
  }

  /** The address of the database through this port. */
  get url(): string {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.toString();
  }

  close(): void {
    this.#server.close();
    for (const { near, far } of this.#connections) for (const socket of [near, far]) socket.destroy();
  }

  #listener(): Server {
    return createServer((near) => {
      const far = connect(Number(this.#target.port || 5432), this.#target.hostname.replace(/^\[|\]$/g, ''));
      const connection = { near, far };
      this.#connections.add(connection);
      let isLast = false;
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.#connections.delete(connection);
          other.destroy();
        });
      }
      const sent = new Messages(true, (type, body) => {
        if (STATEMENT_TYPES.includes(type) && this.#counts(body)) isLast = true;
      });
      const answered = new Messages(false, (type) => {
        if (isLast && type === READY) this.#cut();
      });
      near.on('data', (chunk) => {
        sent.read(chunk);
        far.write(chunk);
      });
      far.on('data', (chunk) => {
        answered.read(chunk);
        if (!isLast) near.write(chunk);
      });
    });
  }

  /** Counts a statement. Returns true when it is the last one. */
  #counts(body: Buffer): boolean {
    const text = body.toString('utf8').replaceAll('\0', ' ').trim();
    if (this.isCut || !this.#after.counts(text)) return false;
    this.statements.push(text);
    return (this.#counted += 1) === this.#after.statement;
  }

  #cut(): void {
    this.isCut = true;
    this.close();
  }
}

/** Divides a stream of the PostgreSQL protocol into messages. A client's first message has no type. */
class Messages {
  #rest = Buffer.alloc(0);
  #hasType: boolean;

  constructor(
    isClient: boolean,
    private readonly onMessage: (type: number, body: Buffer) => void,
  ) {
    this.#hasType = !isClient;
  }

  read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const typeBytes = this.#hasType ? 1 : 0;
      if (this.#rest.length < typeBytes + 4) return;
      const end = typeBytes + this.#rest.readUInt32BE(typeBytes);
      if (this.#rest.length < end) return;
      const message = this.#rest.subarray(0, end);
      this.#rest = this.#rest.subarray(end);
      if (this.#hasType) this.onMessage(message[0]!, message.subarray(5));
      this.#hasType = true;
    }
  }
}
