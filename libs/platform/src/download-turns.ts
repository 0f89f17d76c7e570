import { Injectable } from '@nestjs/common';
import { limits } from '@tallgrunn/values';
import type { Actor } from './actor.ts';
import { Problem } from './problem.ts';

interface DownloadSlot {
  readonly person: string;
  readonly organisation: string;
}

/** Limits the concurrent long downloads in this process, per person, per organisation and in total. */
@Injectable()
export class DownloadSlots {
  readonly #taken = new Set<DownloadSlot>();

  /**
   * Takes a slot for an actor and returns the function that releases it.
   * @throws Problem 'downloads-in-progress' (429) when a limit is reached
   */
  acquire({
    personId,
    organisationId,
    cooperativeId,
  }: Pick<Actor, 'personId' | 'organisationId' | 'cooperativeId'>): () => void {
    const organisation = organisationId ?? cooperativeId;
    const slot: DownloadSlot = { person: personId ?? organisation, organisation };
    const count = (of: (each: DownloadSlot) => boolean): number => [...this.#taken].filter(of).length;
    const { perPersonMax, perOrganisationMax, atOnceMax, retryAfterSeconds } = limits.downloads;
    const reject = (scope: 'person' | 'organisation' | 'everyone', max: number): never => {
      throw new Problem(429, 'downloads-in-progress', { scope, max, retryAfterSeconds });
    };
    if (count(({ person }) => person === slot.person) >= perPersonMax) reject('person', perPersonMax);
    if (count((each) => each.organisation === organisation) >= perOrganisationMax)
      reject('organisation', perOrganisationMax);
    if (this.#taken.size >= atOnceMax) reject('everyone', atOnceMax);
    this.#taken.add(slot);
    return () => void this.#taken.delete(slot);
  }
}
