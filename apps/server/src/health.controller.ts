import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Problem, Public, ScanFile, type ScannerState } from '@tallgrunn/platform';
import { HealthConnection } from './health-connection.ts';

export class HealthShape {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
  @ApiProperty() database!: string;
  @ApiProperty({ enum: ['off', 'ready', 'unreachable'], description: 'Whether uploads are scanned before they are kept, and whether the scanner answers.' }) scanner!: ScannerState;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly connection: HealthConnection,
    private readonly scanner: ScanFile,
  ) {}

  /** Whether the server answers and reaches its database. */
  @Get()
  @Public()
  @ApiOkResponse({ type: HealthShape })
  async health(): Promise<HealthShape> {
    const rows = await this.connection.query<{ version: string }>(`select current_setting('server_version') as version`).catch(() => {
      throw new Problem(503, 'database-unreachable');
    });
    return { status: 'ok', database: `PostgreSQL ${rows[0]?.version ?? ''}`.trim(), scanner: await this.scanner.state() };
  }
}
