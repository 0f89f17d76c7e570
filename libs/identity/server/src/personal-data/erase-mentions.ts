import { Injectable } from '@nestjs/common';
import { AuditLog, Database, Problem, UnitOfWork, type Actor, type Via } from '@tallgrunn/platform';
import { FindActor } from '../find-actor.ts';

/** Number of erased texts in one column. */
export interface ErasedPlace {
  readonly place: string;
  readonly erased: number;
}

/** Shorter mentions would match too many texts. */
const CHARACTERS_MIN = 4;

/**
 * Erases free texts that mention a person, with or without an account: reasons, file names, contacts, texts of the
 * audit log.
 */
@Injectable()
export class EraseMentions {
  constructor(
    private readonly find: FindActor,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Erases mentions in every cooperative.
   * @throws Problem 'mention-too-short' (422) below four characters
   */
  async run(mention: string, order: { readonly via: Via; readonly by?: Actor }): Promise<ErasedPlace[]> {
    if (mention.trim().length < CHARACTERS_MIN)
      throw new Problem(422, 'mention-too-short', { charactersMin: CHARACTERS_MIN });
    const places: ErasedPlace[] = [];
    for (const { actor } of await this.find.system(order.via)) {
      const system: Actor = { ...actor, personId: order.by?.personId ?? null };
      places.push(
        ...(await this.units.run(system, async () => {
          const texts = await this.inCooperative([mention]);
          const count = texts.reduce((sum, { erased }) => sum + erased, 0);
          if (count > 0)
            await this.audit.record({
              act: 'person.mentions-erased',
              subject: { kind: 'cooperative', id: actor.cooperativeId },
              details: { texts: count },
            });
          return texts;
        })),
      );
    }
    return places;
  }

  /**
   * Erases mentions in the current cooperative; the unit must act as the system. Mentions that are too short are
   * skipped.
   */
  async inCooperative(mentions: readonly string[]): Promise<ErasedPlace[]> {
    const normalisedMentions = mentions
      .map((mention) => mention.trim().toLowerCase())
      .filter((mention) => mention.length >= CHARACTERS_MIN);
    if (normalisedMentions.length === 0) return [];
    const rows = await this.database.query<{ place: string; erased: string }>(
      'select place, erased from platform.erase_mentions($1)',
      [normalisedMentions],
    );
    return rows.map(({ place, erased }) => ({ place, erased: Number(erased) }));
  }
}
