/** A paragraph of an e-mail: text, the button, a list item, or small print. */
export type EmailPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly link: string }
  | { readonly kind: 'item'; readonly text: string; readonly link: string }
  | { readonly kind: 'small'; readonly text: string };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Returns plain text in the same order, with each link on its own line. */
export const plainEmail = (parts: readonly EmailPart[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'button') return `${part.label}:\n${part.link}`;
      return part.kind === 'item' ? `- ${part.text}\n  ${part.link}` : part.text;
    })
    .join('\n\n');

const BUTTON =
  'display:inline-block;padding:12px 20px;background:#0b5c48;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:600';

/** Returns self-contained HTML, without images, scripts or other external resources. */
export function htmlEmail(language: string, subject: string, parts: readonly EmailPart[]): string {
  const body = parts.map(htmlPart).join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;color:#1e2b3c;background:#ffffff">
<div style="max-width:36rem">
${body}
</div></body></html>
`;
}

function htmlPart(part: EmailPart): string {
  const text = escape(part.kind === 'button' ? part.label : part.text).replaceAll('\n', '<br>');
  if (part.kind === 'button') return `<p><a href="${escape(part.link)}" style="${BUTTON}">${text}</a></p>`;
  if (part.kind === 'item') return `<p>• <a href="${escape(part.link)}" style="color:#0b5c48">${text}</a></p>`;
  return part.kind === 'small' ? `<p style="font-size:14px;color:#4a5a6d">${text}</p>` : `<p>${text}</p>`;
}
