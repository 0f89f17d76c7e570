import { Injectable } from '@nestjs/common';
import { limits } from '@tallgrunn/values';
import type { Actor } from './actor.ts';
import { Problem } from './problem.ts';

interface Turn {
  readonly person: string;
  readonly organisation: string;
}

/** Limits the concurrent long downloads in this process, per person, per organisation and in total. */
@Injectable()
export class DownloadTurns {
  readonly #taken = new Set<Turn>();

  /**
   * Takes a slot for an actor and returns the function that releases it.
   * @throws Problem 'downloads-in-progress' (429) when a limit is reached
   */
  take({
    personId,
    organisationId,
    cooperativeId,
  }: Pick<Actor, 'personId' | 'organisationId' | 'cooperativeId'>): () => void {
    const organisation = organisationId ?? cooperativeId;
    const turn: Turn = { person: personId ?? organisation, organisation };
    const count = (of: (each: Turn) => boolean): number => [...this.#taken].filter(of).length;
    const { perPersonMax, perOrganisationMax, atOnceMax, retryAfterSeconds } = limits.downloads;
    const refuse = (scope: 'person' | 'organisation' | 'everyone', max: number): never => {
      throw new Problem(429, 'downloads-in-progress', { scope, max, retryAfterSeconds });
    };
    if (count(({ person }) => person === turn.person) >= perPersonMax) refuse('person', perPersonMax);
    if (count((each) => each.organisation === organisation) >= perOrganisationMax)
      refuse('organisation', perOrganisationMax);
    if (this.#taken.size >= atOnceMax) refuse('everyone', atOnceMax);
    this.#taken.add(turn);
    return () => void this.#taken.delete(turn);
  }
}
