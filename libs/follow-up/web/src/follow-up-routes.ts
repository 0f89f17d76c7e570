import type { Routes } from '@angular/router';

/** Pages of follow-up. Each area adds its own. */
export const followUpRoutes: Routes = [];
