export { accountTexts } from './account/texts/account-texts.ts';
export { OrganisationSwitch } from './acting-switch/acting-switch.ts';
export { authGuard } from './admission/admitted.ts';
export { identityRoutes } from './identity-routes.ts';
export { RecentSignInDialog } from './recent-sign-in/recent-sign-in-dialog.ts';
export { identityTexts } from './texts/identity-texts.ts';
