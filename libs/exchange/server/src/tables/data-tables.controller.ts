import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Database, Permission } from '@tallgrunn/platform';
import { entitySets, entitySetsOf } from './entity-sets.ts';

const names = entitySets.map(({ name }) => name);

export class DataTableDto {
  @ApiProperty({ enum: names, description: 'The table’s name, the last part of its address in the data feed.' })
  name!: string;
  @ApiProperty({ type: [String], description: 'Its columns, in their order. `$metadata` says what each means.' })
  columns!: string[];
}

/** The tables of the data feed, for the page that describes them. */
@ApiTags('data feed')
@Controller('data-tables')
export class DataTablesController {
  constructor(private readonly database: Database) {}

  /** Returns the tables that the caller may read. */
  @Get()
  @Permission('data.read')
  @ApiOkResponse({ type: [DataTableDto] })
  list(): DataTableDto[] {
    return entitySetsOf(this.database.actor().role).map(({ name, properties }) => ({
      name,
      columns: properties.map((property) => property.name),
    }));
  }
}
