import type { Language } from '@tallgrunn/values';

interface DocTexts {
  readonly required: string;
  readonly optional: string;
  readonly type: string;
  readonly oneOf: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly lengthAtLeast: string;
  readonly lengthAtMost: string;
  readonly pattern: string;
  readonly dependsOn: string;
  readonly heads: readonly [column: string, howTo: string, others: string];
  readonly lead: string;
}

/** Sentence templates that explain columns to the people who fill them in. */
export const docTexts: Readonly<Record<Language, DocTexts>> = {
  nb: {
    required: 'Må fylles ut.',
    optional: 'Kan stå tom.',
    type: 'Type: {type}.',
    oneOf: 'En av: {values}.',
    atLeast: 'Minst {value:number}.',
    atMost: 'Høyst {value:number}.',
    lengthAtLeast: 'Minst {value:count} tegn.',
    lengthAtMost: 'Høyst {value:count} tegn.',
    pattern: 'Skrives etter mønsteret {pattern}.',
    dependsOn: 'Hva som kan stå her, avhenger av: {parents}.',
    heads: ['Kolonne', 'Slik fylles den ut', 'Kan også hete'],
    lead: 'Én rad per linje. Overskriftene kan stå på et annet språk, i en annen rekkefølge og med andre kolonner imellom.',
  },
  nn: {
    required: 'Må fyllast ut.',
    optional: 'Kan stå tom.',
    type: 'Type: {type}.',
    oneOf: 'Ein av: {values}.',
    atLeast: 'Minst {value:number}.',
    atMost: 'Høgst {value:number}.',
    lengthAtLeast: 'Minst {value:count} teikn.',
    lengthAtMost: 'Høgst {value:count} teikn.',
    pattern: 'Blir skrive etter mønsteret {pattern}.',
    dependsOn: 'Kva som kan stå her, er avhengig av: {parents}.',
    heads: ['Kolonne', 'Slik blir han fylt ut', 'Kan òg heite'],
    lead: 'Éi rad per linje. Overskriftene kan stå på eit anna språk, i ei anna rekkjefølgje og med andre kolonnar imellom.',
  },
  en: {
    required: 'Must be filled in.',
    optional: 'May be empty.',
    type: 'Type: {type}.',
    oneOf: 'One of: {values}.',
    atLeast: 'At least {value:number}.',
    atMost: 'At most {value:number}.',
    lengthAtLeast: 'At least {value:count} characters.',
    lengthAtMost: 'At most {value:count} characters.',
    pattern: 'Written by the pattern {pattern}.',
    dependsOn: 'Allowed values depend on: {parents}.',
    heads: ['Column', 'How to fill it in', 'May also be called'],
    lead: 'One row per line. The headings may be in another language, in another order and with other columns in between.',
  },
};
