import { Component, computed, inject, input, signal } from '@angular/core';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { footprintsReview, footprintsLinkItems, declarationsShow } from '@tallgrunn/api-client/calls';
import type { DeclarationDto, FootprintDto } from '@tallgrunn/api-client/shapes';
import {
  ErrorSummary,
  Field,
  FindingList,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  TextLibrary,
  Wording,
  fieldError,
  designTexts,
  texts,
} from '@tallgrunn/design';
import type { FormError, StatusTone } from '@tallgrunn/design';
import { ReviewForm } from '../decide-form/decide-form.ts';
import { Attachments } from '../attachments/attachments.ts';
import { EpdModules } from '../epd-modules/epd-modules.ts';
import { findingGroups } from '../findings/finding-groups.ts';
import { Checklist } from '../checklist/checklist.ts';
import { declarationTexts } from '../texts/declaration-texts.ts';

const tones: Record<FootprintDto['standing'], StatusTone> = {
  usable: 'good',
  expired: 'attention',
  'not-yet': 'waiting',
  deprecated: 'quiet',
  incomplete: 'stopped',
};

/** Maximum footprints reviewed in one request. */
const REVIEWED_AT_ONCE_MAX = 1_000;

const outcomeTones: Record<FootprintDto['advice'], StatusTone> = {
  accepted: 'good',
  'accepted-with-reservation': 'good',
  'to-clarify': 'waiting',
  rejected: 'stopped',
};

/** A link decision that the user is editing: the footprint belongs to an item, or it does not. */
interface LinkEdit {
  readonly footprintId: string;
  readonly verdict: 'linked' | 'not-linked';
  /** The linked item to remove; empty when adding a link. */
  readonly item: string;
}

/** Page of one declaration: each footprint with validity, checklist, review and items, and the attachments. */
@Component({
  selector: 'tg-declaration-page',
  imports: [
    ReviewForm,
    Attachments,
    EpdModules,
    ErrorSummary,
    Field,
    FindingList,
    Loaded,
    PageHeader,
    Checklist,
    StatusTag,
  ],
  templateUrl: './declaration-page.html',
  styleUrl: './declaration-page.css',
})
export class DeclarationPage {
  /** Id of the declaration. */
  readonly declaration = input('');
  protected readonly t = texts(declarationTexts);
  protected readonly design = texts(designTexts);
  protected readonly wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  readonly #session = inject(Session);
  protected readonly mayLink = computed(() => this.#session.permissions().has('declaration.submit'));
  protected readonly shown = read(declarationsShow, () =>
    this.declaration() ? { declarationId: this.declaration() } : undefined,
  );
  protected readonly faultAt = fieldError;
  protected readonly tones = tones;

  protected readonly saying = signal<LinkEdit | null>(null);
  protected readonly item = signal('');
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly saved = signal('');
  protected readonly trouble = signal('');
  protected readonly deciding = signal<string | null>(null);
  protected readonly mayDecide = computed(() => this.#session.permissions().has('declaration.review'));
  protected readonly act = computed(() => {
    const edit = this.saying();
    return edit?.verdict === 'not-linked' ? this.t().page.saveUnlink({ item: edit.item }) : this.t().page.saveLink;
  });

  protected groupsOf({ findings }: DeclarationDto) {
    return findingGroups(findings, this.#library.language());
  }

  protected numberOf(value: string | null): string {
    return value === null ? this.design().notStated : this.wording.quantity(value);
  }

  protected unitOf({ declaredUnit }: FootprintDto): string {
    const units: Readonly<Record<string, string>> = this.t().units;
    return this.t().page.perUnit({ unit: units[declaredUnit ?? ''] ?? declaredUnit ?? this.design().notStated });
  }

  /** Returns whether the EPD has one figure for all greenhouse gases, as in EN 15804+A1. */
  protected isOneFigure({ points }: FootprintDto): boolean {
    return points.some(({ code, outcome }) => code === 'sign' && outcome === 'one');
  }

  /** Returns the declared unit amount that the publisher's figures refer to, such as "1 000 kg". */
  protected amountOf({ declaredAmount, declaredUnit }: FootprintDto): string {
    const units: Readonly<Record<string, string>> = this.t().units;
    return `${this.numberOf(declaredAmount)} ${units[declaredUnit ?? ''] ?? declaredUnit ?? ''}`.trim();
  }

  protected validityOf({ validFrom, validTo }: FootprintDto): string {
    return this.t().page.valid({
      from: validFrom ? this.wording.date(validFrom) : '',
      to: validTo ? this.wording.date(validTo) : '',
    });
  }

  protected say(footprintId: string, verdict: LinkEdit['verdict'], item = ''): void {
    this.saying.set({ footprintId, verdict, item });
    this.item.set(item);
    this.reason.set('');
    this.faults.set([]);
    this.saved.set('');
  }

  protected verdictOf({ decision }: FootprintDto): string {
    return decision ? this.t().page.verdicts[decision.verdict] : this.t().page.undecided;
  }

  protected verdictTone({ decision }: FootprintDto): StatusTone {
    return decision ? outcomeTones[decision.verdict] : 'waiting';
  }

  protected decidedOf({ decision }: FootprintDto): string {
    return decision
      ? this.t().page.decided({
          verdict: this.t().page.verdicts[decision.verdict],
          by: decision.by ?? '',
          at: this.wording.date(decision.at),
        })
      : '';
  }

  /**
   * Returns the footprints that can be accepted together: the checklist recommends acceptance, and there is no review
   * yet. A footprint accepted earlier is included if an item was linked afterwards.
   */
  protected inOrder({ footprints }: DeclarationDto): readonly FootprintDto[] {
    return footprints
      .filter(
        (each) =>
          each.advice === 'accepted' &&
          (each.decision === null || (each.decision.verdict === 'accepted' && this.late(each) > 0)),
      )
      .slice(0, REVIEWED_AT_ONCE_MAX);
  }

  /** Returns the number of items linked after the latest review; the review does not cover them. */
  protected late({ decision, items }: FootprintDto): number {
    return decision === null ? 0 : items.filter(({ waits }) => waits).length;
  }

  protected decide(footprintId: string): void {
    this.deciding.set(footprintId);
    this.saved.set('');
  }

  protected async acceptAll(shownDeclaration: DeclarationDto): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.trouble.set('');
    try {
      await this.#send(footprintsReview, {
        body: { footprintIds: this.inOrder(shownDeclaration).map(({ id }) => id), verdict: 'accepted', reason: '' },
      });
      this.afterDecision();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }

  protected afterDecision(): void {
    this.deciding.set(null);
    this.#afterwards(this.t().page.decide.saved);
  }

  #afterwards(sentence: string): void {
    this.saved.set(sentence);
    this.shown.reload();
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const edit = this.saying();
    if (!edit || this.sending()) return;
    const [itemNumber, reason] = [this.item().trim(), this.reason().trim()];
    const { itemMissing, reasonMissing } = this.t().page;
    this.faults.set([
      ...(itemNumber ? [] : [{ field: 'link-item', sentence: itemMissing }]),
      ...(reason ? [] : [{ field: 'link-reason', sentence: reasonMissing }]),
    ]);
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(footprintsLinkItems, {
        footprintId: edit.footprintId,
        body: { itemNumber, verdict: edit.verdict, reason },
      });
      this.saying.set(null);
      this.#afterwards(this.t().page.saved);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
