import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { renamedPages, renamedRoutes } from './renamed-routes.ts';

@Component({ template: '' })
class AnyPage {}

const withIds = (path: string): string => path.replaceAll(/:\w+/g, '0192');

async function opened(address: string): Promise<string> {
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: '', children: [...renamedRoutes, { path: '**', component: AnyPage }] }])],
  });
  await RouterTestingHarness.create(address);
  return TestBed.inject(Router).url;
}

describe('renamedRoutes', () => {
  it.each(renamedPages)('redirects %s to %s with query and fragment', async (before, now) => {
    expect(await opened(`/${withIds(before)}?lang=nn&period=2026#lines`)).toBe(
      `/${withIds(now)}?lang=nn&period=2026#lines`,
    );
  });

  it('keeps what follows a renamed address', async () => {
    expect(await opened('/people/ended?lang=en')).toBe('/colleagues/ended?lang=en');
  });

  it('leaves other addresses as they are', async () => {
    expect(await opened('/reports/0192/booked?lang=en')).toBe('/reports/0192/booked?lang=en');
  });

  it('lists each renamed page in the documentation', () => {
    const page = readFileSync(join(__dirname, '../../../docs/renamed-addresses.md'), 'utf8');
    const listed = renamedPages.filter(([before, now]) => page.includes(`| \`/${before}\` | \`/${now}\` |`));
    expect(listed).toEqual(renamedPages);
  });
});
