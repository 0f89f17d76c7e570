import { organisationNumberFrom } from '../values/check-digits.ts';
import { municipalities } from './municipalities.ts';

/** The purchasing cooperative. Its number is invented. */
export const cooperative = {
  key: 'riik',
  name: 'Regionalt innkjøp i Kongsvingerregionen (RIIK)',
  orgNumber: organisationNumberFrom(31170001),
  members: municipalities.map((one) => one.number),
};
