import { maskNationalIds } from '@tallgrunn/values';
import type { AllowanceCharge, InvoiceItem, InvoiceParty } from '../invoice/invoice.ts';
import { reduceText, type Reduced } from './known-words.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import { hidePersons } from './possible-persons.ts';
import { guardFound, reduceNumber, reduceReference } from './reduce-codes.ts';
import type { WithheldCounts, WithheldReason } from './withheld.ts';

/** The properties of items that are read: the CO2e convention of EHF. */
const properties = /^(?:EmissionFactor\w*|NetEmissionQuantity|CO2EmissionFactorSource|GWP|Global warming potential)$/;
/** What the parts are called by ourselves, and what the format calls itself. */
const ours: ReadonlySet<string> = new Set(['type', 'customization', 'profile']);
/** Days, amounts and codes: what stands there in many words is none. */
const measured = /(?:On|start|end|[aA]mount|[qQ]uantity|[cC]urrency|[uU]nit|[cC]ategory|[rR]ate|percent|discount|Code|[cC]ountry|Zone|list|version|outstanding)$/;

/** Keeps what may be kept of one text after the other, and counts the rest. */
export class Keep {
  readonly #counts: WithheldCounts;

  constructor(counts: WithheldCounts) {
    this.#counts = counts;
  }

  /** A code, whole or not at all: a person's name beside a short number is still a name. */
  code(text: string | null, where: string): string | null {
    if (text === null) return null;
    const { dropped } = reduceReference(text);
    if (dropped) this.#counts.add('reference', where);
    return dropped ? null : text;
  }

  reference(text: string | null, where: string): string | null {
    return text === null ? null : this.#kept(reduceReference(text), 'reference', where);
  }

  /** The number of a document. */
  number(text: string | null, where: string): string | null {
    return text === null ? null : this.#kept(reduceNumber(text), 'reference', where);
  }

  /** A text that is needed whole, without what is likely a person in it. */
  text<T extends string | null>(text: T, where: string): T {
    if (text === null) return text;
    const reduced = hidePersons(text);
    return this.#kept(reduced, maskNationalIds(text) === reduced.text ? 'national-number' : 'person', where) as T;
  }

  /** The buyer, as a party; who is written beside a municipality's name goes. */
  party(party: InvoiceParty, where: string): InvoiceParty {
    const kept = minimiseParty(party, where, this.#counts);
    return isKnownParty(party) ? { ...kept, name: this.text(kept.name, where), legalName: this.text(kept.legalName, where) } : kept;
  }

  /** What the goods are called is the seller's own and stays, without persons; what is told of them beside it goes. */
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
    return { ...charge, reason: this.#kept(reduceText(charge.reason, { texts: [] }), 'free-text', 'AllowanceChargeReason') };
  }

  /** What nobody expects a person in, looked through all the same: every other text, by the name of its part. */
  everywhere<T>(value: T, where = ''): T {
    if (typeof value === 'string') return (value.length < 5 ? value : measured.test(where) ? this.#guarded(value, where) : this.text(value, where)) as T;
    if (Array.isArray(value)) return value.map((each: unknown) => this.everywhere(each, where)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ours.has(name) ? each : name === 'seller' ? this.#registered(each as InvoiceParty) : this.everywhere(each, name)])) as T;
  }

  /** A seller is called what it is registered as, also where that is somebody's name. */
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
