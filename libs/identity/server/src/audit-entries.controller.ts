import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission, SecurityLog } from '@tallgrunn/platform';
import { AuditEntryDto, AuditExportQuery, AuditQuery, SecurityEventDto } from './audit.dto.ts';
import { ExportAuditLog } from './export-audit-log.ts';
import { ListAuditEntries } from './list-audit-entries.ts';
import { ListSecurityEvents } from './list-security-events.ts';

@ApiTags('audit')
@Controller('audit-entries')
export class AuditEntriesController {
  constructor(
    private readonly listAuditEntries: ListAuditEntries,
    private readonly exportLog: ExportAuditLog,
    private readonly securityLog: SecurityLog,
  ) {}

  @Get()
  @Permission('audit.read')
  @ApiOkResponse({ type: [AuditEntryDto] })
  async list(@Query() { before, ...filter }: AuditQuery) {
    await this.securityLog.record({ event: 'audit-log-read', details: { log: 'audit' } });
    return this.listAuditEntries.run(before ?? null, filter);
  }

  @Get('export.csv')
  @Permission('audit.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Content-Disposition', 'attachment; filename="audit-log.csv"')
  exportCsv(@Query() { language, ...filter }: AuditExportQuery): StreamableFile {
    return new StreamableFile(this.exportLog.entriesAsCsv(filter, language ?? 'nb'), {
      type: 'text/csv; charset=utf-8',
    });
  }
}

@ApiTags('security-events')
@Controller('security-events')
export class SecurityEventsController {
  constructor(
    private readonly listSecurityEvents: ListSecurityEvents,
    private readonly exportLog: ExportAuditLog,
    private readonly securityLog: SecurityLog,
  ) {}

  @Get()
  @Permission('audit.read')
  @ApiOkResponse({ type: [SecurityEventDto] })
  async list(@Query() { before, ...filter }: AuditQuery) {
    const events = await this.listSecurityEvents.run(before ?? null, filter);
    await this.securityLog.record({ event: 'audit-log-read', details: { log: 'security' } });
    return events;
  }

  @Get('export.csv')
  @Permission('audit.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Content-Disposition', 'attachment; filename="security-events.csv"')
  exportCsv(@Query() { language, ...filter }: AuditExportQuery): StreamableFile {
    return new StreamableFile(this.exportLog.eventsAsCsv(filter, language ?? 'nb'), {
      type: 'text/csv; charset=utf-8',
    });
  }
}
