import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { InsightModule } from './insight.module.ts';
import { migrations } from './store/migrations.ts';

export const insight = defineRoom({ name: 'insight', module: InsightModule, migrations, door });
