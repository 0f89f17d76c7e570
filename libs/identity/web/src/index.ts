export { accountTexts } from './account/texts/account-texts.ts';
export { OrganisationSwitch } from './organisation-switch/organisation-switch.ts';
export { authGuard } from './admission/auth.guard.ts';
export { identityRoutes } from './identity-routes.ts';
export { RecentSignInDialog } from './recent-sign-in/recent-sign-in-dialog.ts';
export { identityTexts } from './texts/identity-texts.ts';
