export { identity } from './room.ts';
export { IdentityModule } from './identity.module.ts';
export { FindActor } from './find-actor.ts';
export { InviteColleague } from './invite-colleague.ts';
export { RemindOfApiKeys } from './keys/remind-of-api-keys.ts';
export { TwoPersons } from './two-persons.ts';
export { WriteToOrganisation } from './write-to-organisation.ts';
export { SetUpParties, type NewMember, type NewOrganisation } from './set-up-parties.ts';
