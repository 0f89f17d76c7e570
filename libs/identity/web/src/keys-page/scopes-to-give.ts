import type { Side } from '@tallgrunn/api-client';
import type { ApiKeyBody } from '@tallgrunn/api-client/shapes';

export type Scope = ApiKeyBody['scopes'][number];

/** What a machine key can be made for, in an organisation of each kind. */
export const scopesToGive: Record<Side, readonly Scope[]> = {
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
