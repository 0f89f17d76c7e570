import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { QueryError } from './query-error.ts';

/**
 * Answers a query that cannot be read in the form that OData tools show (OData JSON Format 4.01, section 21): the option, the place
 * in it and what was expected. All other errors are problems, as everywhere.
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
