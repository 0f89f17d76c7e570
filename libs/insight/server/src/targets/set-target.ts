import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { compare, osloDate, uuidv7 } from '@tallgrunn/values';
import { isShare, type PathPoint, type TargetKind } from './target.ts';

export interface NewTarget {
  /** Null: the whole cooperative. */
  readonly buyerId: string | null;
  readonly kind: TargetKind;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly targetValue: string;
  /** Typed values between base year and target year; empty = a straight line. */
  readonly path: readonly PathPoint[];
  readonly note: string;
}

/** Sets a target for the cooperative or for a municipality. */
@Injectable()
export class SetTarget {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'body-invalid' (400) for an unknown buyer, or a year or value that is out of range */
  async run(target: NewTarget): Promise<{ id: string }> {
    const { buyerId, kind, baseYear, targetYear, targetValue, path, note } = target;
    const now = this.clock.now();
    const buyer =
      buyerId === null ||
      (await this.database.one(`select 1 from identity.door_current_organisation where kind = 'buyer' and id = $1`, [
        buyerId,
      ]));
    const faults = [
      ...(buyer ? [] : ['buyerId']),
      ...(baseYear >= Number(osloDate(now).slice(0, 4)) ? ['baseYear'] : []),
      ...(targetYear <= baseYear ? ['targetYear'] : []),
      ...(isShare(kind) && compare(targetValue, '1') > 0 ? ['targetValue'] : []),
      ...path.flatMap(({ year, value }, at) =>
        year <= baseYear ||
        year >= targetYear ||
        path.findIndex((point) => point.year === year) !== at ||
        (isShare(kind) && compare(value, '1') > 0)
          ? [`path.${at}`]
          : [],
      ),
    ];
    if (faults.length > 0)
      throw new Problem(
        400,
        'body-invalid',
        {},
        faults.map((place) => ({ code: place.split('.')[0] ?? place, path: place })),
      );
    const id = uuidv7(now);
    await this.database.query(
      'insert into insight.target (id, buyer_id, kind, base_year, target_year, target_value, path, note, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, platform.person(), $9)',
      [id, buyerId, kind, baseYear, targetYear, targetValue, JSON.stringify(path), note.trim(), now],
    );
    await this.audit.record({
      act: 'insight.target-set',
      subject: { kind: 'target', id },
      details: { kind, baseYear, targetYear, targetValue },
    });
    return { id };
  }
}
