import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import type { StatusTone } from '@tallgrunn/design';

export const obligationTones: Record<ObligationDto['state'], StatusTone> = {
  running: 'quiet',
  open: 'waiting',
  'due-soon': 'attention',
  overdue: 'stopped',
  submitted: 'waiting',
  accepted: 'good',
  partly: 'attention',
  nil: 'good',
  returned: 'attention',
  exempt: 'quiet',
};
