import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { serveRequests } from '../subprocess/subprocess-main.ts';
import { PDF_TEMPLATE } from './pdf-template.ts';
import type { PdfRequest } from './pdf-request.ts';

const compiler = NodeCompiler.create();

// A program of its own, so that a long document holds nobody else up. Answers with the file in base64.
await serveRequests<PdfRequest>(async ({ document, seconds }, teller) => {
  const pdf = compiler.pdf(
    { mainFileContent: PDF_TEMPLATE, inputs: { document } },
    { pdfStandard: 'ua-1' as never, creationTimestamp: seconds },
  );
  await teller.send(pdf.toString('base64'));
});
