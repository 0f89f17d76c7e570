import path from 'node:path';

/** The top folder of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** Where an installation keeps what must survive: database, files, passwords. Never in git. */
export const dataFolder = path.resolve(root, process.env.TALLGRUNN_DATA ?? '.data');

/**
 * How Node runs the product's programs: an error tells its line in the source; and room for what is new is small, for they pass things on and keep
 * next to nothing. With more of it they hold twice the memory, and are no quicker.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=4'] as const;
