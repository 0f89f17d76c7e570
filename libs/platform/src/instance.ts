import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.ts';

/** Progress of the demo data that is loaded while the server runs. */
export interface DemoLoadProgress {
  readonly done: number;
  readonly total: number;
  readonly text: string;
}

/** Maximum time between two saved positions of a demo's clock. */
const CLOCK_SAVED_EVERY_SECONDS = 10;

export interface InstanceState {
  readonly demo: boolean;
  /** The moment at which demo data starts; null in real use. */
  readonly asOf: Date | null;
  readonly loading: DemoLoadProgress | null;
}

/** State of this installation. It holds no tenant data, so it is read outside units of work. */
@Injectable()
export class Instance {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async state(): Promise<InstanceState> {
    const [row] = await this.source.query<{ demo: boolean; as_of: Date | null; loading: DemoLoadProgress | null }[]>(
      'select demo, as_of, loading from platform.instance',
    );
    return { demo: row?.demo ?? false, asOf: row?.as_of ?? null, loading: row?.loading ?? null };
  }

  /** Makes the installation a demo that starts at a moment, and sets the clock of this process to it. */
  async becomeDemo(asOf: Date): Promise<void> {
    await this.source.query('update platform.instance set demo = true, as_of = $1, ran_until = $1', [asOf]);
    this.clock.runFrom(asOf);
  }

  async reportLoadProgress(loading: DemoLoadProgress | null): Promise<void> {
    await this.source.query('update platform.instance set loading = $1', [
      loading === null ? null : JSON.stringify(loading),
    ]);
  }

  /**
   * Sets the clock of this process at start. A demo continues after its last saved position, so that no moment occurs
   * twice.
   */
  async setClock(): Promise<void> {
    const [row] = await this.source.query<{ from: Date | null }[]>(
      `select greatest(as_of, ran_until + make_interval(secs => ${CLOCK_SAVED_EVERY_SECONDS})) as "from" from platform.instance where as_of is not null`,
    );
    if (row?.from) this.clock.runFrom(row.from);
  }

  /**
   * Saves the position of a demo's clock. Call it in a process with the demo's clock, at least every
   * `CLOCK_SAVED_EVERY_SECONDS`.
   */
  async saveClock(): Promise<void> {
    await this.source.query(
      'update platform.instance set ran_until = greatest(ran_until, $1::timestamptz) where as_of is not null',
      [this.clock.now()],
    );
  }
}
