import path from 'node:path';

/** The root folder of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** Folder for everything that must survive: database, files, passwords. Never in git. */
export const dataFolder = path.resolve(root, process.env.TALLGRUNN_DATA ?? '.data');

/**
 * Node flags of the product's programs. Source maps give errors their line in the source. The space for new objects is
 * small, because the programs mostly stream data. A larger one doubles their memory and makes them no faster.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=4'] as const;
