import { startAllRooms } from '@tallgrunn/app-server/testing';
import { admitColleague, setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, permissions, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signedIn, type Caller } from './caller.ts';
import { accessOf } from './routes-of.ts';

const EMAIL = 'kommunedirektor@kongsvinger.example';
/** What a reader may do besides reading: choose the notifications and calendar feeds that are the reader's own. */
const OWN_CHOICES = 'notification.choose';
const OWN_TABLES = ['follow_up.calendar_feed', 'follow_up.notification_preference'];

let stand: TestApp;
let parties: Parties;
let reader: Caller;

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  await admitColleague(stand, parties.manager.actor, 'reader', EMAIL, parties.buyers[0]!.organisationId);
  reader = await signedIn(stand, EMAIL);
});
afterAll(() => stand.close());

const held = () =>
  (Object.keys(permissions) as (keyof typeof permissions)[]).filter((name) =>
    (permissions[name] as readonly string[]).includes('reader'),
  );

describe('a reader', () => {
  it('has no permission that a purchaser of the same municipality lacks, and none to write', () => {
    expect(held().filter((name) => !(permissions[name] as readonly string[]).includes('buyer'))).toEqual([]);
    expect(held().filter((name) => !name.endsWith('.read'))).toEqual([OWN_CHOICES]);
  });

  it('opens the pages of the municipality', async () => {
    for (const path of ['/agreements', '/combined', '/spend/batches', '/cases', '/notifications/preferences'])
      expect([path, (await reader.get(path)).status]).toEqual([path, 200]);
  });

  it('is stopped by the database, whatever a route lets through', async () => {
    const open = await stand.asOwner<{ name: string }>(
      `select distinct p.polrelid::regclass::text as name from pg_policy p
       where p.polname in ('auditors_add_nothing', 'auditors_change_nothing', 'auditors_remove_nothing')
         and pg_get_expr(coalesce(p.polwithcheck, p.polqual), p.polrelid) not like '%reader%' order by 1`,
    );
    expect(open.map(({ name }) => name)).toEqual(OWN_TABLES);
    const insert = (by: Actor) =>
      stand
        .get(UnitOfWork)
        .run({ ...by }, () =>
          stand
            .get(Database)
            .query(
              `insert into follow_up.email_template (kind, language, subject, body, updated_at) values ('obligation-late', 'nb', 'x', 'x', now())`,
            ),
        );
    await expect(insert({ ...parties.manager.actor, role: 'reader' })).rejects.toThrow(/row-level security/);
  });

  it('reaches no route that changes anything but its own choices', () => {
    const names: readonly string[] = held();
    const changing = [...accessOf(stand.app)]
      .filter(
        ([route, asked]) => !route.startsWith('GET ') && asked.kind === 'permission' && names.includes(asked.name),
      )
      .map(([route]) => route);
    expect(changing.sort()).toEqual([
      'POST /calendar-feeds',
      'POST /calendar-feeds/:feedId/revoke',
      'PUT /notifications/preferences',
    ]);
  });

  it('chooses notifications and calendar feeds', async () => {
    const { body } = await reader.get('/notifications/preferences').expect(200);
    const [first] = (body as { kind: string }[]).slice(0, 1);
    await reader
      .put('/notifications/preferences', { preferences: [{ kind: first!.kind, cadence: 'weekly' }] })
      .expect(200);
    await reader.post('/calendar-feeds').expect(201);
  });
});
