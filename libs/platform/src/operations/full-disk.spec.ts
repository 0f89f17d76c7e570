import { Controller, Get, Module, Post } from '@nestjs/common';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { DiskSpace } from './disk-space.ts';
import { InstallationHealth } from './installation-health.ts';

@Controller()
class FullController {
  constructor(private readonly source: DataSource) {}

  @Get('database-full')
  async databaseFull(): Promise<void> {
    await this.source.query(`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  }

  @Post('folder-full')
  folderFull(): void {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
}

@Module({ controllers: [FullController] })
class FullModule {}

describe('full disk', () => {
  let stand: TestApp;
  beforeEach(async () => void (stand = await setUpTestApp([], { modules: [FullModule] })));
  afterEach(() => stand.close());
  const call = () => request(stand.app.getHttpServer());
  const diskState = async () => (await stand.get(InstallationHealth).parts()).find(({ part }) => part === 'disk');

  it('returns 507 with a retry time, and rejects files from then on', async () => {
    await stand.get(DiskSpace).requireRoom();
    const { body, headers } = await call().get('/database-full').expect(507);
    expect(body).toMatchObject({ code: 'disk-full', params: { retryAfterSeconds: 60 } });
    expect(headers['retry-after']).toBe('60');
    await expect(stand.get(DiskSpace).requireRoom()).rejects.toMatchObject({ code: 'disk-full' });
    expect(await diskState()).toEqual({ part: 'disk', state: 'degraded', reason: 'disk-low' });
  });

  it('behaves the same when the data folder is full', async () => {
    expect((await call().post('/folder-full').expect(507)).body.code).toBe('disk-full');
    expect((await diskState())?.reason).toBe('disk-low');
  });
});

describe('DiskSpace', () => {
  it('rejects a file that would leave less than the minimum', async () => {
    const stand = await setUpTestApp([], { operations: { diskFreeMinBytes: 1 } });
    const use = await stand.get(DiskSpace).use();
    expect(use?.totalBytes).toBeGreaterThan(0);
    await stand.get(DiskSpace).requireRoom(0);
    await expect(stand.get(DiskSpace).requireRoom(use?.totalBytes)).rejects.toMatchObject({ code: 'disk-full' });
    await stand.close();
  });
});
