import { readConfig } from '../config.ts';

const base = {
  DATABASE_URL: 'postgres://nobody@localhost/none',
  TALLGRUNN_APP_PASSWORD: 'none',
  SESSION_SECRET: 'none',
  FACTOR_SECRET: 'none',
  SECURITY_LOG_KEY: 'none',
};
const read = (env: Record<string, string>) => readConfig({ ...base, ...env }).operations;

describe('readOperations', () => {
  it('has defaults, also for empty settings', () => {
    expect(read({ WORK_PORT: '', METRICS_TOKEN: '', ALERT_MAIL: '', ALERT_WEBHOOK: '' })).toMatchObject({
      workPort: 0,
      workHost: '127.0.0.1',
      metricsToken: null,
      poolSize: 12,
      listens: true,
      shutdownSeconds: 8,
      alertMail: [],
      alertWebhook: null,
      logsRequests: true,
    });
  });

  it('reads the configured values', () => {
    expect(
      read({
        WORK_PORT: '3001',
        DATABASE_POOL_SIZE: '20',
        DATABASE_LISTEN: 'off',
        DISK_FREE_MIN_MB: '2',
        ALERT_MAIL: 'drift@example.no, vakt@example.no',
        ALERT_WEBHOOK: 'https://hooks.example.no/x',
        REQUEST_LOG: 'off',
      }),
    ).toMatchObject({
      workPort: 3001,
      poolSize: 20,
      listens: false,
      diskFreeMinBytes: 2_097_152,
      alertMail: ['drift@example.no', 'vakt@example.no'],
      alertWebhook: 'https://hooks.example.no/x',
      logsRequests: false,
    });
  });

  it.each([
    ['SESSION_SECRET', ''],
    ['SESSION_SECRET', ' , '],
    ['FACTOR_SECRET', ''],
    ['SECURITY_LOG_KEY', ''],
    ['PUBLIC_URL', 'tallgrunn.kommune.no'],
    ['PUBLIC_URL', 'ftp://tallgrunn.kommune.no'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'mail.kommune.no'],
    ['DATABASE_URL', 'host=localhost dbname=tallgrunn'],
    ['PORT', 'many'],
    ['WORK_PORT', '70000'],
    ['DATABASE_POOL_SIZE', '1'],
    ['DATABASE_POOL_SIZE', '-5'],
    ['DATABASE_LOCK_SECONDS', '2.5'],
    ['SHUTDOWN_SECONDS', '0'],
    ['CLAMD_SECONDS', 'long'],
    ['METRICS_TOKEN', 'short'],
    ['ALERT_MAIL', 'drift'],
    ['ALERT_WEBHOOK', 'http://hooks.example.no/x'],
    ['REQUEST_LOG', 'yes'],
  ])('rejects %s=%j in one sentence that names the setting', (name, value) => {
    const error = (() => {
      try {
        readConfig({ ...base, [name]: value });
        return null;
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect(error?.message).toContain(name);
    expect(error?.message).not.toContain('\n');
    expect(error?.message).toMatch(/\.$/);
  });
});
