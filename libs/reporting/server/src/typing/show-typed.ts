import { Injectable } from '@nestjs/common';
import { notFound } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { DutyStore } from '../store/duty-store.ts';
import { TypedStore } from '../store/typed-store.ts';
import type { TypedConflict } from './apply-changes.ts';
import type { TypedView } from './typed.shape.ts';

/** Returns the manual entry of an obligation, or its changes after a revision. */
@Injectable()
export class ShowTyped {
  constructor(
    private readonly duties: DutyStore,
    private readonly typed: TypedStore,
  ) {}

  async run(dutyId: string, since = -1, conflicts: readonly TypedConflict[] = []): Promise<TypedView> {
    if (!(await this.duties.find(dutyId))) throw notFound('duty');
    const [draft, rows] = [await this.typed.find(dutyId), await this.typed.rows(dutyId, since)];
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
