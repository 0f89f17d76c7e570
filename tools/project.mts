import path from 'node:path';

/** The top folder of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** Where an installation keeps what must survive: database, files, passwords. Never in git. */
export const dataFolder = path.resolve(root, process.env.TALLGRUNN_DATA ?? '.data');
