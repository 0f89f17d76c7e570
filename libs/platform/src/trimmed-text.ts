import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';

/**
 * Decorates a required free text, such as a reason. Surrounding white space is removed before the length is checked.
 * Errors have the code `isLength`.
 */
export function TrimmedText(charactersMin: number, charactersMax: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(charactersMin, charactersMax),
  );
}
