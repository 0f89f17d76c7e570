import { defineRoom } from '@tallgrunn/platform';
import { FollowUpModule } from './follow-up.module.ts';
import door from './door.sql';
import { migrations } from './store/migrations.ts';

export const followUp = defineRoom({ name: 'follow_up', module: FollowUpModule, migrations, door });
