import { Module } from '@nestjs/common';
import { DataController } from './odata/data.controller.ts';
import { ReadRows } from './odata/read-rows.ts';
import { DataTablesController } from './tables/data-tables.controller.ts';

/** The exchange room: data of all rooms for analysis tools. */
@Module({ controllers: [DataController, DataTablesController], providers: [ReadRows] })
export class ExchangeModule {}
