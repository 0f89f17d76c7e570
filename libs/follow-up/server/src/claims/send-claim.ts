import { Inject, Injectable } from '@nestjs/common';
import { FourEyes, EmailOrganisation } from '@tallgrunn/identity-server';
import { AuditLog, Clock, CONFIG, Database, DomainEvents, type Config } from '@tallgrunn/platform';
import { compare, limits } from '@tallgrunn/values';
import { claimEmail } from './claim-letter.ts';
import { ClaimStore } from './claim-store.ts';

/**
 * Sends a claim: the supplier sees it, gets an e-mail, and can respond. A claim from `limits.secondApproval.amount`
 * must be sent by a second, independent person.
 */
@Injectable()
export class SendClaim {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly claims: ClaimStore,
    private readonly fourEyes: FourEyes,
    private readonly write: EmailOrganisation,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the number of e-mails queued to people of the supplier. Publishes 'follow-up.claim-sent'.
   * @throws Problem 'claim-state-changed' (409), and the problems of FourEyes.requireIndependent
   */
  async run(id: string): Promise<{ emails: number }> {
    const claim = await this.claims.lockForUpdate(id);
    const state = this.claims.requireState(claim, 'send');
    if (compare(claim.amount, String(limits.secondApproval.amount)) >= 0)
      await this.fourEyes.requireIndependent('supplier-claim', [claim.created_by]);
    await this.database.query(
      'update follow_up.claim set state = $2, approved_by = platform.person(), sent_at = $3 where id = $1',
      [id, state, this.clock.now()],
    );
    await this.claims.addEvent(claim, { kind: 'sent', amount: claim.amount });
    const parties = await this.database.one<{ cooperative: string; agreement: string }>(
      `select (select c.name from identity.door_cooperative c limit 1) as cooperative, a.number || ' ' || a.title as agreement from agreements.door_agreement a where a.id = $1`,
      [claim.agreement_id],
    );
    const about = {
      number: claim.number,
      amount: claim.amount,
      currency: claim.currency,
      cooperative: parties?.cooperative ?? '',
      agreement: parties?.agreement ?? '',
      link: `${this.config.publicUrl}/claims/${id}`,
    };
    const emails = await this.write.run(claim.supplier_id, (language) => claimEmail(language, about));
    await this.audit.record({
      act: 'claim.sent',
      subject: { kind: 'claim', id },
      details: { number: claim.number, emails },
    });
    await this.domainEvents.publish({
      name: 'follow-up.claim-sent',
      subjectId: id,
      payload: { agreementId: claim.agreement_id, supplierId: claim.supplier_id },
    });
    return { emails };
  }
}
