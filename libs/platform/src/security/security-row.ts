import type { SecurityEventName } from './security-events.ts';

/** One row of platform.security_event. */
export interface SecurityRow {
  readonly id: string;
  readonly cooperative_id: string | undefined;
  readonly occurred_at: string;
  readonly event: SecurityEventName;
  readonly outcome: string;
  readonly organisation_id: string | null;
  readonly person_id: string | null;
  readonly membership_id: string | null;
  readonly api_key_id: string | null;
  readonly via: string | null;
  readonly address: string | null;
  readonly account_hash: string | null;
  readonly occurrence_count: number;
  readonly details: Record<string, unknown>;
}
