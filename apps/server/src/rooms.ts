import { identity } from '@tallgrunn/identity-server';
import type { Room } from '@tallgrunn/platform';

/** The rooms of the house, in the order data flows. */
export const rooms: readonly Room[] = [identity];
