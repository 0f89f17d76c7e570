import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ScanFailed } from './scan-file.ts';
import { ScanWithClamd } from './scan-with-clamd.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-clamd-'));
const file = path.join(folder, 'file');
writeFileSync(file, 'x'.repeat(100_000));
const servers: Server[] = [];
const sockets = new Set<Socket>();

async function listen(answer: (socket: Socket, command: string) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => answer(socket, chunk.toString().split('\0')[0] ?? ''));
    socket.resume();
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

// Without its timeouts an unresponsive clamd would block an upload for minutes, and these tests would time out.
describe('ScanWithClamd', () => {
  it('gives up on a clamd that accepts a connection and answers nothing', async () => {
    const port = await listen(() => undefined);
    await expect(new ScanWithClamd(`tcp://127.0.0.1:${port}`, 30).run({ path: file })).rejects.toThrow(ScanFailed);
  }, 20_000);

  it('gives up on a clamd that answers a ping but gives no result', async () => {
    const port = await listen((socket, command) => void (command === 'zPING' && socket.end('PONG\0')));
    await expect(new ScanWithClamd(`tcp://127.0.0.1:${port}`, 1).run({ path: file })).rejects.toThrow(/says nothing/);
  }, 20_000);
});
