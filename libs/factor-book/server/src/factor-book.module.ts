import { Module } from '@nestjs/common';
import { FactorBookController } from './factor-book.controller.ts';
import { ListAccountRules } from './list-account-rules.ts';
import { ListFactors } from './list-factors.ts';

@Module({ controllers: [FactorBookController], providers: [ListFactors, ListAccountRules], exports: [ListFactors, ListAccountRules] })
export class FactorBookModule {}
