import { maskNationalIds, redactPersons } from '@tallgrunn/values';
import type { AllowanceCharge, InvoiceItem, InvoiceParty } from '../invoice/invoice.ts';
import { reduceText, type Reduced } from './known-words.ts';
import { isKnownParty, minimiseParty } from './minimise-party.ts';
import { guardFound, reduceNumber, reduceReference } from './reduce-codes.ts';
import type { WithheldCounts, WithheldReason } from './withheld.ts';

/** The properties of items that are read: the CO2e convention of EHF. */
const properties = /^(?:EmissionFactor\w*|NetEmissionQuantity|CO2EmissionFactorSource|GWP|Global warming potential)$/;
/** What the parts are called by ourselves, and what the format calls itself. */
const ours: ReadonlySet<string> = new Set(['type', 'customization', 'profile']);
/** Days, amounts and codes: what stands there in many words is none. */
const measured =
  /(?:On|start|end|[aA]mount|[qQ]uantity|[cC]urrency|[uU]nit|[cC]ategory|[rR]ate|percent|discount|Code|[cC]ountry|Zone|list|version|outstanding)$/;
/** Too short for two words of a name or a number of a person. */
const short = /^(?:.{0,4}|[A-Za-z0-9]{1,10}|[\d.+-]{1,10})$/;
const judged = new Map<string, boolean>();

function isMeasured(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const found = measured.test(name);
  judged.set(name, found);
  return found;
}

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
    const reduced = redactPersons(text);
    return this.#kept(reduced, maskNationalIds(text) === reduced.text ? 'national-number' : 'person', where) as T;
  }

  /** The buyer, as a party; who is written beside a municipality's name goes. */
  party(party: InvoiceParty, where: string): InvoiceParty {
    const kept = minimiseParty(party, where, this.#counts);
    return isKnownParty(party)
      ? { ...kept, name: this.text(kept.name, where), legalName: this.text(kept.legalName, where) }
      : kept;
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
    return {
      ...charge,
      reason: this.#kept(reduceText(charge.reason, { texts: [] }), 'free-text', 'AllowanceChargeReason'),
    };
  }

  /** What nobody expects a person in, looked through all the same: every other text, by the name of its part. */
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
