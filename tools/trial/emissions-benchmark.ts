import 'reflect-metadata';
import { createHeadlessApp } from '@tallgrunn/app-server';
import { CalculateEmissions } from '@tallgrunn/emissions-server';
import { FindActor } from '@tallgrunn/identity-server';
import { Database, readConfig, UnitOfWork } from '@tallgrunn/platform';

// Benchmark commands for emissions. `weigh` runs a calculation of everything pending. `decided` runs one after a
// decision on an account. `copy` stores the rows of bench.stash in the same table with the same indexes and policies.
// Prints JSON.
const app = await createHeadlessApp(readConfig(), { works: false });
const get = <T>(type: new (...args: never[]) => T): T => app.get(type, { strict: false });
const word = process.argv[2] ?? '';
const [only] = await get(FindActor).system('cli');
if (!only) throw new Error('Set up first.');

const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  weigh: () => get(CalculateEmissions).run('bench'),
  decided: () => get(CalculateEmissions).run('bench', undefined, { accounts: ['kostra:209'] }),
  copy: () => get(Database).query('insert into emissions.result select * from bench.stash'),
};
const work = commands[word];
if (!work) throw new Error(`There is no ${word}: choose among ${Object.keys(commands).join(', ')}.`);
const began = performance.now();
const result = await get(UnitOfWork).run(only.actor, work);
process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - began) / 1000, result })}\n`);
await app.close();
