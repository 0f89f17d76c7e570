import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import * as tls from 'node:tls';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { readConfig } from './config.ts';
import { ScanWithClamd } from './scan/scan-with-clamd.ts';
import { selfSigned } from './testing.ts';

const HOST = 'localhost';
const ours = selfSigned(HOST);
const foreign = selfSigned(HOST);
const otherHost = selfSigned('other.example.org');
const authorities = tls.getCACertificates('default');
let folder: string;
const open: Server[] = [];
const sockets = new Set<Socket>();

/** Starts a server on this machine and returns its port. */
async function listen(server: Server): Promise<number> {
  open.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-tls-'));
  await writeFile(path.join(folder, 'ca.pem'), `${ours.cert}${otherHost.cert}`);
  tls.setDefaultCACertificates([...authorities, ours.cert, otherHost.cert]);
});
afterAll(async () => {
  tls.setDefaultCACertificates(authorities);
  for (const socket of sockets) socket.destroy();
  for (const server of open) server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('database over TLS', () => {
  /**
   * Starts a TLS proxy in front of the real PostgreSQL. The client requests TLS in eight bytes; the server answers S
   * and the handshake begins.
   */
  async function encrypted(certificate: { cert: string; key: string } | null): Promise<string> {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    const { port: realPort, hostname: realHost } = url;
    const port = await listen(
      createServer((socket) =>
        socket.once('data', () => {
          if (!certificate) return void socket.end('N');
          socket.write('S');
          const secure = new tls.TLSSocket(socket, { isServer: true, ...certificate });
          const behind = connect(Number(realPort), realHost);
          secure.on('error', () => behind.destroy());
          behind.on('error', () => secure.destroy());
          secure.pipe(behind).pipe(secure);
        }),
      ),
    );
    url.host = `${HOST}:${port}`;
    url.searchParams.set('sslmode', 'require');
    url.searchParams.set('sslrootcert', path.join(folder, 'ca.pem'));
    return readConfig({ DATABASE_URL: url.toString(), TALLGRUNN_APP_PASSWORD: 'none', SESSION_SECRET: 'none' })
      .ownerUrl;
  }

  async function ask(connectionString: string): Promise<unknown> {
    const client = new Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<{ one: number }>('select 1 as one')).rows[0]?.one;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  it('is reached when the certificate matches the host, by the driver and by the pool', async () => {
    const url = await encrypted(ours);
    expect(await ask(url)).toBe(1);
    const source = await new DataSource({ type: 'postgres', url }).initialize();
    expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });

  it('is not reached with an unknown authority, another host, or without TLS', async () => {
    await expect(ask(await encrypted(foreign))).rejects.toThrow(/self-signed/);
    await expect(ask(await encrypted(otherHost))).rejects.toThrow(/does not match/);
    await expect(ask(await encrypted(null))).rejects.toThrow(/does not support SSL/);
    await expect(new DataSource({ type: 'postgres', url: await encrypted(foreign) }).initialize()).rejects.toThrow(
      /self-signed/,
    );
  });
});

describe('mail server', () => {
  const letter = {
    from: 'a@example.org',
    to: 'b@example.org',
    subject: 'x',
    text: 'https://example.org/invitation/secret-of-the-link',
  };

  const answers: Record<string, string> = { DATA: '354 go\r\n', QUIT: '221 bye\r\n', STARTTLS: '502 not here\r\n' };

  /**
   * Starts a fake mail server; with a certificate it offers STARTTLS. Returns the lines it received in clear text and
   * over TLS.
   */
  async function mailServer(
    certificate: { cert: string; key: string } | null,
  ): Promise<{ port: number; clear: string[]; secret: string[] }> {
    const [clear, secret]: [string[], string[]] = [[], []];
    const talk = (socket: Socket, said: string[]) => {
      let inLetter = false;
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
          said.push(line);
          if (inLetter && line !== '.') continue;
          inLetter = line === 'DATA';
          if (/^EHLO/.test(line))
            socket.write(certificate && said === clear ? '250-here\r\n250 STARTTLS\r\n' : '250 here\r\n');
          else if (line === 'STARTTLS' && certificate) {
            socket.removeAllListeners('data');
            socket.write('220 go\r\n');
            const secure = new tls.TLSSocket(socket, { isServer: true, ...certificate });
            secure.on('error', () => socket.destroy()).on('close', () => socket.destroy());
            talk(secure, secret);
          } else socket.write(answers[line] ?? '250 ok\r\n');
        }
      });
    };
    const port = await listen(
      createServer((socket) => {
        socket.write('220 here\r\n');
        talk(socket, clear);
      }),
    );
    return { port, clear, secret };
  }

  /** Returns an address as the operator's configuration would, but on this machine instead of the configured server. */
  const addressOf = (port: number) =>
    (
      readConfig({
        DATABASE_URL: 'postgres://a@localhost/b',
        TALLGRUNN_APP_PASSWORD: 'none',
        SESSION_SECRET: 'none',
        SMTP_URL: `smtp://mail.example.org:${port}`,
      }).smtpUrl ?? ''
    ).replace('mail.example.org', HOST);

  it('gets e-mails over TLS with a certificate of its host', async () => {
    const { port, clear, secret } = await mailServer(ours);
    await createTransport(addressOf(port)).sendMail(letter);
    expect(secret.join('\n')).toContain('secret-of-the-link');
    expect(clear.join('\n')).not.toContain('secret-of-the-link');
  });

  it('gets none without TLS, or with an unknown authority', async () => {
    for (const certificate of [null, foreign]) {
      const { port, clear, secret } = await mailServer(certificate);
      await expect(createTransport(addressOf(port)).sendMail(letter)).rejects.toThrow();
      expect([...clear, ...secret].join('\n')).not.toContain('secret-of-the-link');
    }
  });
});

describe('clamd', () => {
  const pong = (socket: Socket) => socket.on('error', () => undefined).once('data', () => void socket.end('PONG\0'));

  it('is used over TLS only with a certificate of its host', async () => {
    expect(await new ScanWithClamd(`tls://${HOST}:${await listen(tls.createServer(ours, pong))}`, 30).state()).toBe(
      'ready',
    );
    expect(await new ScanWithClamd(`tls://${HOST}:${await listen(tls.createServer(foreign, pong))}`, 30).state()).toBe(
      'unreachable',
    );
    expect(await new ScanWithClamd(`tls://${HOST}:${await listen(createServer(pong))}`, 30).state()).toBe(
      'unreachable',
    );
  });

  it('is used through a Unix socket', async () => {
    const socket = path.join(folder, 'clamd.sock');
    const server = createServer(pong).listen(socket);
    open.push(server);
    await once(server, 'listening');
    expect(await new ScanWithClamd(`unix:${socket}`, 30).state()).toBe('ready');
  });
});
