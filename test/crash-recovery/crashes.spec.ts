import { Installation } from '../../tools/trial/installation.mts';
import { beginUpload } from './begin-upload.ts';
import { Imports } from './imports.ts';

const MB = 1024 * 1024;
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('crashes: kill -9 of one program of a running installation', () => {
  const installation = new Installation();
  let imports: Imports;

  beforeAll(async () => {
    await installation.start();
    imports = await Imports.setUp(installation);
  }, 300_000);

  afterAll(() => installation.remove(), 60_000);

  test('a worker during two imports is restarted by the supervisor', async () => {
    await imports.beginTwo(100_000, 30_000);
    await installation.untilBack('work', await installation.kill('work'));
    expect(installation.printed).toMatch(/work ended by SIGKILL; it starts again in 0\.5 s/);
    await imports.expectWholeOrNothing();
  }, 180_000);

  test('the server during an upload is restarted; nothing of the upload is shown, and users stay signed in', async () => {
    const began = await beginUpload(`${installation.address}/api/v1/spend/batches`, imports.buyer.headers, 20 * MB);
    const former = await installation.kill('serve');
    await began.cut;
    await installation.untilBack('serve', former);
    expect(installation.printed).toMatch(/serve ended by SIGKILL; it starts again in 0\.5 s/);
    const { status, body } = await imports.buyer.get<unknown[]>('/spend/batches');
    expect([status, body.length]).toEqual([200, imports.ledgers.length]);
  }, 60_000);

  test('PostgreSQL during two imports is restarted; work continues without an operator', async () => {
    await imports.beginTwo(80_000, 30_000);
    await installation.untilBack('postgres', await installation.kill('postgres'));
    expect(installation.printed).toMatch(/PostgreSQL ended; it starts again in 0\.5 s/);
    await imports.expectWholeOrNothing();
    await imports.handIn(1_000, 1_000);
    await imports.untilNewestIn();
    await imports.expectAllOnce();
  }, 420_000);
});
