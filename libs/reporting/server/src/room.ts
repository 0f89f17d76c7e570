import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { ReportingModule } from './reporting.module.ts';
import { migrations } from './store/migrations.ts';

export const reporting = defineRoom({ name: 'reporting', module: ReportingModule, migrations, door });
