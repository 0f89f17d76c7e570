import type { Type } from '@nestjs/common';

/** One migration step of a room's schema: a sortable name, and SQL. */
export type RoomMigration = readonly [name: string, sql: string];

/** A room: a module of the server with its entities, its schema and its door. */
export interface Room {
  readonly name: string;
  readonly module: Type;
  readonly entities?: readonly Type[];
  /** In order. A step that has been applied is never edited. */
  readonly migrations: readonly RoomMigration[];
  /** SQL of the views that rooms to the right may read. They are recreated at every migration. */
  readonly door?: string;
}

/** Injection token of the rooms of this process. */
export const ROOMS = Symbol('rooms');

export const defineRoom = (room: Room): Room => room;

/** Returns the database schema of a room: factor-book → factor_book. */
export const schemaOf = (room: string) => room.replaceAll('-', '_');
