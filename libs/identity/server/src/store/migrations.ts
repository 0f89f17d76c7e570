import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import opened from './0002-invitation-opened.sql';
import apiKeys from './0003-api-keys.sql';
import timeLimited from './0004-time-limited.sql';
import withdrawn from './0005-invitations-withdrawn.sql';
import invitationApproval from './0010-invitation-approval.sql';
import admissions from './0020-admissions.sql';
import authentication from './0030-authentication.sql';
import unusedLockColumns from './0031-unused-lock-columns.sql';
import securityEvents from './0040-security-events.sql';
import personalData from './0042-personal-data.sql';
import erasableTexts from './0041-erasable-texts.sql';
import organisationHistory from './0043-organisation-history.sql';
import merges from './0050-merged-organisations.sql';
import invitationTemplates from './0051-invitation-templates.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-invitation-opened', opened],
  ['0003-api-keys', apiKeys],
  ['0004-time-limited', timeLimited],
  ['0005-invitations-withdrawn', withdrawn],
  ['0010-invitation-approval', invitationApproval],
  ['0020-admissions', admissions],
  ['0030-authentication', authentication],
  ['0031-unused-lock-columns', unusedLockColumns],
  ['0040-security-events', securityEvents],
  ['0041-erasable-texts', erasableTexts],
  ['0042-personal-data', personalData],
  ['0043-organisation-history', organisationHistory],
  ['0050-merged-organisations', merges],
  ['0051-invitation-templates', invitationTemplates],
  ['0080-standard-names', standardNames],
];
