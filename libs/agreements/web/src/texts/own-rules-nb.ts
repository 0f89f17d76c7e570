import { formatCount } from '@tallgrunn/values';

/** Texts of the terms editor's own rules, in bokmål. */
export const ownRulesNb = {
  title: 'Egne regler',
  help: 'En regel beskriver hva som skal være sant for hver rad. Rader som ikke oppfyller den, får et funn med teksten din. Verdier som mangler eller ikke kan leses, bryter ikke regelen. Prøv reglene på leverte rapporter før du publiserer.',
  rule: (p: { number: number }) => `Regel ${formatCount(p.number, 'nb')}`,
  expression: 'Hva som skal være sant',
  expressionHelp:
    'For eksempel: if unit = "kg" then unitPrice <= 500. Skriv desimaler med punktum og tekst i "". Se «Kolonner, tegn og funksjoner du kan bruke» over reglene.',
  place: 'Feilen er merket:',
  idHelp: 'Små bokstaver, tall og bindestrek. Behold det i senere versjoner.',
  textIn: { nb: 'Tekst på bokmål', nn: 'Tekst på nynorsk', en: 'Tekst på engelsk' },
  textHelp:
    'Skriv hva som er galt, og hva leverandøren skal gjøre. For eksempel: Prisen er over 500 kr. Rett den, eller skriv hvorfor den er riktig.',
  allTables: 'Alle tabeller med kolonnene',
  add: 'Legg til regel',
  inTrial: (p: { title: string; rule: string }) => `${p.title}: ${p.rule}`,
};

export type OwnRulesTexts = typeof ownRulesNb;
