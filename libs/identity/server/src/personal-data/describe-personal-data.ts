import type { PersonalData } from './collect-personal-data.ts';

type Rows = readonly Record<string, unknown>[];

const described = (value: unknown): string => {
  if (value === null || value === undefined) return '–';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

function section(heading: string, rows: Rows): string[] {
  const lines = rows.map(
    (row) =>
      `  - ${Object.entries(row)
        .map(([name, value]) => `${name}: ${described(value)}`)
        .join(', ')}`,
  );
  return [`${heading} (${rows.length})`, ...lines, ''];
}

/** Returns the data as readable text: one heading per kind, one line per row. */
export function describePersonalData(data: PersonalData): string {
  const { person } = data;
  return [
    `Tallgrunn: personopplysninger om ${person.name}`,
    `Hentet ${data.collectedAt}`,
    '',
    ...section('Person', [person]),
    ...section('Økter / sessions', data.sessions),
    ...section('Innlogging og sikkerhet / security events', data.securityEvents),
    ...data.cooperatives.flatMap((each) => [
      `== ${each.name} ==`,
      ...section('Tilganger / memberships', each.memberships),
      ...section('Invitasjoner / invitations', each.invitations),
      ...section('API-nøkler / API keys', each.apiKeys),
      ...section('Handlinger / acts', each.acts),
      ...section('Sikkerhetshendelser / security events', each.securityEvents),
    ]),
  ].join('\n');
}
