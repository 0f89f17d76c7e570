import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PublishRun } from '../publication/publish-run.ts';
import { RecordExternalFigures } from '../external-figures/record-external-figures.ts';
import type { ProposedFigures } from './figure-proposal.ts';

/**
 * Proposes to publish a run, or to record external figures of earlier years. The figures become official when a second,
 * independent person approves.
 */
@Injectable()
export class ProposeFigures {
  constructor(
    private readonly database: Database,
    private readonly publish: PublishRun,
    private readonly seal: RecordExternalFigures,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws the problems of PublishRun.assess or RecordExternalFigures.assess: content that could not be published or recorded is
   * rejected
   */
  async run(proposed: ProposedFigures): Promise<{ id: string }> {
    if (proposed.kind === 'publication') await this.publish.assess(proposed.document);
    else await this.seal.assess(proposed.document);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into emissions.figure_proposal (id, kind, document, state, proposed_by, proposed_at) values ($1, $2, $3, 'proposed', platform.person(), $4)`,
      [id, proposed.kind, JSON.stringify(proposed.document), this.clock.now()],
    );
    await this.audit.record({
      act: 'emissions.figures-proposed',
      subject: { kind: 'figure-proposal', id },
      details: { kind: proposed.kind },
    });
    return { id };
  }
}
