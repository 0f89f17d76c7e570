import type { Server } from 'node:http';

const SECOND_MS = 1000;

/** Sets time limits for clients: a large upload over a slow line passes, an idle client does not. */
export function limitConnections(server: Server): void {
  server.headersTimeout = 20 * SECOND_MS;
  // 2 GB in an hour is 5 Mbit/s
  server.requestTimeout = 3600 * SECOND_MS;
  // no byte in either direction: longer than a virus scan may take before the response begins
  server.timeout = 330 * SECOND_MS;
  // longer than proxies keep a connection open between requests (Caddy 120 s, nginx 60 s): what closes first must be the
  // side that sends, or a request meets a connection that is being closed
  server.keepAliveTimeout = 130 * SECOND_MS;
}
