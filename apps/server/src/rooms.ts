import { agreements } from '@tallgrunn/agreements-server';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { emissions } from '@tallgrunn/emissions-server';
import { exchange } from '@tallgrunn/exchange-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { followUp } from '@tallgrunn/follow-up-server';
import { identity } from '@tallgrunn/identity-server';
import { insight } from '@tallgrunn/insight-server';
import { matching } from '@tallgrunn/matching-server';
import type { Room } from '@tallgrunn/platform';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';

/** All rooms, in the order of data flow. */
export const rooms: readonly Room[] = [
  identity,
  agreements,
  catalogue,
  factorBook,
  declarations,
  spend,
  reporting,
  matching,
  emissions,
  followUp,
  insight,
  exchange,
];
