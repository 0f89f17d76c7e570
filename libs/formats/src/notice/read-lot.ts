import { isDecimal, multiply, normalise } from '@tallgrunn/values';
import { attributeAt, child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import { codeOf, countAt, cpvOf, eformsOf, moneyAt, textsOf } from './eforms-element.ts';
import type { AwardCriterion, FrameworkTechnique, LotDuration, Money, NoticeLot, NoticeLotGroup } from './notice.ts';

const techniques: Partial<Record<string, FrameworkTechnique>> = {
  none: 'none',
  'fa-wo-rc': 'without-reopening',
  'fa-w-rc': 'with-reopening',
  'fa-mix': 'mixed',
};

export const isGroup = (lot: Element): boolean => attributeAt(child(lot, 'ID'), 'schemeName') === 'LotsGroup';

/** Reads one `cac:ProcurementProjectLot` of the scheme Lot or Part. */
export function readLot(lot: Element): NoticeLot {
  const project = child(lot, 'ProcurementProject');
  const process = child(lot, 'TenderingProcess');
  const terms = child(lot, 'TenderingTerms');
  const framework = child(process, 'FrameworkAgreement');
  const systems = childrenOf(process, 'ContractingSystem');
  const execution = childrenOf(terms, 'ContractExecutionRequirement');
  const technique = codeOf(systems, 'ContractingSystemTypeCode', 'framework-agreement');
  return {
    id: textAt(lot, 'ID'),
    kind: attributeAt(child(lot, 'ID'), 'schemeName') === 'Part' ? 'part' : 'lot',
    internalId: textAt(project, 'ID'),
    title: textsOf(childrenOf(project, 'Name')),
    description: textsOf(childrenOf(project, 'Description')),
    cpv: cpvOf(project),
    contractNature: textAt(project, 'ProcurementTypeCode'),
    frameworkTechnique: (technique !== null && techniques[technique]) || null,
    frameworkMaximumParticipants: countAt(framework, 'MaximumOperatorQuantity'),
    frameworkMaximumValue: frameworkMaximumOf(project),
    frameworkBuyers: textsOf(
      childrenOf(framework, 'SubsequentProcessTenderRequirement').flatMap((one) => childrenOf(one, 'Description')),
    ),
    dynamicPurchasing: codeOf(systems, 'ContractingSystemTypeCode', 'dps-usage'),
    estimatedValue: moneyAt(project, 'RequestedTenderTotal', 'EstimatedOverallContractAmount'),
    duration: readDuration(child(project, 'PlannedPeriod')),
    renewals: readRenewals(child(project, 'ContractExtension')),
    options: textsOf(childrenOf(child(project, 'ContractExtension'), 'OptionsDescription')),
    tendersDueOn: dateAt(process, 'TenderSubmissionDeadlinePeriod', 'EndDate'),
    eInvoicing: codeOf(execution, 'ExecutionRequirementCode', 'einvoicing'),
    eCatalogue: codeOf(execution, 'ExecutionRequirementCode', 'ecatalog-submission'),
    strategic: childrenOf(project, 'ProcurementAdditionalType').flatMap(readStrategic),
    awardCriteria: childrenOf(child(terms, 'AwardingTerms'), 'AwardingCriterion').flatMap((one) =>
      childrenOf(one, 'SubordinateAwardingCriterion').flatMap(readCriterion),
    ),
  };
}

/** Reads one `cac:ProcurementProjectLot` of the scheme LotsGroup. Its lots are stated in the terms of the procedure. */
export function readGroup(group: Element): NoticeLotGroup {
  const project = child(group, 'ProcurementProject');
  return {
    id: textAt(group, 'ID'),
    title: textsOf(childrenOf(project, 'Name')),
    lots: [],
    estimatedValue: moneyAt(project, 'RequestedTenderTotal', 'EstimatedOverallContractAmount'),
    frameworkMaximumValue:
      moneyAt(group, 'TenderingProcess', 'FrameworkAgreement', 'EstimatedMaximumValueAmount') ??
      frameworkMaximumOf(project),
  };
}

/** Returns BT-271 of a lot or of the whole procedure. */
export function frameworkMaximumOf(project: Element | undefined): Money | null {
  return moneyAt(eformsOf(child(project, 'RequestedTenderTotal')), 'FrameworkMaximumAmount');
}

function readDuration(period: Element | undefined): LotDuration | null {
  if (!period) return null;
  const length = textAt(period, 'DurationMeasure');
  const unit = attributeAt(child(period, 'DurationMeasure'), 'unitCode');
  const monthsPerUnit = unit === 'MONTH' || unit === 'MON' ? '1' : unit === 'YEAR' || unit === 'ANN' ? '12' : null;
  return {
    start: dateAt(period, 'StartDate'),
    end: dateAt(period, 'EndDate'),
    months:
      length !== null && monthsPerUnit !== null && isDecimal(length)
        ? normalise(multiply(length, monthsPerUnit))
        : null,
    length,
    unit,
    open: textAt(period, 'DescriptionCode'),
  };
}

function readRenewals(extension: Element | undefined): NoticeLot['renewals'] {
  const max = countAt(extension, 'MaximumNumberNumeric');
  const description = textsOf(childrenOf(child(extension, 'Renewal', 'Period'), 'Description'));
  return max === null && Object.keys(description).length === 0 ? null : { max, description };
}

function readStrategic(type: Element): NoticeLot['strategic'] {
  const code = child(type, 'ProcurementTypeCode');
  const list = attributeAt(code, 'listName');
  return code?.text && list && list !== 'contract-nature' ? [{ list, code: code.text }] : [];
}

/** Returns the criterion; empty for a criterion without type and texts, which some senders leave in the file. */
function readCriterion(criterion: Element): AwardCriterion[] {
  const weight = childrenOf(eformsOf(criterion), 'AwardCriterionParameter').find((one) =>
    (attributeAt(child(one, 'ParameterCode'), 'listName') ?? '').startsWith('number-'),
  );
  const type = textAt(criterion, 'AwardingCriterionTypeCode');
  const texts = {
    name: textsOf(childrenOf(criterion, 'Name')),
    description: textsOf(childrenOf(criterion, 'Description')),
  };
  if (type === null && Object.values(texts).every((text) => Object.keys(text).length === 0)) return [];
  return [{ type, ...texts, weight: textAt(weight, 'ParameterNumeric'), weightKind: textAt(weight, 'ParameterCode') }];
}
