import { maskNationalIds, redactPersons } from '@tallgrunn/values';
import type { AllowanceCharge, InvoiceItem, InvoiceParty } from '../invoice/invoice.ts';
import { reduceText, type ReducedText } from './recognised-words.ts';
import { isOrganisation, redactInvoiceParty } from './minimise-party.ts';
import { redactFoundText, reduceNumber, reduceReference } from './reduce-codes.ts';
import type { RedactionCounts, RedactionReason } from './redacted-fields.ts';

/** Item properties that are read: the CO₂e convention of EHF. */
const retainedProperties =
  /^(?:EmissionFactor\w*|NetEmissionQuantity|CO2EmissionFactorSource|GWP|Global warming potential)$/;
/** Fields with values of our own or identifiers of the format. They are stored unchanged. */
const unchangedFields: ReadonlySet<string> = new Set(['type', 'customization', 'profile']);
/** Names of fields with days, amounts and codes. A text of several words in them is not a valid value. */
const valueFields =
  /(?:On|start|end|[aA]mount|[qQ]uantity|[cC]urrency|[uU]nit|[cC]ategory|[rR]ate|percent|discount|Code|[cC]ountry|Zone|list|version|outstanding)$/;
/** Texts too short for a first and last name or for a personal number. */
const shortText = /^(?:.{0,4}|[A-Za-z0-9]{1,10}|[\d.+-]{1,10})$/;
const valueFieldCache = new Map<string, boolean>();

function isMeasured(name: string): boolean {
  const cached = valueFieldCache.get(name);
  if (cached !== undefined) return cached;
  const found = valueFields.test(name);
  valueFieldCache.set(name, found);
  return found;
}

/** Redacts the texts of a document one by one, and counts what is removed. */
export class Redactor {
  readonly #counts: RedactionCounts;

  constructor(counts: RedactionCounts) {
    this.#counts = counts;
  }

  /** Stores a code completely or not at all: a personal name next to a short number is still a name. */
  redactCode(text: string | null, where: string): string | null {
    if (text === null) return null;
    const { dropped } = reduceReference(text);
    if (dropped) this.#counts.add('reference', where);
    return dropped ? null : text;
  }

  redactReference(text: string | null, where: string): string | null {
    return text === null ? null : this.#retain(reduceReference(text), 'reference', where);
  }

  /** Redacts the number of a document. */
  redactNumber(text: string | null, where: string): string | null {
    return text === null ? null : this.#retain(reduceNumber(text), 'reference', where);
  }

  /** Redacts probable personal data in a text that is otherwise stored completely. */
  redactText<T extends string | null>(text: T, where: string): T {
    if (text === null) return text;
    const reduced = redactPersons(text);
    return this.#retain(reduced, maskNationalIds(text) === reduced.text ? 'national-number' : 'person', where) as T;
  }

  /** Redacts the buyer. A person named next to the municipality's name is removed. */
  redactParty(party: InvoiceParty, where: string): InvoiceParty {
    const kept = redactInvoiceParty(party, where, this.#counts);
    return isOrganisation(party)
      ? { ...kept, name: this.redactText(kept.name, where), legalName: this.redactText(kept.legalName, where) }
      : kept;
  }

  /**
   * Redacts an item. Its name is the seller's own and is stored without personal data; its description and other
   * properties are removed.
   */
  redactItem<I extends InvoiceItem>(item: I): I {
    const kept = item.properties.filter(({ name }) => retainedProperties.test(name));
    this.#counts.add('free-text', 'Item/Description', item.description === null ? 0 : 1);
    this.#counts.add('property', 'AdditionalItemProperty', item.properties.length - kept.length);
    return {
      ...item,
      name: this.redactText(item.name, 'Item/Name'),
      description: null,
      sellerNumber: this.redactText(item.sellerNumber, 'SellersItemIdentification'),
      buyerNumber: this.redactText(item.buyerNumber, 'BuyersItemIdentification'),
      manufacturerNumber: this.redactText(item.manufacturerNumber, 'ManufacturersItemIdentification'),
      properties: kept.map((each) => ({ ...each, value: this.redactText(each.value, 'AdditionalItemProperty') })),
    };
  }

  redactReason(charge: AllowanceCharge): AllowanceCharge {
    if (charge.reason === null) return charge;
    return {
      ...charge,
      reason: this.#retain(reduceText(charge.reason, { texts: [] }), 'free-text', 'AllowanceChargeReason'),
    };
  }

  /** Redacts all other texts of a value by the name of their field, also where no personal data is expected. */
  redactFields<T>(value: T, where = ''): T {
    if (value === null) return value;
    if (typeof value === 'string')
      return (
        shortText.test(value) ? value : isMeasured(where) ? this.#guarded(value, where) : this.redactText(value, where)
      ) as T;
    if (typeof value !== 'object') return value;
    if (Array.isArray(value))
      return (value.length === 0 ? value : value.map((each: unknown) => this.redactFields(each, where))) as T;
    const kept: Record<string, unknown> = {};
    for (const name in value)
      kept[name] = unchangedFields.has(name)
        ? value[name]
        : name === 'seller'
          ? this.#registered(value[name] as InvoiceParty)
          : this.redactFields(value[name], name);
    return kept as T;
  }

  /** A seller has its registered name, even if that is a person's name. */
  #registered({ name, legalName, ...party }: InvoiceParty): InvoiceParty {
    return { ...this.redactFields(party), name, legalName };
  }

  #guarded(text: string, where: string): string {
    const found = redactFoundText(text);
    if (found !== text) this.#counts.add('person', where);
    return found;
  }

  #retain({ text, dropped }: ReducedText, reason: RedactionReason, where: string): string | null {
    if (dropped) this.#counts.add(reason, where);
    return text;
  }
}
