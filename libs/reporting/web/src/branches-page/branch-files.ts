import { Service, inject, signal } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import type { BranchObligationDto } from '@tallgrunn/api-client/shapes';
import type { BranchMatch } from '@tallgrunn/checks';
import type { WorkerRequest, WorkerResponse } from '../checking/check-messages.ts';
import { startCheckWorker } from '../checking/start-worker.ts';
import { ChosenFiles, newChosenFile } from '../report-session/selected-files.ts';

/** How the branch of a file was identified; `asked`: chosen by a person. */
export type BranchIdentification = 'number' | 'column' | 'file-name' | 'asked';

/**
 * A file without a branch. None is named in it, several are, the named branch already has a file or has delivered, or
 * the identical file is already here.
 */
export interface UnassignedFile {
  readonly file: File;
  readonly why: 'none' | 'several' | 'taken' | 'same' | 'delivered';
  /** obligations that it may belong to */
  readonly ids: readonly string[];
}

/**
 * Files dropped for the branches of a chain, each assigned to its branch once that is known. Retained while the site is
 * open.
 */
@Service()
export class BranchFiles {
  readonly #files = inject(ChosenFiles);
  readonly #loose = signal<readonly UnassignedFile[]>([]);
  readonly #hows = signal<ReadonlyMap<string, BranchIdentification>>(new Map());
  readonly loose = this.#loose.asReadonly();

  constructor() {
    inject(Session).whenLeft(() => {
      this.#loose.set([]);
      this.#hows.set(new Map());
    });
  }

  of(obligationId: string): File | null {
    return this.#files.of(obligationId)?.file ?? null;
  }

  /** Restores the files of branches that were started before the page was opened. */
  async recall(obligationIds: readonly string[]): Promise<void> {
    await Promise.all(obligationIds.map((id) => this.#files.recall(id)));
  }

  howOf(obligationId: string): BranchIdentification | null {
    return this.#hows().get(obligationId) ?? null;
  }

  /**
   * Assigns files to branches and returns the ids of the branches that got one: only those with a report due. A branch
   * keeps the file it has until a person reassigns it.
   */
  async take(
    files: readonly File[],
    branches: readonly BranchObligationDto[],
    owes: (obligation: BranchObligationDto) => boolean,
    start: ReturnType<typeof injectStartCheckWorker>,
  ): Promise<readonly string[]> {
    const given: string[] = [];
    for (const file of files) {
      const found = await branchOf(file, branches, start);
      if (await this.#isHere(file, branches)) this.#loosen({ file, why: 'same', ids: [] });
      else if (found.found !== 'one')
        this.#loosen({ file, why: found.found, ids: found.found === 'several' ? found.ids : [] });
      else if (!branches.some((obligation) => obligation.id === found.id && owes(obligation)))
        this.#loosen({ file, why: 'delivered', ids: [found.id] });
      else if (this.of(found.id)) this.#loosen({ file, why: 'taken', ids: [found.id] });
      else {
        this.#give(found.id, file, found.by);
        given.push(found.id);
      }
    }
    return given;
  }

  /** Assigns a file to a branch on a person's choice; the branch's previous file becomes unassigned. */
  assign({ file }: UnassignedFile, obligationId: string): void {
    this.forget(file);
    const before = this.of(obligationId);
    if (before) this.#loosen({ file: before, why: 'none', ids: [] });
    this.#give(obligationId, file, 'asked');
  }

  /** Unassigns the file of a branch. */
  release(obligationId: string): void {
    const file = this.of(obligationId);
    this.#files.forget(obligationId);
    if (file) this.#loosen({ file, why: 'none', ids: [] });
  }

  forget(file: File): void {
    this.#loose.update((loose) => loose.filter((each) => each.file !== file));
  }

  wasSent(obligationId: string): void {
    this.#files.forget(obligationId);
  }

  /** Returns whether a file with the same bytes is here already, assigned or not. */
  async #isHere(file: File, branches: readonly BranchObligationDto[]): Promise<boolean> {
    const here = [...branches.flatMap(({ id }) => this.of(id) ?? []), ...this.#loose().map((loose) => loose.file)];
    for (const other of here) if (await sameBytes(file, other)) return true;
    return false;
  }

  #give(obligationId: string, file: File, how: BranchIdentification): void {
    this.#files.keep(obligationId, newChosenFile(file));
    this.#hows.update((hows) => new Map([...hows, [obligationId, how]]));
  }

  #loosen(loose: UnassignedFile): void {
    this.#loose.update((all) => [...all, loose]);
  }
}

const PIECE_BYTES = 1024 * 1024;

async function sameBytes(one: File, other: File): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (let at = 0; at < one.size; at += PIECE_BYTES) {
    const [a, b] = await Promise.all(
      [one, other].map(async (file) => new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer())),
    );
    if (a!.some((byte, index) => byte !== b![index])) return false;
  }
  return true;
}

/** Returns the factory for check workers from the page's providers. */
export function injectStartCheckWorker() {
  return inject(startCheckWorker);
}

function branchOf(
  file: File,
  branches: readonly BranchObligationDto[],
  start: ReturnType<typeof injectStartCheckWorker>,
): Promise<BranchMatch> {
  const worker = start();
  return new Promise<BranchMatch>((resolve) => {
    worker.onerror = () => resolve({ found: 'none' });
    worker.onmessage = ({ data }) => {
      const said = data as WorkerResponse;
      if (said.said === 'branch') resolve(said.branch);
    };
    const names = branches.flatMap(({ id, part }) =>
      part ? [{ id, name: part.name, orgNumber: part.orgNumber }] : [],
    );
    worker.postMessage({ ask: 'branch', id: 0, file, branches: names } satisfies WorkerRequest);
  }).finally(() => worker.terminate());
}
