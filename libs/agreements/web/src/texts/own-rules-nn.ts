import { formatCount } from '@tallgrunn/values';
import type { OwnRulesTexts } from './own-rules-nb.ts';

/** Texts of the terms editor's own rules, in nynorsk. */
export const ownRulesNn: OwnRulesTexts = {
  title: 'Eigne reglar',
  help: 'Ein regel skildrar kva som skal vere sant for kvar rad. Rader som ikkje oppfyller han, får eit funn med teksten din. Verdiar som manglar eller ikkje kan lesast, bryt ikkje regelen. Prøv reglane på leverte rapportar før du publiserer.',
  rule: (p) => `Regel ${formatCount(p.number, 'nn')}`,
  expression: 'Kva som skal vere sant',
  expressionHelp:
    'Til dømes: if unit = "kg" then unitPrice <= 500. Skriv desimalar med punktum og tekst i "". Sjå «Kolonnar, teikn og funksjonar du kan bruke» over reglane.',
  place: 'Feilen er merkt:',
  idHelp: 'Små bokstavar, tal og bindestrek. Behald det i seinare versjonar.',
  textIn: { nb: 'Tekst på bokmål', nn: 'Tekst på nynorsk', en: 'Tekst på engelsk' },
  textHelp:
    'Skriv kva som er gale, og kva leverandøren skal gjere. Til dømes: Prisen er over 500 kr. Rett han, eller skriv kvifor han er rett.',
  allTables: 'Alle tabellar med kolonnane',
  add: 'Legg til regel',
  inTrial: (p) => `${p.title}: ${p.rule}`,
};
