import { defineRoom } from '@tallgrunn/platform';
import { CatalogueModule } from './catalogue.module.ts';
import door from './door.sql';
import { migrations } from './store/migrations.ts';

export const catalogue = defineRoom({ name: 'catalogue', module: CatalogueModule, migrations, door });
