import type { Parties } from '@tallgrunn/identity-server/testing';
import { Notify } from '@tallgrunn/follow-up-server';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Member, Who } from './world.ts';

/** Sent and returned messages, and their readers' settings. */
export interface NotificationsWorld {
  /** Two messages that could not be delivered. */
  readonly failedMessages: readonly string[];
  readonly unreachableAddresses: readonly string[];
  readonly calendarFeedId: string;
}

export async function notificationsOf(
  stand: TestApp,
  { system, cooperativeId }: Parties,
  members: Record<Who, Member>,
): Promise<NotificationsWorld> {
  const { manager, clerk, buyer } = members;
  await buyer.caller
    .put('/notifications/preferences', { preferences: [{ kind: 'agreement-ending', cadence: 'weekly' }] })
    .expect(200);
  await manager.caller
    .put('/email-templates/report-accepted/nb', { subject: 'Godkjent: {reportNumber}', body: 'Takk.' })
    .expect(204);
  await manager.caller
    .put('/email-templates/invitation-supplier/nn', { subject: 'Rapportering', body: '{agreements}' })
    .expect(204);
  const { body: feed } = await clerk.caller.post('/calendar-feeds').expect(201);
  const { body: file } = await clerk.caller.get(new URL(feed.address as string).pathname.replace('/api/v1', ''));
  if (file === undefined) throw new Error('The calendar is empty.');
  await stand.get(Notify).run([system]);
  const insert = (at: number, { organisationId, membershipId }: Member) =>
    stand.asOwner<{ id: string }>(
      `insert into follow_up.notification (cooperative_id, id, kind, audience, organisation_id, membership_id, person_id, subject_kind, subject_id, supplier_id, cadence, dedupe_key, created_at, due_at, state, message_id)
       select $1, gen_random_uuid(), 'obligation-late', 'supplier', $2, $3, m.person_id, 'obligation', gen_random_uuid(), $2, 'at-once', $4, now(), now(), 'unreachable', gen_random_uuid()
       from identity.membership m where m.cooperative_id = $1 and m.id = $3 returning id`,
      [cooperativeId, organisationId, membershipId, `world ${at}`],
    );
  const failed = [...(await insert(1, clerk)), ...(await insert(2, clerk))];
  const unreachable = await stand.asOwner<{ id: string }>(
    `insert into follow_up.unreachable_address (cooperative_id, id, organisation_id, email, reason, message_id, noticed_at)
     select $1, gen_random_uuid(), $2, 'borte' || n || '@example.no', '5.1.1', gen_random_uuid(), now() from generate_series(1, 2) n returning id`,
    [cooperativeId, clerk.organisationId],
  );
  return {
    failedMessages: failed.map(({ id }) => id),
    unreachableAddresses: unreachable.map(({ id }) => id),
    calendarFeedId: feed.id as string,
  };
}
