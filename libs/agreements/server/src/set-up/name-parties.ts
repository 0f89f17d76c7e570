import { Injectable } from '@nestjs/common';
import { findParty } from '../parties/site-import/existing-sites.ts';
import { LoadParties } from '../parties/site-import/load-parties.ts';

/**
 * A function that finds the party named in a text, by organisation number, municipality number or full name; null when
 * none or several match.
 */
export type FindParty = (
  kind: 'buyer' | 'supplier',
  text: string,
) => { readonly id: string; readonly name: string } | null;

/** Finds parties by name or number, for people and systems that do not have our ids. */
@Injectable()
export class FindPartiesByText {
  constructor(private readonly parties: LoadParties) {}

  async run(): Promise<FindParty> {
    const registered = await this.parties.run();
    return (kind, text) => findParty(registered, kind, text.trim());
  }
}
