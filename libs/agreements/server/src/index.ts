export { agreements } from './room.ts';
export { AgreementsModule } from './agreements.module.ts';
export { BuildCheckContext, type DutyBasis, type KeptContext } from './build-check-context.ts';
export { CreateAgreement, type NewAgreement } from './create-agreement.ts';
export { ImportAssortment, type AssortmentReceived } from './import-assortment.ts';
export { OpenDuties } from './open-duties.ts';
export { PublishTerms, type TermsDraft } from './publish-terms.ts';
export { TeachBuyerNames, type BuyerSite } from './teach-buyer-names.ts';
