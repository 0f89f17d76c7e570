import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Problem } from '@tallgrunn/platform';
import { BehalfBody } from '../corrections/correction.shape.ts';

/** Reads the form field `behalf`: from whom, when and why a file is handed in for a supplier. */
export function readBehalf(text: string | undefined): BehalfBody {
  const behalf = plainToInstance(BehalfBody, parse(text ?? ''));
  const faults = validateSync(behalf, { whitelist: true });
  if (faults.length > 0) throw new Problem(400, 'behalf-malformed', { fields: faults.map(({ property }) => property).join(', ') });
  return behalf;
}

function parse(text: string): object {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  } catch {
    return {};
  }
}
