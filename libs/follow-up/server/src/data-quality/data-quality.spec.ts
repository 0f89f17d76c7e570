import { signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { CollectQualityLetters } from '../notifications/collect/collect-quality-letters.ts';
import { Notify } from '../notifications/notify.ts';
import { decodeEmail } from '../testing/decode-email.ts';
import { setUpNotifications, type NotificationsTestApp } from '../testing.ts';

let server: MailServer;
let world: NotificationsTestApp;
let manager: SignedIn;
let supplier: SignedIn;
let supplierId: string;

beforeAll(async () => {
  server = await startMailServer();
  world = await setUpNotifications({ smtpUrl: server.url });
  const { stand, parties, agreement } = world;
  supplierId = parties.suppliers[0]!.organisationId;
  stand.clock.runFrom(new Date('2026-04-20T10:00:00Z'));
  const [meat, milk] = marchLines;
  const unlisted = { ...meat!, itemNumber: '99999', itemName: 'Ukjent vare' };
  await acceptedReport(stand, parties, agreement, { periodKey: '2026-03', lines: [unlisted, milk!] });
  stand.clock.runFrom(new Date('2026-05-04T10:00:00Z'));
  manager = await signIn(stand, parties.manager.email);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
});
afterAll(async () => {
  await world.stand.close();
  await server.close();
});

describe('data quality', () => {
  it('is listed by supplier with the figures of the supplier’s page', async () => {
    const { items, period } = (await manager.get('/data-quality').expect(200)).body;
    expect(period).toEqual({ from: '2025-05', to: '2026-04' });
    const { quality } = (await manager.get(`/suppliers/${supplierId}/overview`).expect(200)).body;
    const [row] = items;
    expect(row).toMatchObject({
      supplier: { id: supplierId },
      ...{ reports: quality.reports, lines: quality.lines, returned: quality.returned },
      ...{ findingCount: quality.findingCount, overriddenCount: quality.overriddenCount },
    });
    expect(row.checks.slice(0, 5).map(({ code }: { code: string }) => code)).toEqual(
      quality.checks.map(({ code }: { code: string }) => code),
    );
    expect(row.levels.map(({ level }: { level: string }) => level)).toEqual(['required', 'expected', 'excellent']);
  });

  it('is of one agreement when it is named', async () => {
    const of = async (agreementId: string) =>
      (await manager.get(`/data-quality?agreementId=${agreementId}`).expect(200)).body.items;
    expect(await of(world.agreement.agreementId)).toEqual((await manager.get('/data-quality').expect(200)).body.items);
    const other = '00000000-0000-4000-8000-000000000000';
    expect(await of(other)).toEqual([]);
    await manager.get(`/data-quality/${supplierId}?agreementId=${other}`).expect(404);
  });

  it('is shown to a supplier of itself only', async () => {
    const own = (await supplier.get('/data-quality').expect(200)).body.items;
    expect(own).toHaveLength(1);
    expect((await supplier.get(`/data-quality/${supplierId}`).expect(200)).body).toMatchObject(own[0]);
    const other = await signIn(world.stand, world.parties.suppliers[1]!.email);
    expect((await other.get('/data-quality').expect(200)).body.items).toEqual([]);
    await other.get(`/data-quality/${supplierId}`).expect(404);
    const buyer = await signIn(world.stand, world.parties.buyers[0]!.email);
    await buyer.get('/data-quality').expect(403);
    expect((await manager.get('/data-quality?from=2026-04&to=2026-03').expect(422)).body.code).toBe('period-reversed');
  });

  it('is sent once in a letter for the month before, which the supplier may stop', async () => {
    const { stand, parties } = world;
    const collect = (today: string) =>
      stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(CollectQualityLetters).run(today));
    expect(await collect('2026-05-08')).toBe(0);
    expect(await collect('2026-05-04')).toBe(1);
    expect(await collect('2026-05-05')).toBe(0);
    await stand.get(Notify).run([parties.system]);
    await stand.deliverMail();
    const [letter, ...others] = server.received.map(decodeEmail).filter((each) => each.includes('/data-quality'));
    expect(others).toEqual([]);
    expect(letter).toContain('Subject: Datakvaliteten i rapportene fra april 2026: ');
    expect(letter).toContain('2 linjer');
    await supplier
      .put('/notifications/preferences', { preferences: [{ kind: 'quality-letter', cadence: 'never' }] })
      .expect(200);
    await stand.asOwner(`delete from follow_up.notification where kind = 'quality-letter'`);
    expect(await collect('2026-05-04')).toBe(0);
  });
});
