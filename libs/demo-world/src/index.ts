export { generateWorld, profiles, type Profile, type WorldOptions } from './generate-world.ts';
export type { WorldFile } from './world-file.ts';
