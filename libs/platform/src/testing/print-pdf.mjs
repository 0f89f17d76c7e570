// Prints what a PDF on standard input holds, as JSON: read by a library that has nothing to do with the one that writes.
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)));
const { info, metadata } = await pdf.getMetadata();
const mark = await pdf.getMarkInfo();
const roles = new Set();
const pictures = [];
const collect = (node) => {
  if (node?.role) roles.add(node.role);
  if (node?.role === 'Figure' && node.alt) pictures.push(node.alt);
  for (const child of node?.children ?? []) collect(child);
};
for (let page = 1; page <= pdf.numPages; page += 1) collect(await (await pdf.getPage(page)).getStructTree());
const { text } = await extractText(pdf, { mergePages: true });
console.log(
  JSON.stringify({
    title: info.Title ?? null,
    author: info.Author ?? null,
    language: info.Language ?? null,
    pageCount: pdf.numPages,
    isTagged: mark?.Marked === true,
    uaPart: metadata?.get('pdfuaid:part') ?? null,
    roles: [...roles].sort(),
    pictures,
    text: text.replaceAll(/\s+/g, ' '),
  }),
);
