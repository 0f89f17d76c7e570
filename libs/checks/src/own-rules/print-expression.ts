import { operatorWords } from './expression.ts';
import type { Expression, Literal } from './expression.ts';
import { precedence } from './parse-expression.ts';

const plainName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

export const quoteText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Returns a field's name as it is written in an expression. */
export function printField(name: string): string {
  return plainName.test(name) && !operatorWords.has(name) ? name : `[${name.replaceAll(']', ']]')}]`;
}

function precedenceOf(node: Expression): number {
  if (node.kind === 'if') return precedence.if;
  if (node.kind === 'in') return precedence.comparison;
  if (node.kind === 'unary') return node.operator === 'not' ? precedence.not : precedence.minus;
  if (node.kind !== 'binary') return precedence.atom;
  const { operator } = node;
  if (operator === 'and' || operator === 'or') return precedence[operator];
  if (operator === '+' || operator === '-') return precedence.sum;
  return operator === '*' || operator === '/' ? precedence.product : precedence.comparison;
}

const printLiteral = ({ kind, value }: Literal): string => (kind === 'text' ? quoteText(value) : value);

/**
 * Prints an expression with the fewest parentheses: parsing the result gives the same expression. `field` replaces
 * fields by other texts, such as the values of a row.
 */
export function printExpression(node: Expression, field: (name: string) => string = printField): string {
  const print = (part: Expression, least: number): string => {
    const text = printExpression(part, field);
    return precedenceOf(part) < least ? `(${text})` : text;
  };
  const own = precedenceOf(node);
  switch (node.kind) {
    case 'number':
    case 'text':
      return printLiteral(node);
    case 'field':
      return field(node.name);
    case 'unary':
      return node.operator === 'not' ? `not ${print(node.operand, own)}` : `-${print(node.operand, own)}`;
    case 'in':
      return `${print(node.value, own + 1)} in (${node.list.map(printLiteral).join(', ')})`;
    case 'if':
      return `if ${print(node.condition, own + 1)} then ${print(node.then, own + 1)}`;
    case 'call':
      return `${node.name}(${node.parameters.map((each) => print(each, 0)).join(', ')})`;
    case 'binary': {
      const left = own === precedence.comparison ? own + 1 : own;
      return `${print(node.left, left)} ${node.operator} ${print(node.right, own + 1)}`;
    }
  }
}
