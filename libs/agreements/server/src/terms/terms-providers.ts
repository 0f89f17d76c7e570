import { CompareTerms } from './compare-terms.ts';
import { ListTerms } from './list-terms.ts';
import { OpenTemplates } from './open-templates.ts';
import { OpenTemplatesController, PublishedTemplatesController } from './open-templates.controller.ts';
import { PublishedTemplates } from './published-templates.ts';
import { PublishTerms } from './publish-terms.ts';
import { RequireValidTerms } from './require-sound-terms.ts';
import { ShowTerms } from './show-terms.ts';
import { TermsController } from './terms.controller.ts';

export const termsControllers = [TermsController, OpenTemplatesController, PublishedTemplatesController];
export const termsProviders = [
  PublishTerms,
  RequireValidTerms,
  ListTerms,
  ShowTerms,
  CompareTerms,
  OpenTemplates,
  PublishedTemplates,
];
