/** A database that this program cannot migrate. The message is one sentence for the operator. */
export class MigrationRefused extends Error {}

/** The database has steps this program does not know: a newer program has migrated it. */
export class NewerDatabase extends MigrationRefused {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database is newer than this program: it holds ${unknown.length} step(s) this version does not know (${unknown[0]}). Start the version that made them, or use another database.`,
    );
  }
}

/** The database was made before the first step of this program, which therefore cannot upgrade it. */
export class UnsupportedDatabase extends MigrationRefused {
  constructor() {
    super(
      'The database was made by a version before 0.2.0, which this version cannot upgrade: use a new database (for a demo, stop it and delete the folder .data), or start the version that made it.',
    );
  }
}

/** A step was applied with another text than this program has, so the tables may differ from the current text. */
export class ChangedSteps extends MigrationRefused {
  constructor(readonly changed: readonly string[]) {
    super(
      `The database was made by a version that was never released: its step ${changed.join(', ')} has a different text in this program. Restore a backup into a new database, or start the version that made it.`,
    );
  }
}

/** PostgreSQL is too old for the SQL of the steps. */
export class OldPostgres extends MigrationRefused {
  constructor(place: string, version: string, versionMin: number) {
    super(`The PostgreSQL at ${place} is version ${version}: Tallgrunn needs ${versionMin} or newer.`);
  }
}

/** Another migration or a long request holds a lock that a step needs. */
export class DatabaseBusy extends MigrationRefused {
  constructor(seconds: number) {
    super(
      `The database was in use for ${seconds} seconds by another migration or a long request, and the migration is not complete: run migrate again, or stop the server and the worker first.`,
    );
  }
}

/** The role in DATABASE_URL may not set up the roles; an administrator must do it. */
export class RolesIncomplete extends MigrationRefused {
  constructor(
    role: string,
    readonly statements: readonly string[],
  ) {
    super(
      `The role ${role} may not set up the roles of Tallgrunn. Have an administrator of the PostgreSQL run this once, and migrate again:\n${statements.map((statement) => `  ${statement};`).join('\n')}`,
    );
  }
}
