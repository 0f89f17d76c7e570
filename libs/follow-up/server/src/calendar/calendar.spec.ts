import type { Server } from 'node:http';
import request from 'supertest';
import { signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpNotifications, type NotificationsTestApp } from '../testing.ts';
import { escapeText, foldLine, writeICalendar } from './write-icalendar.ts';

interface Component {
  readonly name: string;
  readonly properties: Map<string, string>;
  readonly parts: Component[];
}

/** A strict iCalendar parser for tests: it accepts only what RFC 5545 allows. */
function parse(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  }
  const lines = physical.join('\n').replaceAll(/\n /g, '').split('\n');
  const root: Component = { name: '', properties: new Map(), parts: [] };
  const stack = [root];
  for (const line of lines) {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line);
    expect([line, found !== null]).toEqual([line, true]);
    const [, name = '', , value = ''] = found!;
    const current = stack.at(-1)!;
    if (name === 'BEGIN') {
      const part: Component = { name: value, properties: new Map(), parts: [] };
      current.parts.push(part);
      stack.push(part);
    } else if (name === 'END') expect(stack.pop()!.name).toBe(value);
    else {
      expect([name, current.properties.has(name)]).toEqual([name, false]);
      current.properties.set(name, value);
    }
  }
  expect(stack).toEqual([root]);
  return root.parts[0]!;
}

const unescape = (text: string) => {
  expect(text.replaceAll(/\\[\\;,nN]/g, '')).not.toMatch(/[\\;,]/);
  return text.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
};

describe('writeICalendar', () => {
  const entry = {
    ...{ uid: 'a@b', date: '2028-02-28', sequence: 3, changedAt: new Date('2026-04-14T10:00:00Z'), isCancelled: false },
    ...{
      summary: 'Frist: rapport; «Kjøtt, fisk\\ost»',
      description: 'Én\nto\r\ntre',
      url: 'http://localhost/x',
      remindDaysBefore: [7, 2],
    },
  };

  it('preserves every text, in lines of at most 75 octets', () => {
    for (const summary of [entry.summary, 'å'.repeat(200), '🧀'.repeat(60), 'x'.repeat(75), ',;\\'.repeat(40)]) {
      const calendar = parse(writeICalendar('Navn', [{ ...entry, summary }]));
      const [event] = calendar.parts;
      expect(unescape(event!.properties.get('SUMMARY')!)).toBe(summary);
      expect(unescape(event!.properties.get('DESCRIPTION')!)).toBe('Én\nto\ntre');
    }
  });

  it('ends a date on the next day and reminds before it', () => {
    const [event] = parse(writeICalendar('Navn', [entry])).parts;
    expect(event!.properties.get('DTSTART')).toBe('20280228');
    expect(event!.properties.get('DTEND')).toBe('20280229');
    expect(event!.parts.map(({ name, properties }) => [name, properties.get('TRIGGER')])).toEqual([
      ['VALARM', '-P7D'],
      ['VALARM', '-P2D'],
    ]);
  });

  it('never folds a line inside a character', () => {
    expect(foldLine('å'.repeat(38))).toBe(`${'å'.repeat(37)}\r\n å`);
    expect(escapeText('a\u0007b')).toBe('ab');
  });
});

describe('ShowFeed', () => {
  let world: NotificationsTestApp;
  let supplier: SignedIn;
  let address: string;
  beforeAll(async () => {
    world = await setUpNotifications();
    supplier = await signIn(world.stand, world.parties.suppliers[0]!.email);
    const { body } = await supplier.post('/calendar-feeds').expect(201);
    address = new URL(body.address as string).pathname.replace('/api/v1', '');
  });
  afterAll(() => world.stand.close());

  const fetchFeed = (from = address, etag = '') =>
    request(world.stand.app.getHttpServer() as Server)
      .get(from)
      .set('If-None-Match', etag);
  const events = async (from = address) => parse((await fetchFeed(from).expect(200)).text).parts;
  const about = async (part: string) =>
    (await events()).find(({ properties }) => properties.get('UID')!.includes(part))!.properties;
  const march = () => world.agreement.obligations['2026-03']!;

  it('shows a supplier only its own due dates', async () => {
    const shown = (await events()).filter(({ properties }) => properties.get('UID')!.startsWith('obligation-'));
    const own = await world.stand.asOwner<{ id: string; due_on: string }>(
      'select id, due_on::text as due_on from agreements.reporting_obligation where supplier_id = $1',
      [world.parties.suppliers[0]!.organisationId],
    );
    const expected = own.map(({ id, due_on }) => [`obligation-${id}@localhost`, due_on.replaceAll('-', '')]);
    expect(shown.map(({ properties }) => [properties.get('UID'), properties.get('DTSTART')]).toSorted()).toEqual(
      expected.toSorted(),
    );
    expect((await about(march())).get('SUMMARY')).toBe('Frist: rapport for mars 2026\\, Mat- og drikkevarer');
  });

  it('returns 304 while nothing changes, and content type text/calendar', async () => {
    const first = await fetchFeed().expect(200);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect((await fetchFeed().expect(200)).text).toBe(first.text);
    await fetchFeed(address, first.headers['etag'] as string).expect(304);
  });

  it('increments the sequence once when a date moves', async () => {
    expect((await about(march())).get('SEQUENCE')).toBe('0');
    await world.stand.asOwner(`update agreements.reporting_obligation set due_on = due_on + 7 where id = $1`, [
      march(),
    ]);
    const moved = await about(march());
    expect([moved.get('SEQUENCE'), moved.get('DTSTART')]).toEqual(['1', '20260424']);
    expect((await about(march())).get('SEQUENCE')).toBe('1');
  });

  it('cancels exempt and withdrawn obligations', async () => {
    await world.stand.asOwner(
      `update agreements.reporting_obligation set exempted_at = now(), exemption_reason = 'x' where id = $1`,
      [march()],
    );
    const exempt = await about(march());
    expect([exempt.get('STATUS'), exempt.get('SEQUENCE')]).toEqual(['CANCELLED', '2']);
    const april = world.agreement.obligations['2026-04']!;
    await world.stand.asOwner('delete from agreements.reporting_obligation where id = $1', [april]);
    const gone = await about(april);
    expect([gone.get('STATUS'), gone.get('SEQUENCE')]).toEqual(['CANCELLED', '1']);
  });

  it('stores the address as a hash and rejects it after revocation', async () => {
    const token = address.slice('/calendar/'.length, -4);
    expect(JSON.stringify(await world.stand.asOwner('select * from follow_up.calendar_feed'))).not.toContain(token);
    const { body } = await supplier.get('/calendar-feeds').expect(200);
    expect(JSON.stringify(body)).not.toContain(token);
    await supplier.post(`/calendar-feeds/${body[0].id}/revoke`).expect(204);
    await fetchFeed().expect(404);
    await fetchFeed('/calendar/nothing.ics').expect(404);
  });

  it('rejects the address after the membership has ended', async () => {
    const { body } = await supplier.post('/calendar-feeds').expect(201);
    const other = new URL(body.address as string).pathname.replace('/api/v1', '');
    await fetchFeed(other).expect(200);
    await world.stand.asOwner('update identity.membership set ended_at = now() where id = $1', [
      world.parties.suppliers[0]!.actor.membershipId,
    ]);
    await fetchFeed(other).expect(404);
  });

  it('shows a buyer the agreement without reports, and a contract manager the supplier of each report', async () => {
    await world.stand.asOwner(`update agreements.agreement set ends_on = '2027-12-31' where id = $1`, [
      world.agreement.agreementId,
    ]);
    const feedOf = async (email: string) => {
      const { body } = await (await signIn(world.stand, email)).post('/calendar-feeds').expect(201);
      return (await events(new URL(body.address as string).pathname.replace('/api/v1', ''))).map(({ properties }) =>
        properties.get('SUMMARY')!,
      );
    };
    expect(await feedOf(world.parties.buyers[0]!.email)).toEqual(['Siste dag: Mat- og drikkevarer']);
    expect(await feedOf(world.parties.manager.email)).toContain(
      'Frist: rapport for mars 2026\\, Mat- og drikkevarer (Solgløtt Frukt & Grønt)',
    );
  });
});
