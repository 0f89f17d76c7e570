export { sampleCatalogue, type SampleCatalogueLine } from './testing/sample-catalogue.ts';
export { sampleDespatch, type SampleDespatch } from './testing/sample-despatch.ts';
export { sampleEpdArchive, sampleEpdJson, sampleEpdXml, sampleFlowXml, type SampleEpd } from './testing/sample-epd.ts';
export { sampleLot, sampleNotice, sampleOrganisation, type SampleNotice } from './testing/sample-notice.ts';
export {
  sampleSaft,
  sampleSaftPurchase,
  sampleSaftAccounts,
  sampleSaftSuppliers,
  type SampleSaft,
} from './testing/sample-saft.ts';
export { sampleUbl, type SampleInvoice, type SampleLine } from './testing/sample-ubl.ts';
export { samplePdf } from './testing/sample-pdf.ts';
