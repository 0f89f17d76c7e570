import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { FactorBookModule } from './emission-factors.module.ts';
import { migrations } from './store/migrations.ts';

export const factorBook = defineRoom({ name: 'factor-book', module: FactorBookModule, migrations, door });
