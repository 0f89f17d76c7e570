import { readAttachment } from '../invoice/read-header.ts';
import { readCo2e } from '../invoice/read-co2e.ts';
import { readItem, readPeriod, readPrice } from '../invoice/read-line.ts';
import { attributeAt, child, childrenOf, type Element, textAt } from '../xml/element.ts';
import type { CatalogueItem, CatalogueLine, CataloguePrice, Quantity, RelatedItem } from './catalogue.ts';
import { actionOf } from './read-catalogue-head.ts';

/** Reads one `cac:CatalogueLine`. */
export function readCatalogueLine(line: Element): CatalogueLine {
  const item = readCatalogueItem(child(line, 'Item'));
  const orderable = textAt(line, 'OrderableIndicator');
  return {
    id: textAt(line, 'ID'),
    action: actionOf(textAt(line, 'ActionCode')),
    actionCode: textAt(line, 'ActionCode'),
    note: textAt(line, 'Note'),
    orderable: orderable === null ? null : /^(true|1)$/i.test(orderable),
    orderableUnit: textAt(line, 'OrderableUnit'),
    content: quantityAt(line, 'ContentUnitQuantity'),
    orderQuantityIncrement: textAt(line, 'OrderQuantityIncrementNumeric'),
    minimumOrderQuantity: quantityAt(line, 'MinimumOrderQuantity'),
    maximumOrderQuantity: quantityAt(line, 'MaximumOrderQuantity'),
    warranty: textAt(line, 'WarrantyInformation'),
    packLevel: textAt(line, 'PackLevelCode'),
    contractSubdivision: textAt(line, 'ContractSubdivision'),
    period: readPeriod(child(line, 'LineValidityPeriod')),
    item,
    prices: childrenOf(line, 'RequiredItemLocationQuantity').flatMap(readCataloguePrice),
    comparison: childrenOf(line, 'ItemComparison').map((one) => ({
      amount: textAt(one, 'PriceAmount'),
      currency: attributeAt(child(one, 'PriceAmount'), 'currencyID'),
      quantity: quantityAt(one, 'Quantity'),
    })),
    components: relatedItems(line, 'ComponentRelatedItem'),
    accessories: relatedItems(line, 'AccessoryRelatedItem'),
    requiredItems: relatedItems(line, 'RequiredRelatedItem'),
    replacedItems: relatedItems(line, 'ReplacedRelatedItem'),
    co2e: readCo2e(item.properties, ONE_UNIT),
  };
}

/** The CO₂e convention refers to the invoiced quantity. A catalogue offers one unit of each item. */
const ONE_UNIT = '1';

function readCatalogueItem(item: Element | undefined): CatalogueItem {
  const tax = child(item, 'ClassifiedTaxCategory');
  return {
    ...readItem(item),
    keywords: childrenOf(item, 'Keyword').flatMap(({ text }) => text || []),
    brand: textAt(item, 'BrandName'),
    model: textAt(item, 'ModelName'),
    manufacturer: textAt(item, 'ManufacturerParty', 'PartyName', 'Name'),
    packQuantity: quantityAt(item, 'PackQuantity'),
    packSize: textAt(item, 'PackSizeNumeric'),
    conditions: childrenOf(item, 'TransactionConditions').flatMap((one) => textAt(one, 'ActionCode') ?? []),
    certificates: childrenOf(item, 'Certificate').flatMap((one) => {
      const id = textAt(one, 'ID');
      const certificate = {
        type: textAt(one, 'CertificateTypeCode'),
        name: textAt(one, 'CertificateType'),
        remarks: textAt(one, 'Remarks'),
      };
      return id
        ? [
            {
              id,
              ...certificate,
              issuer: textAt(one, 'IssuerParty', 'PartyName', 'Name'),
              document: textAt(one, 'DocumentReference', 'ID'),
            },
          ]
        : [];
    }),
    dimensions: childrenOf(item, 'Dimension').flatMap((one) => {
      const name = textAt(one, 'AttributeID');
      return name
        ? [{ name, quantity: textAt(one, 'Measure'), unit: attributeAt(child(one, 'Measure'), 'unitCode') }]
        : [];
    }),
    hazards: childrenOf(item, 'HazardousItem').map((one) => ({
      code: textAt(one, 'UNDGCode'),
      class: textAt(one, 'HazardClassID'),
    })),
    vat: { category: textAt(tax, 'ID'), rate: textAt(tax, 'Percent') },
    documents: childrenOf(item, 'ItemSpecificationDocumentReference').map(readAttachment),
  };
}

function readCataloguePrice(location: Element): CataloguePrice[] {
  const element = child(location, 'Price');
  const price = readPrice(element);
  if (!price) return [];
  const address = child(location, 'ApplicableTerritoryAddress');
  const territory = address && {
    country: textAt(address, 'Country', 'IdentificationCode'),
    region: textAt(address, 'CountrySubentity'),
    city: textAt(address, 'CityName'),
    postalZone: textAt(address, 'PostalZone'),
  };
  return [
    {
      ...price,
      type: textAt(element, 'PriceType'),
      orderableUnitFactor: textAt(element, 'OrderableUnitFactorRate'),
      period: readPeriod(child(element, 'ValidityPeriod')),
      minimumQuantity: quantityAt(location, 'MinimumQuantity'),
      maximumQuantity: quantityAt(location, 'MaximumQuantity'),
      leadTime: quantityAt(location, 'LeadTimeMeasure'),
      territory: territory ?? null,
      batchQuantity: quantityAt(child(location, 'DeliveryUnit'), 'BatchQuantity'),
    },
  ];
}

function relatedItems(line: Element, name: string): RelatedItem[] {
  return childrenOf(line, name).flatMap((one) => {
    const id = textAt(one, 'ID');
    return id ? [{ id, quantity: quantityAt(one, 'Quantity'), description: textAt(one, 'Description') }] : [];
  });
}

function quantityAt(parent: Element | undefined, name: string): Quantity | null {
  const quantity = child(parent, name);
  return quantity?.text ? { quantity: quantity.text, unit: attributeAt(quantity, 'unitCode') } : null;
}
