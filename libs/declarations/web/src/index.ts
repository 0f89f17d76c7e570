export { findingGroups, type ToldFinding } from './findings/finding-groups.ts';
