import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';

/** Words that somebody must write, such as a reason: what stands around them is taken off before their length is judged, so that a space is no word. Said as `isLength`. */
export function Words(charactersMin: number, charactersMax: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(charactersMin, charactersMax),
  );
}
