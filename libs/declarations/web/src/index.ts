export { declarationsRoutes } from './declarations-routes.ts';
export { findingGroups, type ReaderFinding } from './findings/finding-groups.ts';
