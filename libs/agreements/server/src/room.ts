import { defineRoom } from '@tallgrunn/platform';
import { AgreementsModule } from './agreements.module.ts';
import door from './door.sql';
import { migrations } from './store/migrations.ts';

export const agreements = defineRoom({ name: 'agreements', module: AgreementsModule, migrations, door });
