import { Injectable } from '@nestjs/common';
import { InvitePerson, type SentInvitation } from '@tallgrunn/identity-server';
import { Database, Problem } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { PartyRecord } from '../parties/party-record.ts';
import { CollectInvitationSubject } from './party-subject.ts';

export interface PartyInvitation {
  readonly partyId: string;
  readonly email: string;
  readonly obligationId?: string | null;
  readonly message?: string | null;
  readonly language?: Language | null;
}

/** The result of one of many invitations; `code` has the reason when it was not sent. */
export interface PartyInvitationResult {
  readonly partyId: string;
  readonly state: 'sent' | 'refused';
  readonly code: string | null;
}

const firstRole = { buyer: 'buyer-administrator', supplier: 'supplier-administrator' } as const;

/** Invites the administrator of a buyer or a supplier; the e-mail describes the party's agreements. */
@Injectable()
export class InviteParty {
  constructor(
    private readonly database: Database,
    private readonly parties: PartyRecord,
    private readonly subjects: CollectInvitationSubject,
    private readonly invite: InvitePerson,
  ) {}

  /** @throws Problem 'not-found' (404) when there is no such party of the kind; see also InvitePerson */
  async run(
    { partyId, email, obligationId = null, message = null, language = null }: PartyInvitation,
    kind: 'buyer' | 'supplier' | 'party' = 'party',
  ): Promise<SentInvitation> {
    return this.invite.run(await this.#request({ partyId, email, obligationId, message, language }, kind));
  }

  /** Invites from the operator's command line, which also prints the link. */
  async runForOperator(
    invitation: PartyInvitation,
    kind: 'buyer' | 'supplier',
  ): Promise<SentInvitation & { readonly link: string }> {
    return this.invite.runForOperator(await this.#request(invitation, kind));
  }

  /**
   * Sends several invitations. A rejected one does not affect the others; once a limit is reached, all later ones are
   * rejected.
   */
  async runMany(invitations: readonly PartyInvitation[]): Promise<PartyInvitationResult[]> {
    const results: PartyInvitationResult[] = [];
    for (const invitation of invitations) {
      const code = await this.run(invitation).then(
        () => null,
        (error: unknown) => rejectionCode(error),
      );
      results.push({ partyId: invitation.partyId, state: code === null ? 'sent' : 'refused', code });
    }
    return results;
  }

  async #request(
    { partyId, email, obligationId = null, message = null, language = null }: PartyInvitation,
    kind: 'buyer' | 'supplier' | 'party',
  ) {
    const party = await this.parties.require(partyId, kind);
    const found = await this.subjects.run(partyId, obligationId);
    return {
      ...{
        email,
        message,
        language,
        organisationId: partyId,
        role: firstRole[party.kind],
        subject: found.subject,
        obligationId: found.obligationId,
      },
      isRegisteredContact: await this.#isContact(partyId, email),
    };
  }

  /** Returns whether the address is the party's contact in one of its agreements. */
  async #isContact(partyId: string, email: string): Promise<boolean> {
    return (
      (await this.database.one(
        'select 1 from agreements.agreement_contact where supplier_id = $1 and lower(email) = lower($2)',
        [partyId, email],
      )) !== undefined
    );
  }
}

/** Returns the code of a rejection; rethrows any other error. */
function rejectionCode(error: unknown): string {
  if (error instanceof Problem && error.getStatus() < 500) return error.issues[0]?.code ?? error.code;
  throw error;
}
