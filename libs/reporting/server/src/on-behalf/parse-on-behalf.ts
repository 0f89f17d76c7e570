import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import { BehalfBody } from '../corrections/correction.dto.ts';

/**
 * Parses the form field `behalf`: from whom, when and why a file is uploaded on behalf of a supplier.
 * @throws Problem 'on-behalf-malformed' (400)
 */
export function parseOnBehalf(text: string | undefined): BehalfBody {
  const behalf = plainToInstance(BehalfBody, parse(text ?? ''));
  const faults = validateSync(behalf, { whitelist: true });
  if (faults.length > 0)
    throw new Problem(400, 'on-behalf-malformed', { fields: faults.map(({ property }) => property).join(', ') });
  return behalf;
}

function parse(text: string): object {
  const json = parseBoundedJson(text);
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
}
