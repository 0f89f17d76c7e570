import { formatCount, formatMoney, formatPeriod, Period, plural, type Language } from '@tallgrunn/values';
import type { LetterText } from './letter-document.ts';

export interface ClaimLetterFacts {
  readonly number: string;
  readonly agreement: { readonly number: string; readonly title: string; readonly caseNumber: string | null };
  readonly supplier: string;
  readonly cooperative: string;
  readonly sender: string | null;
  readonly basis: 'reported' | 'invoiced';
  readonly amount: string;
  readonly currency: string;
  readonly lineCount: number;
  readonly itemCount: number;
  /** First and last month, inclusive. */
  readonly from: string;
  readonly to: string;
}

interface Sums {
  readonly amount: string;
  readonly lines: string;
  readonly items: string;
  readonly months: string;
  readonly basis: 'reported' | 'invoiced';
}

const nb = {
  subject: (p: { number: string; agreement: string }) => `Krav ${p.number}: priser over avtalt pris, ${p.agreement}`,
  ourCase: (p: { number: string }) => `Vår sak: ${p.number}`,
  agreementCase: (p: { number: string }) => `Avtalens saksnummer: ${p.number}`,
  agreement: (p: { number: string; title: string }) => `Avtale: ${p.number} ${p.title}`,
  found: ({ amount, lines, items, months, basis }: Sums) =>
    `Vi har sammenlignet prisene i ${basis === 'reported' ? 'rapportene deres' : 'e-fakturaene deres'} med prisene som gjaldt etter avtalen på leveringsdagen. I ${months} er ${lines} på ${items} priset høyere enn avtalt. Forskjellen er ${amount} uten mva.`,
  wanted: (p: { amount: string }) =>
    `Vi ber om en kreditnota på ${p.amount} uten mva. Skriv saksnummeret vårt på kreditnotaen, så finner vi den igjen.`,
  lines:
    'Arbeidsboken som følger kravet, viser alle linjer: vare, kjøper, dag, mengde, pris, avtalt pris og forskjell.',
  respond: 'Mener dere at en linje er feil, skriv hvilken og hvorfor. Dere kan svare i portalen eller på dette brevet.',
  regards: 'Vennlig hilsen',
  lineCount: (p: { count: number }) =>
    plural('nb', p.count, { one: 'én linje', other: `${formatCount(p.count, 'nb')} linjer` }),
  itemCount: (p: { count: number }) =>
    plural('nb', p.count, { one: 'én vare', other: `${formatCount(p.count, 'nb')} varer` }),
  email: (p: { cooperative: string; number: string; agreement: string; amount: string; link: string }) => ({
    subject: `${p.cooperative} har sendt dere et krav: ${p.number}`,
    text: `${p.cooperative} har sendt dere krav ${p.number} på ${p.amount} uten mva. for priser over avtalt pris på avtalen «${p.agreement}».\n\nSe linjene, og svar om dere er enige:\n${p.link}`,
  }),
};

const nn: typeof nb = {
  subject: (p) => `Krav ${p.number}: prisar over avtalt pris, ${p.agreement}`,
  ourCase: (p) => `Vår sak: ${p.number}`,
  agreementCase: (p) => `Saksnummeret til avtalen: ${p.number}`,
  agreement: (p) => `Avtale: ${p.number} ${p.title}`,
  found: ({ amount, lines, items, months, basis }) =>
    `Vi har samanlikna prisane i ${basis === 'reported' ? 'rapportane dykkar' : 'e-fakturaene dykkar'} med prisane som galdt etter avtalen på leveringsdagen. I ${months} er ${lines} på ${items} prisa høgare enn avtalt. Skilnaden er ${amount} utan mva.`,
  wanted: (p) =>
    `Vi ber om ein kreditnota på ${p.amount} utan mva. Skriv saksnummeret vårt på kreditnotaen, så finn vi han att.`,
  lines: 'Arbeidsboka som følgjer kravet, viser alle linjer: vare, kjøpar, dag, mengd, pris, avtalt pris og skilnad.',
  respond: 'Meiner de at ei linje er feil, skriv kva for ei og kvifor. De kan svare i portalen eller på dette brevet.',
  regards: 'Vennleg helsing',
  lineCount: (p) => plural('nn', p.count, { one: 'éi linje', other: `${formatCount(p.count, 'nn')} linjer` }),
  itemCount: (p) => plural('nn', p.count, { one: 'éi vare', other: `${formatCount(p.count, 'nn')} varer` }),
  email: (p) => ({
    subject: `${p.cooperative} har sendt dykk eit krav: ${p.number}`,
    text: `${p.cooperative} har sendt dykk krav ${p.number} på ${p.amount} utan mva. for prisar over avtalt pris på avtalen «${p.agreement}».\n\nSjå linjene, og svar om de er samde:\n${p.link}`,
  }),
};

const en: typeof nb = {
  subject: (p) => `Claim ${p.number}: prices above the agreed price, ${p.agreement}`,
  ourCase: (p) => `Our case: ${p.number}`,
  agreementCase: (p) => `Case number of the agreement: ${p.number}`,
  agreement: (p) => `Agreement: ${p.number} ${p.title}`,
  found: ({ amount, lines, items, months, basis }) =>
    `We compared the prices in ${basis === 'reported' ? 'your reports' : 'your e-invoices'} with the prices that were agreed for the day of delivery. In ${months}, ${lines} of ${items} are priced higher than agreed. The difference is ${amount} excluding VAT.`,
  wanted: (p) =>
    `Please send a credit note for ${p.amount} excluding VAT. Write our case number on it, so that we recognise it.`,
  lines:
    'The workbook with this claim lists every line: item, buyer, day, quantity, price, agreed price and difference.',
  respond:
    'If you think that a line is wrong, tell us which and why. You can answer in the portal or by replying to this letter.',
  regards: 'Yours sincerely',
  lineCount: (p) => plural('en', p.count, { one: 'one line', other: `${formatCount(p.count, 'en')} lines` }),
  itemCount: (p) => plural('en', p.count, { one: 'one item', other: `${formatCount(p.count, 'en')} items` }),
  email: (p) => ({
    subject: `${p.cooperative} sent you a claim: ${p.number}`,
    text: `${p.cooperative} sent you claim ${p.number} of ${p.amount} excluding VAT for prices above the agreed price on the agreement “${p.agreement}”.\n\nSee the lines, and answer whether you agree:\n${p.link}`,
  }),
};

const letters: Record<Language, typeof nb> = { nb, nn, en };

/** Returns the range of months in words. */
function monthsOf(from: string, to: string, language: Language): string {
  const name = (month: string) => {
    const period = Period.tryParse(month);
    return period ? formatPeriod(period, language) : month;
  };
  return from === to ? name(from) : `${name(from)} – ${name(to)}`;
}

/** Drafts the letter of a claim in the recipient's language. */
export function claimLetter(language: Language, claim: ClaimLetterFacts): LetterText {
  const t = letters[language];
  const amount = formatMoney(claim.amount, claim.currency, language);
  const { agreement } = claim;
  return {
    language,
    subject: t.subject({ number: claim.number, agreement: agreement.number }),
    text: [
      claim.supplier,
      [t.ourCase({ number: claim.number }), agreement.caseNumber && t.agreementCase({ number: agreement.caseNumber })]
        .filter(Boolean)
        .join('\n'),
      t.agreement({ number: agreement.number, title: agreement.title }),
      t.found({
        amount,
        lines: t.lineCount({ count: claim.lineCount }),
        items: t.itemCount({ count: claim.itemCount }),
        months: monthsOf(claim.from, claim.to, language),
        basis: claim.basis,
      }),
      t.wanted({ amount }),
      t.lines,
      t.respond,
      [t.regards, claim.sender, claim.cooperative].filter(Boolean).join('\n'),
    ].join('\n\n'),
  };
}

export interface ClaimEmailFacts {
  readonly number: string;
  readonly amount: string;
  readonly currency: string;
  readonly cooperative: string;
  readonly agreement: string;
  readonly link: string;
}

/** Returns the e-mail that notifies the supplier of a claim. */
export function claimEmail(language: Language, claim: ClaimEmailFacts): { subject: string; text: string } {
  return letters[language].email({ ...claim, amount: formatMoney(claim.amount, claim.currency, language) });
}
