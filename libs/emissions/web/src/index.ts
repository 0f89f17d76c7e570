export { ChangeTold } from './change-told.ts';
export { emissionsRoutes, publishedRoutes } from './emissions-routes.ts';
export { PublishedBeside } from './published-beside.ts';
export { publishedTexts } from './texts/published-texts.ts';
export { emissionsTexts } from './texts/emissions-texts.ts';
export { digitsOf, tonnes } from './tonnes.ts';
export { WhyBesideLine } from './why-line/why-beside-line.ts';
export { WhySpendLine } from './why-line/why-spend-line.ts';
export { WhySum, type SumFilter } from './why-sum/why-sum.ts';
