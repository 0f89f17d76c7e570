import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { PartyRecord, rejectParty } from './party-record.ts';

export const buyerTypes = ['municipality', 'iks', 'kf', 'church', 'private-kindergarten', 'host-cooperation'] as const;
export type BuyerTypeName = (typeof buyerTypes)[number];

export interface BuyerType {
  readonly kind: BuyerTypeName;
  /** The host municipality, which keeps its ledger. */
  readonly hostId: string | null;
}

/** Sets the type and host municipality of a buyer. A buyer without a type is a municipality. */
@Injectable()
export class SetBuyerType {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
  ) {}

  async run(buyerId: string, { kind, hostId }: BuyerType): Promise<void> {
    await this.record.require(buyerId, 'buyer');
    if (hostId) await this.record.require(hostId, 'buyer');
    if (hostId === buyerId) rejectParty({ code: 'host-of-itself', path: 'hostId' });
    const before = await this.database.one<BuyerType & Record<string, unknown>>(
      'select kind, host_municipality_id as "hostId" from agreements.buyer_type where buyer_id = $1 for update',
      [buyerId],
    );
    await this.database.query(
      `insert into agreements.buyer_type (buyer_id, kind, host_municipality_id) values ($1, $2, $3)
       on conflict (cooperative_id, buyer_id) do update set kind = excluded.kind, host_municipality_id = excluded.host_municipality_id`,
      [buyerId, kind, hostId],
    );
    await this.record.recordChange(buyerId, 'buyer-type', before ?? {}, { kind, hostId });
  }
}
