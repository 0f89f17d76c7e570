import ts from 'typescript';

/** What the driver makes of a type of PostgreSQL. */
export type Kind = 'string' | 'number' | 'boolean' | 'Date' | 'Buffer' | 'json' | 'object' | `${string}[]`;

/** By object id of the type, from PostgreSQL's catalogue. All others are read as text. */
const kinds: Readonly<Record<number, Kind>> = {
  16: 'boolean',
  17: 'Buffer',
  21: 'number',
  23: 'number',
  26: 'number',
  114: 'json',
  199: 'json[]',
  700: 'number',
  701: 'number',
  1000: 'boolean[]',
  1005: 'number[]',
  1007: 'number[]',
  1009: 'string[]',
  1015: 'string[]',
  1016: 'string[]',
  1021: 'number[]',
  1022: 'number[]',
  1114: 'Date',
  1115: 'Date[]',
  1182: 'string[]',
  1184: 'Date',
  1185: 'Date[]',
  1186: 'object', // an interval
  1231: 'number[]',
  2951: 'string[]',
  3802: 'json',
  3807: 'json[]',
};

export const kindOf = (typeId: number): Kind => kinds[typeId] ?? 'string';

/** Returns true if a value of the kind may have the type. */
export function accepts(type: ts.Type, kind: string, checker: ts.TypeChecker): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return true;
  const choices = type.isUnion() ? type.types : [type];
  return choices.some((choice) => !(choice.flags & ts.TypeFlags.Null) && acceptsOne(choice, kind, checker));
}

function acceptsOne(type: ts.Type, kind: string, checker: ts.TypeChecker): boolean {
  if (kind.endsWith('[]')) {
    const [item] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
    return item !== undefined && accepts(item, kind.slice(0, -2), checker);
  }
  switch (kind) {
    case 'string':
      return checker.isTypeAssignableTo(type, checker.getStringType());
    case 'number':
      return checker.isTypeAssignableTo(type, checker.getNumberType());
    case 'boolean':
      return checker.isTypeAssignableTo(type, checker.getBooleanType());
    case 'json':
      return type.symbol?.name !== 'Date';
    case 'Buffer':
      return type.symbol?.name === 'Buffer' || type.symbol?.name === 'Uint8Array';
    default:
      return type.symbol?.name === kind;
  }
}
