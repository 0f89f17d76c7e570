import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  HealthConnection,
  Permission,
  Problem,
  programVersion,
  Public,
  ScanFile,
  type ScannerState,
} from '@tallgrunn/platform';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

export class HealthDetailsDto extends HealthDto {
  @ApiProperty({ description: 'Version of the program.' }) version!: string;
  @ApiProperty() database!: string;
  @ApiProperty({
    enum: ['off', 'ready', 'unreachable'],
    description: 'Whether uploads are scanned before they are kept, and whether the scanner answers.',
  })
  scanner!: ScannerState;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly connection: HealthConnection,
    private readonly scanner: ScanFile,
  ) {}

  /**
   * Returns 200 when the server answers and reaches its database, otherwise 503. No details, because the route is
   * public.
   */
  @Get()
  @Public()
  @ApiOkResponse({ type: HealthDto })
  async show(): Promise<HealthDto> {
    await this.#databaseVersion();
    return { status: 'ok' };
  }

  /** Returns the health with database version and scanner state, for administrators and contract managers. */
  @Get('details')
  @Permission('health.read')
  @ApiOkResponse({ type: HealthDetailsDto })
  async details(): Promise<HealthDetailsDto> {
    return {
      status: 'ok',
      version: programVersion(),
      database: `PostgreSQL ${await this.#databaseVersion()}`.trim(),
      scanner: await this.scanner.state(),
    };
  }

  async #databaseVersion(): Promise<string> {
    const rows = await this.connection
      .query<{ version: string }>(`select current_setting('server_version') as version`)
      .catch(() => {
        throw new Problem(503, 'database-unavailable', { retryAfterSeconds: 5 });
      });
    return rows[0]?.version ?? '';
  }
}
