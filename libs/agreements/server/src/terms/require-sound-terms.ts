import { Injectable } from '@nestjs/common';
import { lintTerms, type TermsProblem } from '@tallgrunn/checks';
import { Problem, programPath, ReadInSubprocess, UnitOfWork, type SubprocessLimits } from '@tallgrunn/platform';

/**
 * Largest document (bytes of JSON) that is linted in this process. Rules compare lists with lists; up to this size they
 * take milliseconds.
 */
const IN_PLACE_BYTES_MAX = 16 * 1024;
const MB = 1024 * 1024;

/** Rejects terms that must not be published. A large document is linted in a subprocess with limits. */
@Injectable()
export class RequireValidTerms {
  /** Limits of linting one document. */
  limits: SubprocessLimits = { memoryBytesMax: 512 * MB, secondsMax: 10 };
  readonly #reader = new ReadInSubprocess();

  constructor(private readonly units: UnitOfWork) {
    this.#reader.limitsOf = () => this.limits;
  }

  /**
   * Call it before anything is written: it releases the connection.
   * @throws Problem 'terms-invalid' (422) with every mistake
   */
  async run(document: Record<string, unknown>): Promise<void> {
    const sizeBytes = Buffer.byteLength(JSON.stringify(document));
    const problems =
      sizeBytes <= IN_PLACE_BYTES_MAX ? lintTerms(document) : await this.#lintInSubprocess(document, sizeBytes);
    if (problems.length > 0)
      throw new Problem(
        422,
        'terms-invalid',
        {},
        problems.map(({ path, code, params }) => ({ path, code, params: { ...params } })),
      );
  }

  async #lintInSubprocess(document: Record<string, unknown>, sizeBytes: number): Promise<readonly TermsProblem[]> {
    await this.units.releaseConnection();
    try {
      return await this.#reader.one<readonly TermsProblem[]>({
        program: programPath(import.meta.url, 'lint-terms.program'),
        request: { document },
        sizeBytes,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return [{ path: '', code: 'document-too-large', params: { kB: Math.ceil(sizeBytes / 1024) } }];
    }
  }
}
