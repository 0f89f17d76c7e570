import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.ts';

/** What is being loaded behind the running server, and how far it has come. */
export interface Loading {
  readonly done: number;
  readonly total: number;
  readonly text: string;
}

/** Between two looks at the clock of a demo lies no more than this. */
const KEPT_EVERY_SECONDS = 10;

export interface InstanceState {
  readonly demo: boolean;
  /** The moment a demo world runs from; null in real use. */
  readonly asOf: Date | null;
  readonly loading: Loading | null;
}

/** What this installation is. No tenant's data: read outside units of work. */
@Injectable()
export class Instance {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async state(): Promise<InstanceState> {
    const [row] = await this.source.query<{ demo: boolean; as_of: Date | null; loading: Loading | null }[]>(
      'select demo, as_of, loading from platform.instance',
    );
    return { demo: row?.demo ?? false, asOf: row?.as_of ?? null, loading: row?.loading ?? null };
  }

  /** Marks the installation as a demo that runs from a moment, and sets this process' clock to it. */
  async becomeDemo(asOf: Date): Promise<void> {
    await this.source.query('update platform.instance set demo = true, as_of = $1, ran_until = $1', [asOf]);
    this.clock.runFrom(asOf);
  }

  async tellLoading(loading: Loading | null): Promise<void> {
    await this.source.query('update platform.instance set loading = $1', [
      loading === null ? null : JSON.stringify(loading),
    ]);
  }

  /** Sets this process' clock as the installation says; called at start. A demo that has run before goes on where it was: no moment comes twice. */
  async setClock(): Promise<void> {
    const [row] = await this.source.query<{ from: Date | null }[]>(
      `select greatest(as_of, ran_until + make_interval(secs => ${KEPT_EVERY_SECONDS})) as "from" from platform.instance where as_of is not null`,
    );
    if (row?.from) this.clock.runFrom(row.from);
  }

  /** Keeps how far a demo's clock has come; called by a process whose clock is the demo's, at least as often as `KEPT_EVERY_SECONDS` says. */
  async keepMoment(): Promise<void> {
    await this.source.query(
      'update platform.instance set ran_until = greatest(ran_until, $1::timestamptz) where as_of is not null',
      [this.clock.now()],
    );
  }
}
