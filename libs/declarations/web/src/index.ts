export { declarationsRoutes } from './declarations-routes.ts';
export { findingGroups, type ToldFinding } from './findings/finding-groups.ts';
