import { Module } from '@nestjs/common';
import { SupplierPageModule } from '../supplier-page/supplier-page.module.ts';
import { DataQualityController } from './data-quality.controller.ts';
import { ListDataQuality } from './list-data-quality.ts';

/** Levels of data quality by supplier. */
@Module({
  imports: [SupplierPageModule],
  controllers: [DataQualityController],
  providers: [ListDataQuality],
})
export class DataQualityModule {}
