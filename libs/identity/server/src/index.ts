export { identity } from './room.ts';
export { InviteColleague } from './invite-colleague.ts';
export { SetUpParties, type NewMember, type NewOrganisation } from './set-up-parties.ts';
