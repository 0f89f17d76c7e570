import { Injectable } from '@nestjs/common';
import { notFound } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { ObligationStore } from '../store/obligation-store.ts';
import { ManualEntryStore } from '../store/manual-entry-store.ts';
import type { EditConflict } from './apply-edits.ts';
import type { ManualEntryDto } from './manual-entry.dto.ts';

/** Returns the manual entry of an obligation, or its changes after a revision. */
@Injectable()
export class ShowManualEntry {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly manualEntries: ManualEntryStore,
  ) {}

  async run(obligationId: string, since = -1, conflicts: readonly EditConflict[] = []): Promise<ManualEntryDto> {
    if (!(await this.obligations.find(obligationId))) throw notFound('obligation');
    const [draft, rows] = [
      await this.manualEntries.find(obligationId),
      await this.manualEntries.rows(obligationId, since),
    ];
    return {
      revision: draft?.revision ?? 0,
      savedAt: draft?.savedAt.toISOString() ?? null,
      savedBy: draft?.savedBy ?? null,
      sentVersionId: draft?.sentVersionId ?? null,
      sentRevision: draft?.sentRevision ?? null,
      rowsMax: limits.typed.rowsMax,
      rows: rows.map(({ origin, ...row }) => ({
        ...row,
        cells: { ...row.cells },
        origin: origin && {
          buyer: origin.buyer,
          invoiceNumber: origin.invoiceNumber,
          invoiceLine: origin.invoiceLine,
          invoicedOn: origin.invoicedOn,
        },
      })),
      conflicts: conflicts.map((conflict) => ({
        ...conflict,
        by: rows.find(({ id }) => id === conflict.id)?.changedBy ?? null,
      })),
    };
  }
}
