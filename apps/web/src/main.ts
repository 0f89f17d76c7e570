import { bootstrapApplication } from '@angular/platform-browser';
import '@digdir/designsystemet-web';
import { appConfig } from './app.config.ts';
import { Shell } from './shell/shell.ts';

void bootstrapApplication(Shell, appConfig);
