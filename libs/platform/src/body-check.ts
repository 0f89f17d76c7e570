import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type Issue } from './problem.ts';

/** Checks bodies and queries against their class-validator shapes; everything wrong is said at once, unknown fields included. */
export function bodyCheck(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) => new Problem(400, 'body-invalid', {}, errors.flatMap((error) => issuesOf(error, ''))),
  });
}

function issuesOf(error: ValidationError, above: string): Issue[] {
  const path = above ? `${above}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({ code, path, params: { found: typeof error.value === 'string' ? error.value.slice(0, 200) : typeof error.value } }));
  return [...own, ...(error.children ?? []).flatMap((child) => issuesOf(child, path))];
}
