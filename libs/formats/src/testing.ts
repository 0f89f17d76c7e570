export { sampleCatalogue, type SampleCatalogueLine } from './testing/sample-catalogue.ts';
export { sampleLot, sampleNotice, sampleOrganisation, type SampleNotice } from './testing/sample-notice.ts';
export { sampleUbl, type SampleInvoice, type SampleLine } from './testing/sample-ubl.ts';
