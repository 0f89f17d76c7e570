import { defineRoom } from '@tallgrunn/platform';
import { DeclarationsModule } from './declarations.module.ts';
import door from './door.sql';
import { migrations } from './store/migrations.ts';

export const declarations = defineRoom({ name: 'declarations', module: DeclarationsModule, migrations, door });
