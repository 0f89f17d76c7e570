import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { withoutPersons } from '@tallgrunn/values';
import { Problem, type Issue } from './problem.ts';

/**
 * Free-text fields: reasons, titles, sources, and references to cases or items. Fields that identify a person, and
 * credentials, are not included.
 */
const freeTextFields: ReadonlySet<string> = new Set([
  ...[
    'reason',
    'note',
    'text',
    'title',
    'message',
    'subject',
    'body',
    'clause',
    'scope',
    'madeBy',
    'method',
    'source',
    'licence',
    'foreignDecision',
  ],
  ...['caseNumber', 'documentNumber', 'noticeId', 'target', 'oldNumber', 'newNumber'],
]);
const DEPTH_MAX = 6;

/**
 * Validates bodies and queries against their class-validator shapes, and removes personal data from free-text fields of
 * bodies.
 */
class BodyCheck extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const checked: unknown = await super.transform(value, metadata);
    if (metadata.type === 'body') redactFreeText(checked, DEPTH_MAX);
    return checked;
  }
}

function redactFreeText(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  const fields = value as Record<string, unknown>;
  for (const [name, each] of Object.entries(fields)) {
    if (typeof each === 'string' && freeTextFields.has(name)) fields[name] = withoutPersons(each);
    else redactFreeText(each, depth - 1);
  }
}

/**
 * Validates and redacts the JSON input of a command like a request body.
 * @throws Problem 'body-invalid' (400) with every mistake
 */
export async function requireBody<T extends object>(dtoClass: new () => T, json: unknown): Promise<T> {
  return (await bodyCheck().transform(json, { type: 'body', metatype: dtoClass })) as T;
}

/** Returns a pipe that validates bodies and queries. It reports all mistakes at once, including unknown fields. */
export function bodyCheck(): ValidationPipe {
  return new BodyCheck({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) =>
      new Problem(
        400,
        'body-invalid',
        {},
        errors.flatMap((error) => issuesOf(error, '')),
      ),
  });
}

function issuesOf(error: ValidationError, above: string): Issue[] {
  const path = above ? `${above}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({
    code,
    path,
    params: { found: typeof error.value === 'string' ? error.value.slice(0, 200) : typeof error.value },
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => issuesOf(child, path))];
}
