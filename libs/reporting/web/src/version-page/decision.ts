import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { versionDecisionsAccept, versionDecisionsReturn } from '@tallgrunn/api-client/calls';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, texts, fieldError, type FormError } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';

const reasonCharactersMin = 3;

/** Decision of the contract manager: accept the version, or return it with a reason. */
@Component({
  selector: 'tg-decision',
  imports: [ErrorSummary, Field],
  templateUrl: './decision.html',
})
export class Decision {
  readonly version = input.required<VersionDto>();
  /** Emits a description of the decision. */
  readonly decided = output<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly returning = signal(false);
  protected readonly sending = signal(false);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly faultAt = fieldError;
  protected readonly reasonField = viewChild<ElementRef<HTMLElement>>('reason');
  protected readonly sendBackButton = viewChild<ElementRef<HTMLElement>>('sendBackButton');
  readonly #injector = inject(Injector);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  /** Opens the reason form and moves the focus to its field; closing it moves the focus back to the button. */
  protected beginReturn(): void {
    this.#show(true, this.reasonField);
  }

  protected keep(): void {
    this.#show(false, this.sendBackButton);
  }

  protected accept(): Promise<void> {
    return this.#decide(
      () => this.#send(versionDecisionsAccept, { versionId: this.version().id }),
      this.t().version.accepted,
    );
  }

  protected async sendBack(event: Event, reason: string): Promise<void> {
    event.preventDefault();
    if (reason.trim().length < reasonCharactersMin)
      return this.faults.set([{ field: 'return-reason', sentence: this.t().version.reasonMissing }]);
    await this.#decide(
      () => this.#send(versionDecisionsReturn, { versionId: this.version().id, body: { reason: reason.trim() } }),
      this.t().version.sentBack,
    );
  }

  #show(returning: boolean, next: () => ElementRef<HTMLElement> | undefined): void {
    this.faults.set([]);
    this.returning.set(returning);
    afterNextRender(() => next()?.nativeElement.focus(), { injector: this.#injector });
  }

  async #decide(act: () => Promise<unknown>, sentence: string): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.faults.set([]);
    try {
      await act();
      this.decided.emit(sentence);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
