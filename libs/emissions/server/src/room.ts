import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { EmissionsModule } from './emissions.module.ts';
import { migrations } from './store/migrations.ts';

export const emissions = defineRoom({ name: 'emissions', module: EmissionsModule, migrations, door });
