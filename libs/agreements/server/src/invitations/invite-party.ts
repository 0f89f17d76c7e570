import { Injectable } from '@nestjs/common';
import { InvitePerson, type SentInvitation } from '@tallgrunn/identity-server';
import { Database, Problem } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { PartyRecord } from '../parties/party-record.ts';
import { CollectPartySubject } from './party-subject.ts';

export interface PartyInvitation {
  readonly partyId: string;
  readonly email: string;
  readonly dutyId?: string | null;
  readonly message?: string | null;
  readonly language?: Language | null;
}

/** What came of one invitation among many: the code says why one was not sent. */
export interface PartyInvitationResult {
  readonly partyId: string;
  readonly state: 'sent' | 'refused';
  readonly code: string | null;
}

const firstRole = { buyer: 'buyer-administrator', supplier: 'supplier-administrator' } as const;

/** Invites the administrator of a buyer or a supplier, with what the agreements say of it in the e-mail. */
@Injectable()
export class InviteParty {
  constructor(
    private readonly database: Database,
    private readonly parties: PartyRecord,
    private readonly subjects: CollectPartySubject,
    private readonly invite: InvitePerson,
  ) {}

  /** @throws Problem 'not-found' when there is no such party of the kind, and those of InvitePerson */
  async run(
    { partyId, email, dutyId = null, message = null, language = null }: PartyInvitation,
    kind: 'buyer' | 'supplier' | 'party' = 'party',
  ): Promise<SentInvitation> {
    return this.invite.run(await this.#request({ partyId, email, dutyId, message, language }, kind));
  }

  /** The same for the operator's command line, which prints the link as well. */
  async runForOperator(
    invitation: PartyInvitation,
    kind: 'buyer' | 'supplier',
  ): Promise<SentInvitation & { readonly link: string }> {
    return this.invite.runForOperator(await this.#request(invitation, kind));
  }

  /** Invites many at once. One that is refused leaves the others; when a limit is reached, so are all after it. */
  async runMany(invitations: readonly PartyInvitation[]): Promise<PartyInvitationResult[]> {
    const results: PartyInvitationResult[] = [];
    for (const invitation of invitations) {
      const code = await this.run(invitation).then(
        () => null,
        (error: unknown) => refusalOf(error),
      );
      results.push({ partyId: invitation.partyId, state: code === null ? 'sent' : 'refused', code });
    }
    return results;
  }

  async #request(
    { partyId, email, dutyId = null, message = null, language = null }: PartyInvitation,
    kind: 'buyer' | 'supplier' | 'party',
  ) {
    const party = await this.parties.require(partyId, kind);
    const found = await this.subjects.run(partyId, dutyId);
    return {
      ...{
        email,
        message,
        language,
        organisationId: partyId,
        role: firstRole[party.kind],
        subject: found.subject,
        dutyId: found.dutyId,
      },
      isRegisteredContact: await this.#isContact(partyId, email),
    };
  }

  /** Whether the address is the party's contact in one of its agreements. */
  async #isContact(partyId: string, email: string): Promise<boolean> {
    return (
      (await this.database.one(
        'select 1 from agreements.agreement_contact where supplier_id = $1 and lower(email) = lower($2)',
        [partyId, email],
      )) !== undefined
    );
  }
}

/** The code of a refusal; what is no refusal goes on as an error. */
function refusalOf(error: unknown): string {
  if (error instanceof Problem && error.getStatus() < 500) return error.issues[0]?.code ?? error.code;
  throw error;
}
