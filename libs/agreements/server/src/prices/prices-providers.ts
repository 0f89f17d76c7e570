import { AddPriceModel } from './add-price-model.ts';
import { AdjustmentsController, IndexSeriesController } from './adjustments.controller.ts';
import { ComputeAdjustment } from './compute-adjustment.ts';
import { DecideAdjustment } from './decide-adjustment.ts';
import { DecidePack } from './decide-pack.ts';
import { DiffPrices } from './diff-prices.ts';
import { DraftPrices } from './draft-prices.ts';
import { ImportAssortment } from './import-assortment.ts';
import { ImportIndexSeries } from './import-index-series.ts';
import { ItemsController } from './items.controller.ts';
import { ItemNumbers } from './item-numbers.ts';
import { LearnItemNumbers } from './learn-item-numbers.ts';
import { LinkImportedNumbers } from './link-imported-numbers.ts';
import { LinkItems } from './link-items.ts';
import { ListAdjustments } from './list-adjustments.ts';
import { ListIndexSeries } from './list-index-series.ts';
import { ListItemChanges } from './list-item-changes.ts';
import { ListItems } from './list-items.ts';
import { ListPriceModels } from './list-price-models.ts';
import { ListPriceVersions } from './list-price-versions.ts';
import { PriceDrafts } from './price-drafts.ts';
import { PriceDraftsController, PriceModelsController } from './prices.controller.ts';
import { PublishAdjusted } from './publish-adjusted.ts';
import { PublishPrices } from './publish-prices.ts';
import { RemovePriceModel } from './remove-price-model.ts';
import { RequestAdjustment } from './request-adjustment.ts';
import { ShowItem } from './show-item.ts';
import { UndoItemChange } from './undo-item-change.ts';
import { WithdrawPack } from './withdraw-pack.ts';

/** Providers of an agreement's assortment and prices. */
export const pricesProviders = [
  ListItems,
  ShowItem,
  DraftPrices,
  PriceDrafts,
  DiffPrices,
  PublishPrices,
  LinkImportedNumbers,
  ImportAssortment,
  ListPriceVersions,
  ListPriceModels,
  AddPriceModel,
  RemovePriceModel,
  ListItemChanges,
  LinkItems,
  ItemNumbers,
  LearnItemNumbers,
  UndoItemChange,
  DecidePack,
  WithdrawPack,
  ListIndexSeries,
  ImportIndexSeries,
  ListAdjustments,
  RequestAdjustment,
  ComputeAdjustment,
  DecideAdjustment,
  PublishAdjusted,
];
export const pricesControllers = [
  PriceModelsController,
  PriceDraftsController,
  ItemsController,
  AdjustmentsController,
  IndexSeriesController,
];
