export { compose, composeWorld, type ComposedOptions } from './composed/compose-world.ts';
export { allHabits, habits } from './composed/habits/catalogue.ts';
export { sizes, type Size, type SizeName } from './composed/size.ts';
export type { Composed } from './composed/truth/write-composed-truth.ts';
export {
  supportingDataKinds,
  supportingDataOf,
  type SupportingData,
  type SupportingDataVariant,
  type Reported,
} from './variants/supporting-files.ts';
export { generateWorld, profiles, type Profile, type WorldOptions } from './generate-world.ts';
export type { WorldFile } from './world-file.ts';
export { variantKinds, type VariantKind } from './variants/kinds.ts';
export { Variants, type TableOf, type Variant } from './variants/variants.ts';
