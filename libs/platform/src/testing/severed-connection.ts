import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A local port that forwards to a database until it is severed. Simulates an unreachable database. */
export class SeveredConnection {
  readonly #sockets = new Set<Socket>();
  #server: Server;
  #port = 0;

  private constructor(private readonly target: URL) {
    this.#server = this.#listener();
  }

  static async to(databaseUrl: string): Promise<SeveredConnection> {
    const made = new SeveredConnection(new URL(databaseUrl));
    await made.restore();
    return made;
  }

  /** The address of the database through this port. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.#port);
    return url.toString();
  }

  /** Closes all connections and accepts no more. */
  async sever(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Accepts connections again, on the same port. */
  async restore(): Promise<void> {
    this.#server = this.#listener();
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #listener(): Server {
    return createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname.replace(/^\[|\]$/g, ''));
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
  }
}
