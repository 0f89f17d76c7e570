import type { EntityProperty, EntitySet } from './entity-set.ts';

const NAMESPACE = 'Tallgrunn';
const CORE = 'https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character]!);

/** Returns type facets. Decimals have a variable scale, because a fixed one would not suit every quantity. */
const facets = ({ type, isNullable }: EntityProperty): string =>
  `Type="${type}"${type === 'Edm.Decimal' ? ' Scale="variable"' : ''} Nullable="${isNullable}"`;

const described = (text: string): string => `<Annotation Term="Core.Description" String="${escaped(text)}"/>`;

function entityTypeXml({ entity, key, properties, description }: EntitySet): string {
  const refs = key.map((name) => `<PropertyRef Name="${name}"/>`).join('');
  const list = properties.map(
    (property) => `<Property Name="${property.name}" ${facets(property)}>${described(property.description)}</Property>`,
  );
  return `<EntityType Name="${entity}"><Key>${refs}</Key>${list.join('')}${described(description)}</EntityType>`;
}

/** Returns `$metadata` as EDMX (OData CSDL XML 4.0): the tables of the feed with a description of each column. */
export function metadataXml(sets: readonly EntitySet[]): string {
  const container = sets.map(({ name, entity }) => `<EntitySet Name="${name}" EntityType="${NAMESPACE}.${entity}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">',
    `<edmx:Reference Uri="${CORE}.xml"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>`,
    '<edmx:DataServices>',
    `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${NAMESPACE}">`,
    ...sets.map(entityTypeXml),
    `<EntityContainer Name="Feed">${container.join('')}</EntityContainer>`,
    '</Schema>',
    '</edmx:DataServices>',
    '</edmx:Edmx>',
  ].join('\n');
}

function propertyJson({ type, isNullable, description }: EntityProperty): Record<string, unknown> {
  return {
    ...(type === 'Edm.String' ? {} : { $Type: type }),
    ...(isNullable ? { $Nullable: true } : {}),
    ...(type === 'Edm.Decimal' ? { $Scale: 'variable' } : {}),
    '@Core.Description': description,
  };
}

/** Returns `$metadata` as CSDL JSON 4.01. */
export function metadataJson(sets: readonly EntitySet[]): Record<string, unknown> {
  const types = sets.map(({ entity, key, properties, description }) => [
    entity,
    {
      $Kind: 'EntityType',
      $Key: key,
      ...Object.fromEntries(properties.map((property) => [property.name, propertyJson(property)])),
      '@Core.Description': description,
    },
  ]);
  const container = sets.map(({ name, entity }) => [name, { $Collection: true, $Type: `${NAMESPACE}.${entity}` }]);
  return {
    $Version: '4.01',
    $Reference: { [`${CORE}.json`]: { $Include: [{ $Namespace: 'Org.OData.Core.V1', $Alias: 'Core' }] } },
    $EntityContainer: `${NAMESPACE}.Feed`,
    [NAMESPACE]: {
      ...Object.fromEntries(types),
      Feed: { $Kind: 'EntityContainer', ...Object.fromEntries(container) },
    },
  };
}
