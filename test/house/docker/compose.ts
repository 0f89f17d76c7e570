import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: unknown;
  privileged?: boolean;
  network_mode?: string;
  environment?: Record<string, unknown>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { disable?: boolean; test?: unknown };
  depends_on?: Record<string, { condition?: string }>;
}

interface Compose {
  services?: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

const isSecret = (name: string) => /PASSWORD|SECRET|_URL$/.test(name);
/** A secret comes from outside and must be set, or may be empty; it never stands in the file. */
const isFromOutside = (value: unknown) => /\$\{[A-Z_]+(:\?|:-\})/.test(String(value));

function judge(name: string, service: Service, { services = {}, volumes = {} }: Compose): string[] {
  const found: string[] = [];
  const { image = '', environment = {} } = service;
  if (!/:[^:]*\d+\.\d+/.test(image)) found.push(`pin the version of the image "${image}"`);
  if (service.privileged || service.network_mode === 'host') found.push('reaches beyond its container');
  for (const [key, value] of Object.entries(environment)) if (isSecret(key) && !isFromOutside(value)) found.push(`${key} stands in the file`);
  for (const port of service.ports ?? []) if (!port.startsWith('127.0.0.1:')) found.push(`publishes ${port} to every network`);
  for (const volume of service.volumes ?? []) if (!(volume.split(':')[0] ?? '').startsWith('.') && !((volume.split(':')[0] ?? '') in volumes)) found.push(`uses the volume ${volume}, which is not declared`);
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    const wanted = services[other];
    if (!wanted) found.push(`depends on ${other}, which is no service`);
    if (condition === 'service_healthy' && !wanted?.healthcheck?.test) found.push(`waits for the health of ${other}, which tells none`);
    if (!condition) found.push(`does not say what it waits for in ${other}`);
  }
  return found.map((said) => `${name}: ${said}`);
}

/** What is wrong with a compose file, a line each. */
export function composeProblems(text: string): string[] {
  const compose = parse(text, { merge: true }) as Compose;
  return Object.entries(compose.services ?? {}).flatMap(([name, service]) => judge(name, service, compose));
}
