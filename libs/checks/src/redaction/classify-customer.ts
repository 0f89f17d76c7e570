import { HIDDEN_VALUE, OrgNumber, normaliseName, redactPersons } from '@tallgrunn/values';
import type { CheckContext } from '../context.ts';
import type { BuyerMatch } from '../plan/buyer-match.ts';
import type { Plan } from '../plan/plan.ts';
import { editDistance } from '../plan/edit-distance.ts';
import { customerHash } from './customer-hash.ts';

/**
 * Classification of a row's customer. `ours`: a buyer of the agreement. `others`: certainly someone else. `stranger`:
 * neither proven. `excluded`: a private customer, or one that the supplier declared as not ours. `doubtful`: similar to
 * a buyer of ours, so a person is asked.
 */
export type CustomerClass = 'ours' | 'others' | 'stranger' | 'excluded' | 'doubtful';

/** The customer texts of a row as written; '' for missing ones. */
export interface CustomerTexts {
  readonly orgNumber: string;
  readonly buyer: string;
  readonly buyerName: string;
  readonly site: string;
}

const companyForm =
  /(?:^|[\s,])(?:as|a\/s|asa|ans|da|sa|ba|nuf|ks|enk|ab|gmbh|ltd|inc|aps|oy|holding|borettslag|brl|sameie|sameiet)\.?$/i;
const otherCouncil = /(?:\s(?:fylkes)?kommune|\sherad)\s*$/i;
const council = /(?:kommune|\bherad)/i;
const publicWord =
  /(?:kommun|skole|skule|barnehage|barnehave|sykehjem|sjukeheim|helse|omsorg|legevakt|bibliotek|rådhus|oppvekst|\bsfo\b|voksenopplæring|vaksenopplæring|hjemmetjeneste|heimeteneste|bofellesskap|bufellesskap|dagsenter|kjøkken|kjøken|brannvesen|renovasjon|vann og avløp|vatn og avløp|teknisk|\bnav\b|municipal|school)/i;
const digitsOnly = /^[\d\s.\-/]+$/;
const wordsMax = 6;
const nameMin = 4;

/** Returns our names, normalised: buyers, their aliases and former names (`near`), and also their sites (`all`). */
function namesOf({ buyers, aliases, sites, formerNames }: CheckContext): {
  readonly near: readonly string[];
  readonly all: ReadonlySet<string>;
} {
  const fold = (texts: readonly string[] | undefined): string[] =>
    (texts ?? []).map(normaliseName).filter((name) => name !== '');
  const near = [...new Set([...fold(buyers?.name), ...fold(aliases?.text), ...fold(formerNames?.text)])];
  return { near, all: new Set([...near, ...fold(sites?.name)]) };
}

function isNear(a: string, b: string): boolean {
  const max = a.length >= 9 ? 2 : a.length >= 5 ? 1 : 0;
  return max > 0 && editDistance(a, b, max) <= max;
}

/** Classifies the customers of one file by the agreement's data. Each text is classified once. */
export class CustomerClassifier {
  readonly #plan: Plan;
  readonly #names: ReturnType<typeof namesOf>;
  readonly #excluded: ReadonlySet<string>;
  readonly #cache = new Map<string, CustomerClass>();
  readonly #refused = new Map<string, boolean>();

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#names = namesOf(plan.context);
    this.#excluded = new Set(plan.context.excludedCustomers?.hash);
  }

  /** Returns whether customers can be classified, which requires a list of buyers. */
  get canClassify(): boolean {
    return this.#plan.buyers.closed;
  }

  classify({ orgNumber, buyer, buyerName, site }: CustomerTexts): CustomerClass {
    const texts = [buyer, buyerName].filter((text) => text !== '');
    if (texts.some((text) => this.#isExcluded(text))) return 'excluded';
    const number = [orgNumber, ...texts].find((text) => OrgNumber.parse(text, { testNumbers: true }).ok) ?? '';
    if (number !== '' && this.#plan.buyers.find(number)) return 'ours';
    const names = texts.filter((text) => text !== number);
    const nameClasses = names.map((text) => this.#text(text));
    if (nameClasses.includes('ours') && number === '') return 'ours';
    if (site !== '' && this.#text(site) === 'ours')
      return number === '' && !names.some((text) => this.#isOtherCouncil(text)) ? 'ours' : 'doubtful';
    // A number of another organisation with a name like ours may be an entity that the agreement does not list yet.
    if (number !== '')
      return nameClasses.some((customerClass) => customerClass === 'ours' || customerClass === 'doubtful') &&
        !names.some((name) => companyForm.test(name))
        ? 'doubtful'
        : 'others';
    const namedClasses = nameClasses.filter((_, at) => !digitsOnly.test(names[at]!));
    return (
      (['doubtful', 'others', 'stranger', 'excluded'] as const).find((customerClass) =>
        namedClasses.includes(customerClass),
      ) ?? 'doubtful'
    );
  }

  /** Returns whether the supplier declared this customer as not ours. */
  #isExcluded(text: string): boolean {
    if (this.#excluded.size === 0) return false;
    let isExcluded = this.#refused.get(text);
    if (isExcluded === undefined)
      this.#refused.set(text, (isExcluded = this.#excluded.has(customerHash(this.#plan.context, text))));
    return isExcluded;
  }

  /**
   * Returns whether a text names a municipality that is not ours; a site name of ours in the same row does not change
   * that.
   */
  #isOtherCouncil(text: string): boolean {
    return council.test(text) && this.#plan.buyers.find(text) === null;
  }

  /** Classifies a single text: a name, a customer number, a column heading, or a sheet name. */
  #text(text: string): CustomerClass {
    let customerClass = this.#cache.get(text);
    if (customerClass === undefined) this.#cache.set(text, (customerClass = this.#classifyText(text)));
    return customerClass;
  }

  #classifyText(text: string): CustomerClass {
    const found = this.#plan.buyers.find(text);
    if (found) return this.#classifyMatch(found, text);
    if (digitsOnly.test(text)) return 'doubtful';
    const normalised = normaliseName(text);
    if (this.#resembles(normalised)) return companyForm.test(text) ? 'stranger' : 'doubtful';
    if (otherCouncil.test(text) || companyForm.test(text)) return 'others';
    if (publicWord.test(text)) return 'doubtful';
    return text.includes(HIDDEN_VALUE) || redactPersons(text).dropped ? 'excluded' : 'stranger';
  }

  #classifyMatch({ how, buyer }: BuyerMatch, text: string): CustomerClass {
    const normalised = normaliseName(text.replace(/[()]/g, ' '));
    if (how !== 'site' && how !== 'spelling') return 'ours';
    if (this.#names.all.has(normalised) || normalised === normaliseName(this.#plan.buyers.name(buyer))) return 'ours';
    if (how === 'spelling') return 'doubtful';
    // A name that begins with a buyer's name: "Kongsvinger ungdomsskole" belongs to the buyer, "Kongsvinger Bilsenter
    // AS" does not.
    if (companyForm.test(text)) return 'others';
    return publicWord.test(text) ? 'ours' : 'doubtful';
  }

  /** Returns whether consecutive words are one of our names, or the text or its first word is nearly one. */
  #resembles(normalised: string): boolean {
    const words = normalised.split(' ');
    for (let from = 0; from < Math.min(words.length, wordsMax); from += 1) {
      for (let to = from + 1; to <= Math.min(words.length, from + wordsMax); to += 1) {
        const part = words.slice(from, to).join(' ');
        if (part.length >= nameMin && this.#names.all.has(part)) return true;
      }
    }
    return this.#names.near.some((name) => isNear(normalised, name) || isNear(words[0] ?? '', name));
  }
}
