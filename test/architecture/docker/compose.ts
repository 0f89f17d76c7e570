import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: unknown;
  privileged?: boolean;
  network_mode?: string;
  networks?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  mem_limit?: string;
  cpus?: number;
  pids_limit?: number;
  logging?: { options?: Record<string, string> };
  stop_grace_period?: string;
  restart?: string;
  profiles?: string[];
  environment?: Record<string, unknown>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { disable?: boolean; test?: unknown };
  depends_on?: Record<string, { condition?: string }>;
}

interface Compose {
  services?: Record<string, Service>;
  volumes?: Record<string, unknown>;
  networks?: Record<string, { internal?: boolean }>;
}

/** Capabilities that a container's first step may need to change the owner of its folders. */
const startingCapabilities = new Set(['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']);
/** Only the proxy may use ports below 1024. */
const proxyCapability = 'NET_BIND_SERVICE';
const isProxy = ({ profiles = [] }: Service) => profiles.includes('tls');

/** Returns missing restrictions of a container: read-only file system, dropped capabilities, resource limits. */
function confinement(service: Service): string[] {
  const { read_only, cap_drop = [], cap_add = [], security_opt = [], mem_limit, cpus, pids_limit } = service;
  const problems: string[] = [];
  if (read_only !== true) problems.push('is not read_only');
  if (!cap_drop.includes('ALL')) problems.push('does not drop all capabilities');
  for (const capability of cap_add)
    if (!startingCapabilities.has(capability) && !(isProxy(service) && capability === proxyCapability))
      problems.push(`adds the capability ${capability}`);
  if (!security_opt.includes('no-new-privileges:true')) problems.push('may gain privileges');
  if (!mem_limit || !cpus || !pids_limit) problems.push('has no limit of memory, processors or processes');
  if (!service.logging?.options?.['max-size']) problems.push('has a log without an end');
  if (service.restart !== 'no' && service.restart !== undefined && !service.stop_grace_period)
    problems.push('does not say how long it may take to end');
  return problems;
}

const isSecret = (name: string) => /PASSWORD|SECRET|_URL$/.test(name);
/**
 * Returns true if a secret comes from the environment, where it must be set or may be empty. It must never be in the
 * file.
 */
const isFromOutside = (value: unknown) => /\$\{[A-Z_]+(:\?|:-\})/.test(String(value));

function serviceProblems(
  name: string,
  service: Service,
  { services = {}, volumes = {}, networks = {} }: Compose,
): string[] {
  const problems: string[] = [];
  const { environment = {} } = service;
  const image = defaultOf(service.image ?? '');
  problems.push(...confinement(service));
  for (const network of service.networks ?? [])
    if (!(network in networks)) problems.push(`uses the network ${network}, which is not declared`);
  if (!/:[^:]*\d+\.\d+/.test(image)) problems.push(`pin the version of the image "${image}"`);
  if (service.privileged || service.network_mode === 'host') problems.push('reaches beyond its container');
  for (const [key, value] of Object.entries(environment))
    if (isSecret(key) && !isFromOutside(value)) problems.push(`${key} stands in the file`);
  for (const port of service.ports ?? [])
    if (!port.startsWith('127.0.0.1:') && !isProxy(service)) problems.push(`publishes ${port} to every network`);
  for (const volume of (service.volumes ?? []).map(defaultOf))
    if (!(volume.split(':')[0] ?? '').startsWith('.') && !((volume.split(':')[0] ?? '') in volumes))
      problems.push(`uses the volume ${volume}, which is not declared`);
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    const wanted = services[other];
    if (!wanted) problems.push(`depends on ${other}, which is no service`);
    if (condition === 'service_healthy' && !wanted?.healthcheck?.test)
      problems.push(`waits for the health of ${other}, which tells none`);
    if (!condition) problems.push(`does not say what it waits for in ${other}`);
  }
  return problems.map((said) => `${name}: ${said}`);
}

/** Returns the variables of the services that use our own image, by service. */
export function variablesOf(text: string): [service: string, variable: string][] {
  const { services = {} } = parse(text, { merge: true }) as Compose;
  return Object.entries(services)
    .filter(([, { build }]) => build)
    .flatMap(([name, { environment = {} }]) =>
      Object.keys(environment).map((variable): [string, string] => [name, variable]),
    );
}

/** Returns the default of `${NAME:-value}`, as used when NAME is not set. */
export const defaultOf = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

/** Returns the problems of a compose file, one per line. */
export function composeProblems(text: string): string[] {
  const compose = parse(text, { merge: true }) as Compose;
  return Object.entries(compose.services ?? {}).flatMap(([name, service]) => serviceProblems(name, service, compose));
}
