export { sampleUbl, type SampleInvoice, type SampleLine } from './testing/sample-ubl.ts';
