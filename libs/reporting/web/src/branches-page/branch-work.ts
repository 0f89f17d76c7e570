import { DestroyRef, Service, inject, signal } from '@angular/core';
import { problemOf, sender, type Problem } from '@tallgrunn/api-client';
import { branchesSubmit } from '@tallgrunn/api-client/calls';
import type { BranchObligationDto, BranchVersionRequest } from '@tallgrunn/api-client/shapes';
import { ReportStore } from '../report-session/report-store.ts';
import { findingResponses, submissionReadiness } from '../report-session/submission-readiness.ts';
import { hasSameResult, serverCheckResult } from '../report-session/report-check-result.ts';
import { UploadAndCheck } from '../sending/upload-and-check.ts';
import { BranchFiles } from './branch-files.ts';

/** Progress of a branch's file in the browser. */
export interface BranchResult {
  readonly state: 'waiting' | 'checking' | 'ready' | 'asks' | 'stopped' | 'failed' | 'sending' | 'differs';
  readonly lines: number;
  readonly amount: string;
  readonly questions: number;
  readonly stops: number;
}

const pollMs = 25;
const noCounts = { lines: 0, amount: '0', questions: 0, stops: 0 };

/** Checks the branches' files one at a time, each as a separate report, and submits those that are ready together. */
@Service({ autoProvided: false })
export class BranchSubmissions {
  readonly #desk = inject(ReportStore);
  readonly #handIn = inject(UploadAndCheck);
  readonly #files = inject(BranchFiles);
  readonly #send = sender();
  readonly #results = signal<ReadonlyMap<string, BranchResult>>(new Map());
  readonly #problem = signal<Problem | null>(null);
  readonly #sending = signal<{ readonly done: number; readonly total: number } | null>(null);
  readonly results = this.#results.asReadonly();
  readonly problem = this.#problem.asReadonly();
  /** Number of files uploaded in the current submission; null when none is running. */
  readonly sending = this.#sending.asReadonly();
  #queue: string[] = [];
  #works = false;
  #ended = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.#ended = true));
  }

  check(obligationIds: readonly string[]): void {
    for (const id of obligationIds) this.#set(id, { state: 'waiting', ...noCounts });
    this.#queue.push(...obligationIds);
    void this.#work();
  }

  forget(obligationId: string): void {
    this.#results.update((results) => new Map([...results].filter(([id]) => id !== obligationId)));
  }

  /** Submits all ready reports, or none. Returns whether they were submitted. */
  async submit(
    branches: readonly BranchObligationDto[],
    missing: readonly { readonly obligationId: string; readonly reason: string }[],
  ): Promise<boolean> {
    this.#problem.set(null);
    // Checking and submitting share one desk: the current check finishes first, and later ones wait.
    while (this.#works) await new Promise((resolve) => setTimeout(resolve, pollMs));
    this.#works = true;
    const ready = branches.filter(({ id }) => this.#results().get(id)?.state === 'ready');
    try {
      const versions = await this.#handedIn(ready);
      if (!versions) return false;
      await this.#send(branchesSubmit, { obligationId: branches[0]!.id, body: { versions, missing: [...missing] } });
      for (const { id } of ready) {
        this.#files.wasSent(id);
        this.forget(id);
      }
      return true;
    } catch (error) {
      this.#problem.set(problemOf(error));
      for (const { id } of ready) if (this.#results().get(id)?.state === 'sending') this.#setState(id, 'ready');
      return false;
    } finally {
      this.#sending.set(null);
      this.#works = false;
      void this.#work();
    }
  }

  /**
   * Uploads the ready files and returns the checked versions in branch order. Returns null when the server's result for
   * one differs from the browser's.
   */
  async #handedIn(ready: readonly BranchObligationDto[]): Promise<BranchVersionRequest[] | null> {
    const versions: BranchVersionRequest[] = [];
    for (const { id } of ready) {
      this.#sending.set({ done: versions.length, total: ready.length });
      this.#setState(id, 'sending');
      await this.#open(id);
      const [known, chosen] = [this.#desk.verdict(), this.#desk.chosen()];
      const version = await this.#handIn.run(id, () => undefined);
      if (!version?.verdict || !known || !chosen) return null;
      const said = serverCheckResult(version.verdict);
      // For a file that only the server checks in full, no question may be open.
      const agreed = this.#desk.whole()
        ? hasSameResult(this.#handIn.sent ?? known, said)
        : submissionReadiness(said, chosen.reasons, chosen.leaveOutRows).ready;
      if (!agreed) {
        this.#setState(id, 'differs');
        for (const other of ready)
          if (this.#results().get(other.id)?.state === 'sending') this.#setState(other.id, 'ready');
        return null;
      }
      versions.push({
        versionId: version.id,
        confirmations: findingResponses(said.groups, chosen.reasons),
        leaveOutRows: chosen.leaveOutRows,
      });
    }
    return versions;
  }

  async #work(): Promise<void> {
    if (this.#works) return;
    this.#works = true;
    for (let id = this.#queue.shift(); id !== undefined && !this.#ended; id = this.#queue.shift()) {
      this.#setState(id, 'checking');
      await this.#open(id);
      this.#set(id, this.#result());
    }
    this.#works = false;
  }

  /** Opens a branch's file on the desk and waits until it is checked. */
  async #open(obligationId: string): Promise<void> {
    this.#desk.open('');
    this.#desk.open(obligationId);
    const done = () =>
      this.#desk.verdict() !== null ||
      this.#desk.run.state() === 'fell' ||
      this.#desk.basis.problem() !== null ||
      !this.#desk.chosen();
    while (!this.#ended && !done()) await new Promise((resolve) => setTimeout(resolve, pollMs));
  }

  #result(): BranchResult {
    const [verdict, readiness] = [this.#desk.verdict(), this.#desk.readiness()];
    if (!verdict || !readiness) return { state: 'failed', ...noCounts };
    const customers = this.#desk.customersToAnswer().length;
    const codes = (severity: string) =>
      new Set(verdict.groups.filter((group) => group.severity === severity).map(({ code }) => code)).size;
    const stopped = readiness.stops.length > 0 || readiness.nothingLeft;
    const questions = new Set(readiness.open.map(({ code }) => code)).size + customers;
    return {
      state: stopped ? 'stopped' : readiness.ready && customers === 0 ? 'ready' : 'asks',
      lines: verdict.accepted,
      amount: verdict.totals.amount,
      questions,
      stops: codes('blocksFile') + codes('blocksRow'),
    };
  }

  #setState(id: string, state: BranchResult['state']): void {
    this.#set(id, { ...(this.#results().get(id) ?? noCounts), state } as BranchResult);
  }

  #set(id: string, result: BranchResult): void {
    this.#results.update((results) => new Map([...results, [id, result]]));
  }
}
