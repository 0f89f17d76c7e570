import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { participationsCreate, participationsEnd } from '@tallgrunn/api-client/calls';
import type { AgreementDto, ParticipationDto, PartyDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Field, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';
import { SectionForm } from './section-form.ts';

/** The participating buyers and their dates; ends a participation and adds a new one. */
@Component({
  selector: 'tg-participants-section',
  imports: [Cell, DataTable, Field, SectionForm],
  template: `
    <section>
      <h2 class="ds-heading" data-size="xs">{{ t().change.participants }}</h2>
      <tg-data-table
        [caption]="t().change.participants"
        [rows]="agreement().buyers"
        [columns]="columns()"
        [trackRow]="trackRow"
        narrow="cards"
      >
        <ng-template tgCell="act" let-row>
          <button
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="button"
            [attr.aria-label]="t().change.changeOf({ name: row.name })"
            (click)="open.set(row)"
          >
            {{ t().change.edit }}
          </button>
        </ng-template>
      </tg-data-table>
      @if (chosen(); as row) {
        <tg-section-form
          [heading]="t().change.changeOf({ name: row.name })"
          [change]="change"
          (sent)="end($event, row)"
          (left)="open.set(null)"
        >
          <tg-field for="buyer-until" [label]="t().change.until" [optional]="true"
            ><input id="buyer-until" name="untilOn" class="ds-input" type="date" [value]="row.untilOn ?? ''"
          /></tg-field>
        </tg-section-form>
      }
      @if (open() === 'new') {
        <tg-section-form [heading]="t().change.addBuyer" [change]="change" (sent)="add($event)" (left)="open.set(null)">
          <tg-field for="new-buyer" [label]="t().change.buyer">
            <select id="new-buyer" name="buyerId" class="ds-input">
              @for (buyer of buyers(); track buyer.id) {
                <option [value]="buyer.id">{{ buyer.name }}</option>
              }
            </select>
          </tg-field>
          <tg-field for="new-buyer-from" [label]="t().change.from" [optional]="true"
            ><input id="new-buyer-from" name="fromOn" class="ds-input" type="date"
          /></tg-field>
        </tg-section-form>
      } @else if (mayWrite()) {
        <p>
          <button class="ds-button" data-variant="secondary" data-size="sm" type="button" (click)="open.set('new')">
            {{ t().change.addBuyer }}
          </button>
        </p>
      }
      @if (change.fault()) {
        <p class="ds-validation-message" role="alert">{{ change.fault() }}</p>
      }
    </section>
  `,
  styleUrl: './section.css',
})
export class ParticipantsSection {
  readonly agreement = input.required<AgreementDto>();
  readonly parties = input.required<readonly PartyDto[]>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly open = signal<ParticipationDto | 'new' | null>(null);
  protected readonly chosen = computed(() => {
    const open = this.open();
    return open === 'new' ? null : open;
  });
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly buyers = computed(() => this.parties().filter(({ kind }) => kind === 'buyer'));
  protected readonly change = changeForm();
  protected readonly trackRow = (row: ParticipationDto) => row.buyerId + row.fromOn;
  readonly #session = inject(Session);
  readonly #send = sender();

  protected readonly columns = computed<readonly Column<ParticipationDto>[]>(() => {
    const { participantHeads: heads } = this.t().change;
    return [
      { key: 'name', head: heads.name, text: (row) => row.name },
      { key: 'span', head: heads.span, text: (row) => this.t().intake.span({ from: row.fromOn, until: row.untilOn }) },
      ...(this.mayWrite() ? [{ key: 'act', head: heads.act }] : []),
    ];
  });

  protected end(event: Event, { buyerId }: ParticipationDto): Promise<void> {
    const { untilOn = '' } = valuesOf(event);
    return this.#during(() =>
      this.#send(participationsEnd, {
        agreementId: this.agreement().id,
        buyerId,
        body: { untilOn: untilOn || null },
      }),
    );
  }

  protected add(event: Event): Promise<void> {
    const { buyerId = '', fromOn = '' } = valuesOf(event);
    return this.#during(() =>
      this.#send(participationsCreate, {
        agreementId: this.agreement().id,
        body: { buyerId, ...(fromOn && { fromOn }) },
      }),
    );
  }

  async #during(act: () => Promise<unknown>): Promise<void> {
    if (!(await this.change.run(act))) return;
    this.open.set(null);
    this.changed.emit();
  }
}
