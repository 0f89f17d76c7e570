import { defineRoom } from '@tallgrunn/platform';
import door from './door.sql';
import { IdentityModule } from './identity.module.ts';
import { migrations } from './store/migrations.ts';
import { Person } from './store/person.ts';

export const identity = defineRoom({ name: 'identity', module: IdentityModule, entities: [Person], migrations, door });
