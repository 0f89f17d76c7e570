import { maskNationalIds, redactPersons } from '@tallgrunn/values';
import type { AllowanceCharge, InvoiceItem, InvoiceParty } from '../invoice/invoice.ts';
import { reduceText, type Reduced } from './known-words.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import { guardFound, reduceNumber, reduceReference } from './reduce-codes.ts';
import type { WithheldCounts, WithheldReason } from './withheld.ts';

/** Item properties that are read: the CO₂e convention of EHF. */
const properties = /^(?:EmissionFactor\w*|NetEmissionQuantity|CO2EmissionFactorSource|GWP|Global warming potential)$/;
/** Fields with values of our own or identifiers of the format. They are stored unchanged. */
const ours: ReadonlySet<string> = new Set(['type', 'customization', 'profile']);
/** Names of fields with days, amounts and codes. A text of several words in them is not a valid value. */
const measured =
  /(?:On|start|end|[aA]mount|[qQ]uantity|[cC]urrency|[uU]nit|[cC]ategory|[rR]ate|percent|discount|Code|[cC]ountry|Zone|list|version|outstanding)$/;
/** Texts too short for a first and last name or for a personal number. */
const short = /^(?:.{0,4}|[A-Za-z0-9]{1,10}|[\d.+-]{1,10})$/;
const judged = new Map<string, boolean>();

function isMeasured(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const found = measured.test(name);
  judged.set(name, found);
  return found;
}

/** Redacts the texts of a document one by one, and counts what is removed. */
export class Keep {
  readonly #counts: WithheldCounts;

  constructor(counts: WithheldCounts) {
    this.#counts = counts;
  }

  /** Stores a code completely or not at all: a personal name next to a short number is still a name. */
  code(text: string | null, where: string): string | null {
    if (text === null) return null;
    const { dropped } = reduceReference(text);
    if (dropped) this.#counts.add('reference', where);
    return dropped ? null : text;
  }

  reference(text: string | null, where: string): string | null {
    return text === null ? null : this.#kept(reduceReference(text), 'reference', where);
  }

  /** Redacts the number of a document. */
  number(text: string | null, where: string): string | null {
    return text === null ? null : this.#kept(reduceNumber(text), 'reference', where);
  }

  /** Redacts probable personal data in a text that is otherwise stored completely. */
  text<T extends string | null>(text: T, where: string): T {
    if (text === null) return text;
    const reduced = redactPersons(text);
    return this.#kept(reduced, maskNationalIds(text) === reduced.text ? 'national-number' : 'person', where) as T;
  }

  /** Redacts the buyer. A person named next to the municipality's name is removed. */
  party(party: InvoiceParty, where: string): InvoiceParty {
    const kept = minimiseParty(party, where, this.#counts);
    return isKnownParty(party)
      ? { ...kept, name: this.text(kept.name, where), legalName: this.text(kept.legalName, where) }
      : kept;
  }

  /**
   * Redacts an item. Its name is the seller's own and is stored without personal data; its description and other
   * properties are removed.
   */
  item<I extends InvoiceItem>(item: I): I {
    const kept = item.properties.filter(({ name }) => properties.test(name));
    this.#counts.add('free-text', 'Item/Description', item.description === null ? 0 : 1);
    this.#counts.add('property', 'AdditionalItemProperty', item.properties.length - kept.length);
    return {
      ...item,
      name: this.text(item.name, 'Item/Name'),
      description: null,
      sellerNumber: this.text(item.sellerNumber, 'SellersItemIdentification'),
      buyerNumber: this.text(item.buyerNumber, 'BuyersItemIdentification'),
      manufacturerNumber: this.text(item.manufacturerNumber, 'ManufacturersItemIdentification'),
      properties: kept.map((each) => ({ ...each, value: this.text(each.value, 'AdditionalItemProperty') })),
    };
  }

  reason(charge: AllowanceCharge): AllowanceCharge {
    if (charge.reason === null) return charge;
    return {
      ...charge,
      reason: this.#kept(reduceText(charge.reason, { texts: [] }), 'free-text', 'AllowanceChargeReason'),
    };
  }

  /** Redacts all other texts of a value by the name of their field, also where no personal data is expected. */
  everywhere<T>(value: T, where = ''): T {
    if (value === null) return value;
    if (typeof value === 'string')
      return (
        short.test(value) ? value : isMeasured(where) ? this.#guarded(value, where) : this.text(value, where)
      ) as T;
    if (typeof value !== 'object') return value;
    if (Array.isArray(value))
      return (value.length === 0 ? value : value.map((each: unknown) => this.everywhere(each, where))) as T;
    const kept: Record<string, unknown> = {};
    for (const name in value)
      kept[name] = ours.has(name)
        ? value[name]
        : name === 'seller'
          ? this.#registered(value[name] as InvoiceParty)
          : this.everywhere(value[name], name);
    return kept as T;
  }

  /** A seller has its registered name, even if that is a person's name. */
  #registered({ name, legalName, ...party }: InvoiceParty): InvoiceParty {
    return { ...this.everywhere(party), name, legalName };
  }

  #guarded(text: string, where: string): string {
    const found = guardFound(text);
    if (found !== text) this.#counts.add('person', where);
    return found;
  }

  #kept({ text, dropped }: Reduced, reason: WithheldReason, where: string): string | null {
    if (dropped) this.#counts.add(reason, where);
    return text;
  }
}
