export { accountTexts } from './account/texts/account-texts.ts';
export { ActingSwitch } from './acting-switch/acting-switch.ts';
export { admitted } from './admission/admitted.ts';
export { identityRoutes } from './identity-routes.ts';
export { RecentSignInDialog } from './recent-sign-in/recent-sign-in-dialog.ts';
export { identityTexts } from './texts/identity-texts.ts';
