export { declarations } from './room.ts';
export { ReviewFootprints, type FootprintReviewInput } from './decide-footprints.ts';
export { LinkFootprint, type LinkDecision } from './link-footprint.ts';
export { SubmitDeclaration, type DeclarationReceipt } from './submit-declaration.ts';
export { ShowDeclaration, type DeclarationView } from './show-declaration.ts';
