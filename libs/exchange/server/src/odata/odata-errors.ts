import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { QueryError } from './query-error.ts';

/**
 * Reports an invalid query in the form that OData tools display (OData JSON Format 4.01, section 21): option, position
 * and expected input. All other errors are problem details, as elsewhere.
 */
@Catch(QueryError)
export class ODataErrors implements ExceptionFilter<QueryError> {
  catch(error: QueryError, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const isInvalid = error.kind === 'invalid';
    const place = error.option === null ? '' : `${error.option}, character ${error.at + 1}: `;
    response.setHeader('OData-Version', '4.0');
    response.status(isInvalid ? 400 : 501).json({
      error: {
        code: isInvalid ? 'query-invalid' : 'query-not-supported',
        message: `${place}${error.message}`,
        ...(error.option === null ? {} : { target: error.option }),
        innererror: { position: error.at },
      },
    });
  }
}
