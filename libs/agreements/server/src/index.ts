export { agreements } from './room.ts';
export { AgreementsModule } from './agreements.module.ts';
export { BuildCheckContext, type DutyBasis, type KeptContext } from './context/build-check-context.ts';
export { CreateAgreement, type NewAgreement } from './register/create-agreement.ts';
export { ImportAssortment, type AssortmentReceived } from './prices/import-assortment.ts';
export { LearnItemNumbers, type NumberSeen } from './prices/learn-item-numbers.ts';
export { OpenDuties } from './duties/open-duties.ts';
export { PublishTerms, type TermsDraft } from './terms/publish-terms.ts';
export { TeachBuyerNames, type BuyerSite } from './parties/teach-buyer-names.ts';
