import type { Type } from '@nestjs/common';

/** One step forward of one room's schema: a name that sorts, and SQL. */
export type RoomMigration = readonly [name: string, sql: string];

/** A room as the server sees it: its module, its entities, its schema and its door. */
export interface Room {
  readonly name: string;
  readonly module: Type;
  readonly entities?: readonly Type[];
  /** In order; a step that has run is never edited. */
  readonly migrations: readonly RoomMigration[];
  /** The views rooms to the right read; made anew at every migration. */
  readonly door?: string;
}

/** The rooms of the process, as an injection token. */
export const ROOMS = Symbol('rooms');

export const defineRoom = (room: Room): Room => room;

/** The schema a room owns: factor-book → factor_book. */
export const schemaOf = (room: string) => room.replaceAll('-', '_');
