import { securityEventKind } from './security-events.ts';
import type { SecurityRow } from './security-row.ts';

const TEXT_MAX = 200;
const ENTRIES_MAX = 20;
const CHARACTERS_MAX = 3000;
const email = /[^\s@<>"']{1,64}@[^\s@<>"']{1,255}/g;

/** Returns an event as a log entry, with field names of the Elastic Common Schema. */
export function logLine(row: SecurityRow): Record<string, unknown> {
  const { category, outcome } = securityEventKind(row.event);
  const line = {
    'event.kind': 'event',
    'event.category': category,
    'event.action': row.event,
    'event.outcome': outcome,
    'event.id': row.id,
    'event.created': row.occurred_at,
    'event.count': row.occurrence_count,
    'source.ip': row.address,
    'user.id': row.person_id,
    'user.hash': row.account_hash,
    'organization.id': row.organisation_id,
    'tallgrunn.cooperative.id': row.cooperative_id,
    'tallgrunn.membership.id': row.membership_id,
    'tallgrunn.api_key.id': row.api_key_id,
    'tallgrunn.details': Object.keys(row.details).length > 0 ? row.details : null,
  };
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== undefined));
}

/** Returns details in a form safe to log: few, short and flat, without e-mail addresses. */
export function boundedDetails(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const bounded = Object.fromEntries(
    Object.entries(details)
      .slice(0, ENTRIES_MAX)
      .map(([name, value]) => [name.slice(0, 60), boundedValue(value)]),
  );
  return JSON.stringify(bounded).length <= CHARACTERS_MAX ? bounded : { omitted: 'too-long' };
}

function boundedValue(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number')
    return value ?? null;
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map(boundedText);
  return boundedText(value);
}

const boundedText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .slice(0, TEXT_MAX)
    .replaceAll('\u0000', '')
    .replace(email, '…@…');
