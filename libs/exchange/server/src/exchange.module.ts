import { Module } from '@nestjs/common';
import { DataController } from './odata/data.controller.ts';
import { ReadRows } from './odata/read-rows.ts';
import { DownloadParquet } from './parquet/download-parquet.ts';
import { ExportParquet } from './parquet/export-parquet.ts';
import { ParquetController } from './parquet/parquet.controller.ts';
import { ReadParquetRows } from './parquet/read-parquet-rows.ts';
import { DataTablesController } from './tables/data-tables.controller.ts';

/**
 * The exchange room: data of all rooms for analysis tools. The files come before the feed's tables, because `:table` of
 * the feed matches their addresses as well.
 */
@Module({
  controllers: [ParquetController, DataController, DataTablesController],
  providers: [ReadRows, ReadParquetRows, DownloadParquet, ExportParquet],
  exports: [ExportParquet],
})
export class ExchangeModule {}
