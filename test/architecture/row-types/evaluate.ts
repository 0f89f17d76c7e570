import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Stands for a part of a text that only exists at run time. */
export const UNKNOWN_PART = '\u0000';

/** A value of the small part of TypeScript that texts of SQL are built with. `undefined` is not known. */
type Value = string | number | boolean | null | undefined | Value[] | Fields | Callable;
type Fields = Map<string, Value>;
type Callable = (args: Value[]) => Value;
type Scope = ReadonlyMap<ts.Symbol, Value>;

const asText = (value: Value): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : UNKNOWN_PART;

/**
 * Calculates constant texts without running the program: literals, templates, constants and functions of other files,
 * conditions, lists that are joined. What depends on run time becomes UNKNOWN_PART.
 */
export class TextEvaluator {
  #depth = 0;

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Returns the text of an expression, with UNKNOWN_PART where it depends on run time. */
  textOf(node: ts.Expression): string {
    return asText(this.#value(node, new Map()));
  }

  #value(node: ts.Node, scope: Scope): Value {
    if (this.#depth > 60) return undefined;
    this.#depth++;
    try {
      return this.#literal(node) ?? this.#composed(node, scope);
    } finally {
      this.#depth--;
    }
  }

  #literal(node: ts.Node): Value {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text);
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    return undefined;
  }

  #composed(node: ts.Node, scope: Scope): Value {
    if (ts.isTemplateExpression(node))
      return node.templateSpans.reduce(
        (text, span) => text + asText(this.#value(span.expression, scope)) + span.literal.text,
        node.head.text,
      );
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
      return this.#value(node.expression, scope);
    if (ts.isNonNullExpression(node)) return this.#value(node.expression, scope);
    if (ts.isBinaryExpression(node)) return this.#binary(node, scope);
    if (ts.isConditionalExpression(node)) return this.#conditional(node, scope);
    if (ts.isArrayLiteralExpression(node)) return this.#list(node, scope);
    if (ts.isObjectLiteralExpression(node)) return this.#object(node, scope);
    if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node))
      return (args) => this.#call(node, args, scope);
    if (ts.isIdentifier(node)) return this.#named(node, scope);
    if (ts.isPropertyAccessExpression(node)) return this.#property(node, scope);
    if (ts.isElementAccessExpression(node)) return this.#element(node, scope);
    if (ts.isCallExpression(node)) return this.#called(node, scope);
    return undefined;
  }

  #binary(node: ts.BinaryExpression, scope: Scope): Value {
    const [left, right] = [this.#value(node.left, scope), this.#value(node.right, scope)];
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return typeof left === 'number' && typeof right === 'number' ? left + right : asText(left) + asText(right);
      case ts.SyntaxKind.QuestionQuestionToken:
        return left === null ? right : left;
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
        return left === undefined || right === undefined ? undefined : left === right;
      default:
        return undefined;
    }
  }

  /** A condition that is not known counts as true: both texts are expected to give the same columns. */
  #conditional(node: ts.ConditionalExpression, scope: Scope): Value {
    return this.#value(node.condition, scope) === false || this.#value(node.condition, scope) === ''
      ? this.#value(node.whenFalse, scope)
      : this.#value(node.whenTrue, scope);
  }

  #list(node: ts.ArrayLiteralExpression, scope: Scope): Value {
    const items: Value[] = [];
    for (const element of node.elements) {
      if (!ts.isSpreadElement(element)) items.push(this.#value(element, scope));
      else {
        const spread = this.#value(element.expression, scope);
        if (!Array.isArray(spread)) return undefined;
        items.push(...spread);
      }
    }
    return items;
  }

  #object(node: ts.ObjectLiteralExpression, scope: Scope): Value {
    const fields: Fields = new Map();
    for (const property of node.properties) {
      if (ts.isPropertyAssignment(property))
        fields.set(nameOf(property.name), this.#value(property.initializer, scope));
      else if (ts.isShorthandPropertyAssignment(property)) {
        const symbol = this.checker.getShorthandAssignmentValueSymbol(property);
        fields.set(property.name.text, symbol && this.#ofSymbol(symbol, scope));
      } else if (ts.isSpreadAssignment(property)) {
        const spread = this.#value(property.expression, scope);
        if (spread instanceof Map) for (const [name, value] of spread) fields.set(name, value);
      } else if (ts.isMethodDeclaration(property)) {
        fields.set(nameOf(property.name), (args) => this.#call(property, args, scope));
      }
    }
    return fields;
  }

  #named(node: ts.Identifier, scope: Scope): Value {
    const symbol = this.checker.getSymbolAtLocation(node);
    return symbol && this.#ofSymbol(symbol, scope);
  }

  #ofSymbol(named: ts.Symbol, scope: Scope): Value {
    if (scope.has(named)) return scope.get(named);
    const file = sqlFileOf(named);
    if (file !== null) return readFileSync(file, 'utf8');
    const symbol = named.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(named) : named;
    const declaration = symbol.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isFunctionDeclaration(declaration)) return (args) => this.#call(declaration, args, scope);
    if (ts.isVariableDeclaration(declaration) && isConstant(declaration) && declaration.initializer)
      return this.#value(declaration.initializer, scope);
    return undefined;
  }

  #property(node: ts.PropertyAccessExpression, scope: Scope): Value {
    const object = this.#value(node.expression, scope);
    if (object instanceof Map) return object.get(node.name.text);
    const symbol = this.checker.getSymbolAtLocation(node.name);
    const declaration = symbol?.valueDeclaration;
    return declaration && ts.isPropertyDeclaration(declaration) && declaration.initializer
      ? this.#value(declaration.initializer, scope)
      : undefined;
  }

  /** Of a table of texts, any one when the key is not known: all are expected to give the same columns. */
  #element(node: ts.ElementAccessExpression, scope: Scope): Value {
    const [object, key] = [this.#value(node.expression, scope), this.#value(node.argumentExpression, scope)];
    if (Array.isArray(object)) return object[typeof key === 'number' ? key : 0];
    if (!(object instanceof Map)) return undefined;
    return typeof key === 'string' ? object.get(key) : [...object.values()][0];
  }

  #called(node: ts.CallExpression, scope: Scope): Value {
    const args = node.arguments.map((each) => this.#value(each, scope));
    if (ts.isPropertyAccessExpression(node.expression)) {
      const done = this.#method(node.expression, args, scope);
      if (done !== undefined) return done;
    }
    const callee = this.#value(node.expression, scope);
    return typeof callee === 'function' ? callee(args) : undefined;
  }

  #method(node: ts.PropertyAccessExpression, args: Value[], scope: Scope): Value {
    const [object, first] = [this.#value(node.expression, scope), args[0]];
    const name = node.name.text;
    if (node.expression.getText() === 'Object' && first instanceof Map) {
      if (name === 'keys') return [...first.keys()];
      if (name === 'values') return [...first.values()];
      if (name === 'entries') return [...first].map((entry): Value => [...entry]);
    }
    if (Array.isArray(object) && name === 'join')
      return object.map(asText).join(first === undefined ? ',' : asText(first));
    if (Array.isArray(object) && name === 'map' && typeof first === 'function')
      return object.map((item, index) => first([item, index]));
    if (Array.isArray(object) && name === 'filter') return object;
    if (typeof object === 'string' && name === 'trim') return object.trim();
    if (typeof object === 'string' && name === 'replaceAll' && typeof first === 'string')
      return object.replaceAll(first, asText(args[1]));
    return undefined;
  }

  #call(node: ts.FunctionLikeDeclaration, args: Value[], outer: Scope): Value {
    const scope = new Map(outer);
    node.parameters.forEach((parameter, index) => {
      const isLeftOut = index >= args.length && parameter.initializer;
      this.#bind(parameter.name, isLeftOut ? this.#value(isLeftOut, scope) : args[index], scope);
    });
    if (!node.body) return undefined;
    if (!ts.isBlock(node.body)) return this.#value(node.body, scope);
    return this.#block(node.body, scope);
  }

  /** Returns what a block returns after its constants. Where a condition decides, it is not known. */
  #block(block: ts.Block, scope: Map<ts.Symbol, Value>): Value {
    for (const statement of block.statements) {
      if (ts.isReturnStatement(statement)) return statement.expression && this.#value(statement.expression, scope);
      if (!ts.isVariableStatement(statement)) return undefined;
      for (const { name, initializer } of statement.declarationList.declarations)
        this.#bind(name, initializer && this.#value(initializer, scope), scope);
    }
    return undefined;
  }

  /** Returns a part of a list or object, or its default where it is left out. */
  #part(value: Value, part: string | number | null, byDefault: ts.Expression | undefined, scope: Scope): Value {
    if (Array.isArray(value) && typeof part === 'number') return value[part];
    if (!(value instanceof Map) || typeof part !== 'string') return undefined;
    return !value.has(part) && byDefault ? this.#value(byDefault, scope) : value.get(part);
  }

  #bind(name: ts.BindingName, value: Value, scope: Map<ts.Symbol, Value>): void {
    if (ts.isIdentifier(name)) {
      const symbol = this.checker.getSymbolAtLocation(name);
      if (symbol) scope.set(symbol, value);
      return;
    }
    name.elements.forEach((element, index) => {
      if (ts.isOmittedExpression(element)) return;
      const key = element.propertyName ?? element.name;
      const part = ts.isArrayBindingPattern(name) ? index : ts.isIdentifier(key) ? key.text : null;
      this.#bind(element.name, this.#part(value, part, element.initializer, scope), scope);
    });
  }
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : '';

const isConstant = (declaration: ts.VariableDeclaration): boolean =>
  (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;

/** Returns the path of the .sql file that a name is imported from, or null. */
function sqlFileOf(symbol: ts.Symbol): string | null {
  const clause = symbol.declarations?.find(ts.isImportClause);
  const specifier = clause?.parent.moduleSpecifier;
  return specifier && ts.isStringLiteral(specifier) && specifier.text.endsWith('.sql')
    ? path.resolve(path.dirname(clause.getSourceFile().fileName), specifier.text)
    : null;
}
