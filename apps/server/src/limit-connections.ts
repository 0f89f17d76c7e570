import type { Server } from 'node:http';

const SECOND_MS = 1000;

/** Sets how long a client may take. A large upload over a slow line is let through; a client that says nothing is not. */
export function limitConnections(server: Server): void {
  server.headersTimeout = 20 * SECOND_MS;
  // 2 GB in an hour is 5 Mbit/s
  server.requestTimeout = 3600 * SECOND_MS;
  // no byte in either direction: longer than a virus scan may take before the answer begins
  server.timeout = 330 * SECOND_MS;
  // longer than proxies keep a connection open between requests (Caddy 120 s, nginx 60 s): what closes first must be the
  // side that sends, or a request meets a connection that is being closed
  server.keepAliveTimeout = 130 * SECOND_MS;
}
