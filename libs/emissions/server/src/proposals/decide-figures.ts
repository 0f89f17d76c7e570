import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { PublishRun } from '../publication/publish-run.ts';
import { RecordExternalFigures } from '../external-figures/record-external-figures.ts';
import type { ProposedFigures } from './figure-proposal.ts';

type Row = ProposedFigures & { readonly state: string; readonly proposed_by: string };

/**
 * Decides on proposals of official figures. A second, independent person approves or rejects; the proposer can
 * withdraw.
 */
@Injectable()
export class DecideFigures {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly publish: PublishRun,
    private readonly seal: RecordExternalFigures,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves a proposal and makes its content official. Returns the id of the publication or of the first external
   * figure.
   * @throws Problem 'figure-proposal-already-decided' (409), and the problems of FourEyes, PublishRun and RecordExternalFigures
   */
  async approve(id: string): Promise<{ id: string }> {
    const row = await this.#lockForUpdate(id);
    await this.fourEyes.requireIndependent('official-figures', [row.proposed_by]);
    await this.#set(id, 'approved', null);
    const approved = { id, proposedBy: row.proposed_by };
    return row.kind === 'publication'
      ? this.publish.run(row.document, approved)
      : this.seal.run(row.document, approved);
  }

  async reject(id: string, note: string): Promise<void> {
    const row = await this.#lockForUpdate(id);
    await this.fourEyes.requireIndependent('official-figures', [row.proposed_by]);
    await this.#set(id, 'rejected', note);
    await this.audit.record({
      act: 'emissions.figures-rejected',
      subject: { kind: 'figure-proposal', id },
      details: { kind: row.kind },
    });
  }

  async withdraw(id: string): Promise<void> {
    const row = await this.#lockForUpdate(id);
    if (row.proposed_by !== this.database.actor().personId) throw new Problem(409, 'figure-proposal-of-another', {});
    await this.#set(id, 'withdrawn', null);
    await this.audit.record({
      act: 'emissions.figures-withdrawn',
      subject: { kind: 'figure-proposal', id },
      details: { kind: row.kind },
    });
  }

  async #set(id: string, state: 'approved' | 'rejected' | 'withdrawn', note: string | null): Promise<void> {
    await this.database.query(
      'update emissions.figure_proposal set state = $2, decided_by = platform.person(), decided_at = $3, decision_note = $4 where id = $1',
      [id, state, this.clock.now(), note],
    );
  }

  async #lockForUpdate(id: string): Promise<Row> {
    const row = await this.database.one<Row & Record<string, unknown>>(
      'select kind, document, state, proposed_by from emissions.figure_proposal where id = $1 for update',
      [id],
    );
    if (!row) throw notFound('figure-proposal');
    if (row.state !== 'proposed') throw new Problem(409, 'figure-proposal-already-decided', { state: row.state });
    return row;
  }
}
