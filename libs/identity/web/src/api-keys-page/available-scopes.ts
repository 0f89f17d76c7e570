import type { Side } from '@tallgrunn/api-client';
import type { ApiKeyRequest } from '@tallgrunn/api-client/shapes';

export type ApiKeyScope = ApiKeyRequest['scopes'][number];

/** Scopes offered for an API key, by kind of organisation. */
export const availableScopes: Record<Side, readonly ApiKeyScope[]> = {
  supplier: ['report:check', 'report:submit', 'data:read'],
  buyer: ['spend:import', 'spend:reverse', 'figures:read', 'data:read'],
  cooperative: [
    'agreement:set-up',
    'spend:import',
    'spend:reverse',
    'report:decide',
    'matching:run',
    'figures:read',
    'data:read',
  ],
};
