import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { SpendModule } from './spend.module.ts';
import { migrations } from './store/migrations.ts';

export const spend = defineRoom({ name: 'spend', module: SpendModule, migrations, door });
