import { Service, computed, signal } from '@angular/core';
import type { CorrectionReasonRequest, VersionHeadDto } from '@tallgrunn/api-client/shapes';
import type { FormError } from '@tallgrunn/design';
import type { CorrectionTexts } from '../texts/correction/nb.ts';

export type CorrectionMode = 'replaces' | 'amends';
export type ReasonCode = CorrectionReasonRequest['code'];
export const reasonCodes: readonly ReasonCode[] = [
  'wrong-price',
  'wrong-quantity',
  'wrong-buyer',
  'lines-missing',
  'lines-too-many',
  'late-credit',
  'returned',
  'other',
];

/** The source of a file uploaded on behalf of a supplier. */
export interface OnBehalfDetails {
  readonly receivedFrom: string;
  readonly receivedOn: string;
  readonly reason: string;
}

const textMin = 3;

/** State of a correction or an on-behalf upload on one report page. */
@Service({ autoProvided: false })
export class CorrectionStore {
  /** The version being corrected; null when nothing has been delivered. */
  readonly standing = signal<VersionHeadDto | null>(null);
  readonly way = signal<CorrectionMode>('replaces');
  readonly code = signal<ReasonCode | ''>('');
  readonly words = signal('');
  /** Null when the supplier reports itself. */
  readonly behalf = signal<OnBehalfDetails | null>(null);
  readonly canAmend = computed(() => this.standing()?.kind === 'lines');

  /** Starts on an obligation; discards the input for the previous one. */
  open(standing: VersionHeadDto | null): void {
    this.standing.set(standing);
    this.way.set('replaces');
    this.code.set(standing?.state === 'returned' ? 'returned' : '');
    this.words.set('');
  }

  reason(): CorrectionReasonRequest | undefined {
    const code = this.code();
    return code === '' ? undefined : { code, ...(this.words().trim() !== '' && { text: this.words().trim() }) };
  }

  reasonFaults(t: CorrectionTexts): readonly FormError[] {
    if (this.code() === '') return [{ field: 'correction-reason', sentence: t.reasonMissing }];
    return this.code() === 'other' && this.words().trim().length < textMin
      ? [{ field: 'correction-words', sentence: t.wordsMissing }]
      : [];
  }

  behalfFaults({ behalf: t }: CorrectionTexts): readonly FormError[] {
    const said = this.behalf();
    if (!said) return [];
    return [
      ...(said.receivedFrom.trim().length < 2 ? [{ field: 'behalf-from', sentence: t.missing.from }] : []),
      ...(said.receivedOn === '' ? [{ field: 'behalf-on', sentence: t.missing.on }] : []),
      ...(said.reason.trim().length < textMin ? [{ field: 'behalf-why', sentence: t.missing.why }] : []),
    ];
  }
}
