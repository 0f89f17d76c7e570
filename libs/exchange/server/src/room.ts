import { defineRoom } from '@tallgrunn/platform';
import { ExchangeModule } from './exchange.module.ts';

export const exchange = defineRoom({ name: 'exchange', module: ExchangeModule, migrations: [] });
