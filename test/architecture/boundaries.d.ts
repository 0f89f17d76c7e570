/** Types of the plan, which is plain JavaScript so that lint can read it. */
declare module '*/boundaries.mjs' {
  type Side = 'pure' | 'server' | 'web';
  export const foundation: string[];
  export const rooms: string[];
  export const plumbing: Record<string, { side: Side; onto: string[] }>;
  export const standalone: string[];
  export const apps: Record<string, { side: Side; onto: string; ontoApps?: string[] }>;
  export const bannedOn: Record<Side, string[]>;
  export const tablesWithoutTenant: string[];
  export const keysOfTheInstallation: readonly string[];
  export function depConstraints(): {
    sourceTag: string;
    onlyDependOnLibsWithTags: string[];
    bannedExternalImports?: string[];
  }[];
}
