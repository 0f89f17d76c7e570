import { Injectable } from '@nestjs/common';
import { findParty } from '../parties/intake/known-units.ts';
import { LoadParties } from '../parties/intake/load-parties.ts';

/** Finds the party that a text names, by organisation number, municipality number or whole name; null when none or several are called so. */
export type PartyNamer = (
  kind: 'buyer' | 'supplier',
  text: string,
) => { readonly id: string; readonly name: string } | null;

/** Names parties as people and other programs do, who know no ids of ours. */
@Injectable()
export class NameParties {
  constructor(private readonly parties: LoadParties) {}

  async run(): Promise<PartyNamer> {
    const known = await this.parties.run();
    return (kind, text) => findParty(known, kind, text.trim());
  }
}
