export { declarations } from './room.ts';
export { LinkFootprint, type LinkDecision } from './link-footprint.ts';
export { SubmitDeclaration, type DeclarationReceipt } from './submit-declaration.ts';
