import { Injectable } from '@nestjs/common';
import { AuditLog, notFound, SecurityLog, UnitOfWork } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { buildActor } from '../build-actor.ts';
import { ListMemberships } from '../list-memberships.ts';
import { People } from '../store/people.ts';

/**
 * Corrects a person's own name and language. The former values are recorded in the audit log of each of their
 * cooperatives.
 */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly units: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Does nothing when neither changes.
   * @throws Problem 'not-found' (404)
   */
  async run(personId: string, corrected: { readonly name: string; readonly language: Language }): Promise<void> {
    const person = await this.people.byId(personId);
    if (!person) throw notFound('person');
    const before = { name: person.name, language: person.language };
    const after = { name: corrected.name.trim(), language: corrected.language };
    if (before.name === after.name && before.language === after.language) return;
    await this.people.change(personId, after);
    const cooperatives = new Set<string>();
    for (const membership of await this.memberships.run(personId)) {
      if (cooperatives.has(membership.cooperative.id)) continue;
      cooperatives.add(membership.cooperative.id);
      await this.units.run(buildActor(personId, membership), () =>
        this.audit.record({
          act: 'person.corrected',
          subject: { kind: 'person', id: personId },
          details: { before, after },
        }),
      );
    }
    await this.securityLog.record({
      event: 'person-corrected',
      personId,
      details: {
        changed: [
          before.name === after.name ? '' : 'name',
          before.language === after.language ? '' : 'language',
        ].filter(Boolean),
      },
    });
  }
}
