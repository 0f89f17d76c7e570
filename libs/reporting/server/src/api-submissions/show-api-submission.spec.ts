import type { Server } from 'node:http';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { createApiKey, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, Drain, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import request from 'supertest';
import { marchLines, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';
import { ShowApiSubmission } from './show-api-submission.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let key: string;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  key = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:submit']);
});
afterAll(() => stand.close());

const server = () => stand.app.getHttpServer() as Server;
const submit = (query = '') =>
  request(server())
    .post(`/obligations/${made.obligations['2026-03']}/submissions${query}`)
    .set('authorization', `Bearer ${key}`)
    .attach('file', Buffer.from(reportCsv(marchLines)), 'mars.csv');

/** Runs `act` directly after the first read of an API submission has returned; the reads are real. */
function afterFirstRead(act: () => Promise<unknown>): jest.SpyInstance {
  const database = stand.get(Database);
  const one = database.one.bind(database);
  let isDone = false;
  return jest.spyOn(database, 'one').mockImplementation(async (sql, params) => {
    const row = await one(sql, params);
    if (!isDone && /from reporting\.api_submission/.test(sql)) {
      isDone = true;
      await act();
    }
    return row as never;
  });
}

describe('display of an API submission', () => {
  it('never shows a submission as completed without its receipt, even while the job submits', async () => {
    await stand.work();
    const { body } = await submit().expect(201);
    const id = body.id as string;
    const [row] = await stand.asOwner<{ receipt: unknown; answered_at: Date }>(
      'select receipt, answered_at from reporting.api_submission where id = $1',
      [id],
    );
    await stand.asOwner(
      `update reporting.api_submission set state = 'waiting', receipt = null, answered_at = null where id = $1`,
      [id],
    );
    const spy = afterFirstRead(() =>
      stand.asOwner(
        `update reporting.api_submission set state = 'done', receipt = $2, answered_at = $3 where id = $1`,
        [id, JSON.stringify(row!.receipt), row!.answered_at],
      ),
    );
    const show = () =>
      stand.get(UnitOfWork).run({ ...parties.suppliers[0]!.actor }, () => stand.get(ShowApiSubmission).submission(id));
    const during = await show().finally(() => spy.mockRestore());
    expect([during.state === 'done', during.receipt !== null]).toEqual([false, false]);
    const after = await show();
    expect([after.state, after.submitted, after.receipt]).toEqual(['done', true, row!.receipt]);
  });

  it('stops waiting when the server shuts down', async () => {
    const nothing = '019fa5ac-0000-7000-8000-000000000000';
    const waiting = stand
      .get(UnitOfWork)
      .run({ ...parties.suppliers[0]!.actor }, () => stand.get(ShowApiSubmission).wait(nothing, 24 * 3600));
    stand.get(Drain).begin();
    await waiting;
  });
});
