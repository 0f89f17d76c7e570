export { ActingSwitch } from './acting-switch/acting-switch.ts';
export { admitted } from './admission/admitted.ts';
export { identityRoutes } from './identity-routes.ts';
export { identityTexts } from './texts/identity-texts.ts';
