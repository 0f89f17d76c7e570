import type { IconName } from '@tallgrunn/design';
import type { ObligationStatus } from '../obligation/obligation-status.ts';

/** Icon of each status, in the matrix and in the counts above it. */
export const stateIcons: Record<ObligationStatus, IconName> = {
  running: 'dot',
  open: 'dot',
  'due-soon': 'clock',
  overdue: 'warning',
  submitted: 'question',
  accepted: 'check',
  partly: 'arrow',
  nil: 'check',
  returned: 'arrow',
  exempt: 'dot',
};
