import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import units from '../data/units.json';
import tables from './0001-tables.sql';
import firstUnits from './0002-units.sql';
import implausible from './0003-implausible.sql';
import methods from './0004-methods.sql';
import publication from './0005-publication.sql';
import rulingProposals from './0006-ruling-proposals.sql';
import auditors from './0007-auditors.sql';
import sealedAndProven from './0008-sealed-and-proven.sql';
import acceptedDeclarations from './0009-accepted-declarations.sql';
import runAssignments from './0010-run-assignments.sql';
import auditorsSeeDecided from './0011-auditors-see-decided.sql';
import priceConcept from './0012-price-concept.sql';
import nightSamples from './0013-night-samples.sql';
import unneededIndexes from './0014-unneeded-indexes.sql';
import momentOfDecision from './0015-moment-of-decision.sql';
import bookedOn from './0016-booked-on.sql';
import buyersSeeAssigned from './0017-buyers-see-assigned.sql';
import publicationScope from './0018-publication-scope.sql';
import burningApart from './0019-burning-apart.sql';
import auditorsSeeScope from './0020-auditors-see-scope.sql';
import erasableTexts from './0021-erasable-texts.sql';
import figureProposals from './0022-figure-proposals.sql';
import merges from './0033-merged-organisations.sql';
import netAmount from './0034-net-amount.sql';
import accountClass from './0035-account-class.sql';
import resultSums from './0040-result-sums.sql';
import resultLookups from './0041-result-lookups.sql';
import namelessSquares from './0042-nameless-squares.sql';
import comparedColumns from './0043-compared-columns.sql';
import standardNames from './0080-standard-names.sql';
import lineKeys from './0090-line-keys.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-units', fillSeedSql(firstUnits, { units })],
  ['0003-implausible', implausible],
  ['0004-methods', methods],
  ['0005-publication', publication],
  ['0006-ruling-proposals', rulingProposals],
  ['0007-auditors', auditors],
  ['0008-sealed-and-proven', sealedAndProven],
  ['0009-accepted-declarations', acceptedDeclarations],
  ['0010-run-assignments', runAssignments],
  ['0011-auditors-see-decided', auditorsSeeDecided],
  ['0012-price-concept', priceConcept],
  ['0013-night-samples', nightSamples],
  ['0014-unneeded-indexes', unneededIndexes],
  ['0015-moment-of-decision', momentOfDecision],
  ['0016-booked-on', bookedOn],
  ['0017-buyers-see-assigned', buyersSeeAssigned],
  ['0018-publication-scope', publicationScope],
  ['0019-burning-apart', burningApart],
  ['0020-auditors-see-scope', auditorsSeeScope],
  ['0021-erasable-texts', erasableTexts],
  ['0022-figure-proposals', figureProposals],
  ['0033-merged-organisations', merges],
  ['0034-net-amount', netAmount],
  ['0035-account-class', accountClass],
  ['0040-result-sums', resultSums],
  ['0041-result-lookups', resultLookups],
  ['0042-nameless-squares', namelessSquares],
  ['0043-compared-columns', comparedColumns],
  ['0080-standard-names', standardNames],
  ['0090-line-keys', lineKeys],
];
