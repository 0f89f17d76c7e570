import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { BrowserStore, sessionView } from '@tallgrunn/api-client/testing';
import fc from 'fast-check';
import { startCheckWorker } from '../checking/start-worker.ts';
import { SplitFileStore } from '../split-file-page/split-file-store.ts';
import { BranchFiles } from '../branches-page/branch-files.ts';
import { CheckBasis } from './check-basis.ts';
import { CheckRun } from '../checking/check-run.ts';
import { context, reportFile, validRow, terms, workerInTest } from '../testing.ts';
import { ChosenFiles, newChosenFile, type ChosenFile } from './selected-files.ts';
import { ReportStore } from './report-store.ts';
import { ServerFindings } from './server-findings.ts';

const kari = sessionView();
const ola = sessionView({ person: { id: 'p2', name: 'Ola Nordmann', email: 'ola@finnskog.example' } });
const nobody = sessionView({ person: null, memberships: [], acting: null, permissions: [] });
/** A file with one edited cell; the value names the file. */
const edited = (file: File, value: string = file.name): ChosenFile => ({
  ...newChosenFile(file),
  cells: {
    ...newChosenFile(file).cells,
    now: [{ set: 'cell', sheet: '', row: 2, column: 1, value: `${file.name}: ${value}` }],
  },
});
const named = (name: string) => new File([name], name);
const valuesOf = (chosen: ChosenFile | null) => chosen?.cells.now.map((patch) => ('value' in patch ? patch.value : ''));

describe('ChosenFiles', () => {
  let store: BrowserStore;
  let session: Session;
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) await new Promise((done) => setTimeout(done, 0));
  };
  /** A second browser page, or the same one reloaded. */
  const page = () => TestBed.runInInjectionContext(() => new ChosenFiles());
  /** Returns what a page restores when opened with this content in browser storage. */
  const foundOn = (rows: BrowserStore['rows'], obligation = 'd1') => {
    Object.assign(globalThis, { indexedDB: new BrowserStore(rows) });
    return page().recall(obligation);
  };
  const begin = (view: unknown) => session.begin(view as never);

  beforeEach(() => {
    store = new BrowserStore();
    Object.assign(globalThis, { indexedDB: store });
    TestBed.configureTestingModule({
      providers: [
        provideApiClient(),
        provideHttpClientTesting(),
        { provide: startCheckWorker, useValue: workerInTest },
        CheckBasis,
        CheckRun,
        ReportStore,
        ServerFindings,
      ],
    });
    session = TestBed.inject(Session);
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
  });

  it('restores files with their own answers, whenever the page is closed', async () => {
    begin(kari);
    const files = page();
    const [a, b] = [named('a.csv'), named('b.csv')];
    for (const chosen of [edited(a), edited(a, 'again'), edited(b), newChosenFile(a), edited(b)]) {
      files.keep('d1', chosen);
      await settle();
    }
    expect(store.commits.length).toBeGreaterThanOrEqual(5);
    for (const rows of [...store.commits]) {
      const found = await foundOn(rows);
      for (const value of valuesOf(found) ?? []) expect(value).toMatch(new RegExp(`^${found!.file.name}:`));
    }
    expect(valuesOf(await foundOn(store.rows))).toEqual(['b.csv: b.csv']);
  });

  it('restores files with their own answers, also when two pages edit one obligation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ tab: fc.nat(1), file: fc.nat(2), waits: fc.boolean() }), { minLength: 2, maxLength: 8 }),
        async (acts) => {
          store = new BrowserStore();
          Object.assign(globalThis, { indexedDB: store });
          begin(kari);
          const tabs = [page(), page()];
          const all = ['a', 'b', 'c'].map(named);
          for (const { tab, file, waits } of acts) {
            tabs[tab]!.keep('d1', edited(all[file]!));
            if (waits) await settle();
          }
          await settle();
          const found = await foundOn(store.rows);
          expect(found).not.toBeNull();
          expect(valuesOf(found)).toEqual([`${found!.file.name}: ${found!.file.name}`]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('does not combine a file with answers that were stored separately', async () => {
    begin(kari);
    const files = page();
    files.keep('d1', edited(named('a.csv')));
    await settle();
    const [key, answers] = [...store.rows].find(([id]) => id.endsWith('answers'))!;
    files.keep('d1', edited(named('b.csv')));
    await settle();
    const found = await foundOn(new Map([...store.rows, [key, answers]]));
    expect(found?.file.name).toBe('b.csv');
    expect(valuesOf(found)).toEqual([]);
  });

  it('does not show files to the next user', async () => {
    const files = page();
    const several = TestBed.inject(SplitFileStore);
    begin(kari);
    files.keep('d1', edited(named('a.csv')));
    several.take(named('a.csv'));
    await settle();
    begin(ola);
    expect(files.of('d1')).toBeNull();
    expect(several.file()).toBeNull();
    await settle();
    expect(await files.recall('d1')).toBeNull();
    expect(store.rows.size).toBe(0);
  });

  it('hides files when the session ends, and restores them for the same user', async () => {
    const files = page();
    begin(kari);
    files.keep('d1', edited(named('a.csv')));
    await settle();
    session.forget();
    expect(files.of('d1')).toBeNull();
    expect(await files.recall('d1')).toBeNull();
    begin(kari);
    expect(valuesOf(await files.recall('d1'))).toEqual(['a.csv: a.csv']);
  });

  it('retains files when the user signs in after selecting them', async () => {
    const files = page();
    begin(nobody);
    files.keep('d1', edited(named('a.csv')));
    begin(kari);
    expect(valuesOf(files.of('d1'))).toEqual(['a.csv: a.csv']);
  });

  it('does not store files when the session ends during the write', async () => {
    const files = page();
    begin(kari);
    await settle();
    store.whileOpening = () => session.forget();
    files.keep('d1', edited(named('a.csv')));
    files.keep('d1', edited(named('b.csv')));
    await settle();
    expect(store.rows.size).toBe(0);
  });

  it('deletes files on sign-out, pending writes included, and stores files selected later', async () => {
    const http = TestBed.inject(HttpTestingController);
    const files = page();
    const file = named('a.csv');
    begin(kari);
    files.keep('d1', edited(file));
    await settle();
    const out = session.signOut();
    await settle();
    files.keep('d1', edited(file, 'late'));
    http.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
    await settle();
    http.expectOne('/api/v1/session').flush(nobody);
    await out;
    await settle();
    expect(store.rows.size).toBe(0);
    begin(kari);
    files.keep('d1', edited(file));
    await settle();
    expect(valuesOf(await foundOn(store.rows))).toEqual(['a.csv: a.csv']);
  });

  it('does not store files on a response that arrives after the session has ended', async () => {
    begin(kari);
    const files = TestBed.inject(ChosenFiles);
    const desk = TestBed.inject(ReportStore);
    const http = TestBed.inject(HttpTestingController);
    desk.open('d1');
    desk.choose(reportFile(validRow));
    await settle();
    for (const [what, body] of [
      ['terms', terms],
      ['context', context],
    ] as const)
      http.expectOne(`/api/v1/obligations/d1/${what}`).flush(body);
    await settle();
    session.forget();
    http
      .expectOne('/api/v1/obligations/d1/remembered-answers')
      .flush({ code: 'not-authenticated' }, { status: 401, statusText: 'Unauthorized' });
    await settle();
    begin(ola);
    expect(files.of('d1')).toBeNull();
    expect(desk.file()).toBeNull();
  });

  it('also deletes files that are not assigned to a branch', async () => {
    begin(kari);
    const branches = TestBed.inject(BranchFiles);
    await branches.take(
      [named('a.csv')],
      [],
      () => true,
      () => {
        const worker = workerInTest();
        worker.postMessage = () => worker.onerror?.(new Event('error') as never);
        return worker;
      },
    );
    expect(branches.loose()).toHaveLength(1);
    begin(ola);
    expect(branches.loose()).toEqual([]);
  });
});
