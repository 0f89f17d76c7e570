import { CUSTOM_ELEMENTS_SCHEMA, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import '@digdir/designsystemet-web/ds-field';
import { Session } from '@tallgrunn/api-client';
import { ErrorSummary, ProblemMessages, Progress, Wording, texts, type FormError } from '@tallgrunn/design';
import { CorrectionStore } from '../correction/correction-store.ts';
import { CorrectionSection } from '../correction/correction-section.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { SendReport } from '../sending/send-report.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { Step, type StepState } from './step.ts';

/** Step ④: totals by buyer, what is missing, and the submit button. Without an account it explains how to get one. */
@Component({
  selector: 'tg-send-step',
  imports: [CorrectionSection, ErrorSummary, Progress, RouterLink, Step],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './send-step.html',
  styleUrl: './send-step.css',
})
export class SendStep {
  readonly obligationId = input.required<string>();
  readonly shownNo = input<number | null>(null);
  /** Emits the id of the submitted version. */
  readonly submitted = output<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly desk = inject(ReportStore);
  protected readonly sending = inject(SendReport);
  protected readonly session = inject(Session);
  protected readonly correction = inject(CorrectionStore);
  readonly #pressed = signal(false);

  protected readonly mayReport = computed(() =>
    this.session.permissions().has(this.correction.behalf() ? 'report.submit-on-behalf' : 'report.submit'),
  );
  protected readonly busy = computed(() => ['uploading', 'checking', 'submitting'].includes(this.sending.state()));
  /** True above the size limit: only the server can check the file in full, so it is uploaded first. */
  protected readonly firstToServer = computed(() => !this.desk.whole() && this.desk.verdict()?.by === 'browser');
  protected readonly asksForDecision = computed(() => {
    const verdict = this.desk.verdict();
    return (
      verdict !== null && (verdict.quarantined > 0 || verdict.groups.some(({ severity }) => severity === 'confirm'))
    );
  });

  protected readonly state = computed((): StepState => {
    const readiness = this.desk.readiness();
    if (!readiness) return 'waiting';
    if (this.busy()) return 'working';
    if (readiness.stops.length > 0 || readiness.nothingLeft) return 'waiting';
    if (this.desk.customersToAnswer().length > 0) return 'attention';
    return readiness.ready || this.firstToServer() ? 'ready' : 'attention';
  });

  protected readonly summary = computed(() => {
    const verdict = this.desk.verdict();
    const terms = this.desk.basis.known()?.terms;
    if (!this.desk.file()) return this.t().step.sendWaits;
    if (!verdict || verdict.accepted === 0 || this.firstToServer()) return this.t().send.waiting;
    const vat = terms?.vat === 'included' ? this.t().vatIncluded : this.t().vatExcluded;
    return this.t().send.summary({
      lines: verdict.accepted,
      amount: `${this.wording.money(verdict.totals.amount)} ${vat}`,
      buyers: verdict.totals.byBuyer.length,
    });
  });

  /** What must be done first; shown after the button is pressed, each fault until it is resolved. */
  protected readonly faults = computed((): readonly FormError[] => {
    const readiness = this.desk.readiness();
    if (!this.#pressed() || !readiness) return [];
    const customers = this.desk.customersToAnswer().length;
    const behalf = this.correction.behalfFaults(this.t().correction);
    const reason = this.sending.compared() ? this.correction.reasonFaults(this.t().correction) : [];
    const asked =
      customers > 0 ? [{ field: 'customers-asked', sentence: this.t().cut.answerFirst({ count: customers }) }] : [];
    const first = [...behalf, ...asked, ...reason];
    if (this.firstToServer()) return first;
    return [
      ...first,
      ...(readiness.open.length > 0
        ? [
            {
              field: 'step-3',
              sentence: this.t().send.answerFirst({ count: new Set(readiness.open.map(({ code }) => code)).size }),
            },
          ]
        : []),
      ...(readiness.rowsToDecide > 0
        ? [{ field: 'leave-out', sentence: this.t().send.rowsFirst({ rows: readiness.rowsToDecide }) }]
        : []),
    ];
  });

  protected readonly actLabel = computed(() => {
    if (this.sending.compared()) return this.t().correction.act;
    if (this.correction.standing()) return this.t().correction.compare;
    return this.firstToServer()
      ? this.t().send.checkAtOurs
      : this.t().send.act({ lines: this.desk.verdict()?.accepted ?? 0 });
  });

  protected leaveOut(event: Event): void {
    this.desk.leaveOutRows((event.target as HTMLInputElement).checked);
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.#pressed.set(true);
    if (this.desk.customersToAnswer().length > 0 || this.correction.behalfFaults(this.t().correction).length > 0)
      return;
    if (this.sending.compared() && this.correction.reasonFaults(this.t().correction).length > 0) return;
    if (!this.firstToServer() && !this.desk.readiness()?.ready) return;
    this.#pressed.set(false);
    const versionId = await this.sending.run(this.obligationId());
    if (versionId) this.submitted.emit(versionId);
  }
}
