import { AddPriceModel } from './add-price-model.ts';
import { PriceAdjustmentsController, IndexSeriesController } from './adjustments.controller.ts';
import { CalculateAdjustment } from './calculate-adjustment.ts';
import { DecideAdjustment } from './decide-adjustment.ts';
import { SetPackOverride } from './set-pack-override.ts';
import { DiffPrices } from './diff-prices.ts';
import { ImportPriceDraft } from './draft-prices.ts';
import { ImportAssortment } from './import-assortment.ts';
import { ImportIndexSeries } from './import-index-series.ts';
import { ItemsController, PackOverridesController, ItemNumberChangesController } from './items.controller.ts';
import { ItemsByNumber } from './item-numbers.ts';
import { LearnItemNumbers } from './learn-item-numbers.ts';
import { LinkPreviousNumbers } from './link-imported-numbers.ts';
import { LinkItemNumbers } from './link-item-numbers.ts';
import { ListAdjustments } from './list-adjustments.ts';
import { ListIndexSeries } from './list-index-series.ts';
import { ListItemNumberChanges } from './list-item-number-changes.ts';
import { ListItems } from './list-items.ts';
import { ListPriceModels } from './list-price-models.ts';
import { ListPriceVersions } from './list-price-versions.ts';
import { PriceDrafts } from './price-drafts.ts';
import { PriceDraftsController, PriceModelsController, PriceVersionsController } from './prices.controller.ts';
import { ProposeAdjustments } from './propose-adjustments.ts';
import { PublishAdjustedPrices } from './publish-adjusted.ts';
import { TransferPrices } from './transfer-prices.ts';
import { PublishPrices } from './publish-prices.ts';
import { RemovePriceModel } from './remove-price-model.ts';
import { RequestAdjustment } from './request-adjustment.ts';
import { ShowItem } from './show-item.ts';
import { RevokeItemNumberChange } from './revoke-item-number-change.ts';
import { RevokePackOverride } from './revoke-pack-override.ts';

/** Providers of an agreement's assortment and prices. */
export const pricesProviders = [
  ListItems,
  ShowItem,
  ImportPriceDraft,
  PriceDrafts,
  DiffPrices,
  PublishPrices,
  LinkPreviousNumbers,
  ImportAssortment,
  ListPriceVersions,
  ListPriceModels,
  AddPriceModel,
  RemovePriceModel,
  ListItemNumberChanges,
  LinkItemNumbers,
  ItemsByNumber,
  LearnItemNumbers,
  RevokeItemNumberChange,
  SetPackOverride,
  RevokePackOverride,
  ListIndexSeries,
  ImportIndexSeries,
  ListAdjustments,
  RequestAdjustment,
  CalculateAdjustment,
  DecideAdjustment,
  ProposeAdjustments,
  PublishAdjustedPrices,
  TransferPrices,
];
export const pricesControllers = [
  PriceModelsController,
  PriceVersionsController,
  PriceDraftsController,
  ItemsController,
  PackOverridesController,
  ItemNumberChangesController,
  PriceAdjustmentsController,
  IndexSeriesController,
];
