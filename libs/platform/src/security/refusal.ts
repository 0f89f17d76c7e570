import type { Request } from 'express';
import type { AuthenticatedRequest } from '../request-transaction.ts';
import type { SecurityEvent } from './security-log.ts';

/** The problem with which a request was rejected. */
interface Rejection {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type RejectedRequest = AuthenticatedRequest & {
  readonly session?: { readonly personId?: string; readonly membershipId?: string };
};

/**
 * Returns the security event for a rejected request; null when the rejection is not security-relevant (an invalid
 * value, a missing resource).
 */
export function rejectionEvent({ status, code, params }: Rejection, request: Request): SecurityEvent | null {
  const event = eventName(status, code, request);
  if (!event) return null;
  const { actor, session } = request as RejectedRequest;
  const route = typeof request.route?.path === 'string' ? request.route.path : 'unknown';
  const { permission, role, reason } = params;
  return {
    event,
    personId: actor?.personId ?? session?.personId ?? null,
    membershipId: actor?.membershipId ?? session?.membershipId ?? null,
    organisationId: actor?.organisationId ?? null,
    cooperativeId: actor?.cooperativeId ?? null,
    apiKeyId: actor?.apiKeyId ?? null,
    details: {
      method: request.method,
      route,
      code,
      ...(permission !== undefined && { permission }),
      ...(role !== undefined && { role }),
      ...(reason !== undefined && { reason }),
    },
  };
}

function eventName(status: number, code: string, request: Request): SecurityEvent['event'] | null {
  if (code === 'csrf-token-missing') return 'csrf-refused';
  if (status === 401 && code === 'api-key-rejected') return 'api-key-rejected';
  if (status === 403) return 'permission-refused';
  if (status !== 429) return null;
  return request.method === 'POST' && /\/session$/.test(request.path) ? 'sign-in-throttled' : 'request-throttled';
}
