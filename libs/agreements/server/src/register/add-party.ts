import { Injectable } from '@nestjs/common';
import { SetUpParties } from '@tallgrunn/identity-server';
import { Database, Problem, type Issue } from '@tallgrunn/platform';
import { OrgNumber } from '@tallgrunn/values';

export interface NewParty {
  readonly kind: 'supplier' | 'buyer';
  readonly name: string;
  /** As written; null without a Norwegian number. */
  readonly orgNumber?: string | null;
  readonly municipalityNumber?: string | null;
  /** Confirms that a synthetic number of the Norwegian Tax Administration is intended. */
  readonly testNumber?: boolean;
}

/**
 * Registers an organisation with the cooperative.
 * @throws Problem 'party-invalid' (422) when the number is invalid or already registered
 */
@Injectable()
export class AddParty {
  constructor(
    private readonly database: Database,
    private readonly parties: SetUpParties,
  ) {}

  async run({ kind, name, orgNumber, municipalityNumber, testNumber = false }: NewParty): Promise<{ id: string }> {
    const number = orgNumber?.trim() ? readNumber(orgNumber, testNumber) : null;
    if (number) await this.#requireNew(kind, number);
    return {
      id: await this.parties.addOrganisation({
        kind,
        name: name.trim(),
        orgNumber: number,
        municipalityNumber: municipalityNumber ?? null,
      }),
    };
  }

  async #requireNew(kind: string, number: string): Promise<void> {
    const existing = await this.database.one<{ name: string }>(
      'select name from identity.door_current_organisation where kind = $1 and org_number = $2',
      [kind, number],
    );
    if (existing)
      rejectParty([{ code: 'party-known', path: 'orgNumber', params: { found: number, expected: existing.name } }]);
  }
}

function readNumber(text: string, testNumbers: boolean): string {
  const reading = OrgNumber.parse(text, { testNumbers });
  if (!reading.ok) rejectParty([{ code: `org-number-${reading.problem}`, path: 'orgNumber', params: { found: text } }]);
  return reading.value ?? '';
}

function rejectParty(issues: readonly Issue[]): never {
  throw new Problem(422, 'party-invalid', {}, issues);
}
