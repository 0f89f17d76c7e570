import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { MatchingModule } from './matching.module.ts';
import { migrations } from './store/migrations.ts';

export const matching = defineRoom({ name: 'matching', module: MatchingModule, migrations, door });
