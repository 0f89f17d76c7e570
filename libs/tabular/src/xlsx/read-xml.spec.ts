import fc from 'fast-check';
import { xmlReader } from './read-xml.ts';

/**
 * Returns all handler events for a document that comes in pieces, with consecutive texts joined, and its outcome. Text
 * outside all tags is left out.
 */
function heard(text: string, cut: number): unknown[] {
  const events: unknown[] = [];
  let said = '';
  let depth = 0;
  const flush = () => {
    if (said !== '') events.push(['text', said]);
    said = '';
  };
  const note = (...event: unknown[]) => {
    flush();
    events.push(event);
  };
  const reader = xmlReader(
    { part: 'sheet', textMax: 200, depthMax: 6 },
    {
      open: (name, attributes) => note('open', name, { ...attributes }, (depth += 1)),
      close: (name) => note('close', name, (depth -= 1)),
      text: (piece) => void (said += depth > 0 ? piece : ''),
    },
  );
  const bytes = new TextEncoder().encode(text);
  try {
    for (let at = 0; at < bytes.length; at += cut) reader.write(bytes.subarray(at, at + cut));
    reader.end();
    note('end');
  } catch (problem) {
    const { code, params } = problem as { code: string; params: unknown };
    note('problem', code, params);
  }
  return events;
}

/** A comment before the first tag does not occur in tables, so the full XML parser reads the whole document. */
const heardWhole = (text: string, cut: number) => heard(`<!-- -->${text}`, cut);

describe('XML reader', () => {
  it.each([
    '<row r="1"><c r="A1" t="s"><v>12</v></c><c r=\'B1\'/></row>',
    '<a x="1"\n  y = "2">5 &lt; 6 &amp; &#230;&#xE6;</a>',
    '<a>one\r\ntwo\rthree<b/>\r\n</a>\r\n',
    '<x:a><x:b>æøå €😀</x:b></x:a>',
    '<a><![CDATA[<b>]]>after<!-- no --><?pi?>then</a>',
    '<a x="1" x="2"/>',
    '<a x="&lt;&unknown;"/>',
    '<a x="<"/>',
    '<a x=1/>',
    '<a x/>',
    '<a><b></a></b>',
    '<a>',
    '<a/><b/>',
    '<a/>text',
    'text',
    '<a>]]></a>',
    '<a>\u0001</a>',
    '<a>&none;</a>',
    '<a>&#0;</a>',
    '<a>& b</a>',
    '</a>',
    '<æ>1</æ>',
    '<a b="\t x">y</a>',
    '<extLst><c>quiet</c></extLst>',
    '<a><extLst><c>quiet</c></extLst><c>heard</c></a>',
    `<a>${'x'.repeat(500)}</a>`,
    '<a><a><a><a><a><a><a></a></a></a></a></a></a></a>',
    '',
    '<a',
    '<a>  ',
    '<',
    '<a></a',
    '<a></a >',
  ])('emits for %j the same events as a full XML parser', (text) => {
    for (const cut of [1000, 1, 3]) expect(heard(text, cut)).toEqual(heardWhole(text, cut));
  });

  it('rejects a DOCTYPE at any position', () => {
    for (const text of ['<!DOCTYPE a><a/>', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'])
      expect(heard(text, 7)).toEqual([['problem', 'xml-doctype', { part: 'sheet' }]]);
    expect(heard('<a><!DOCTYPE a></a>', 7).at(-1)).toMatchObject(['problem', 'workbook-damaged', { reason: 'xml' }]);
  });

  const cells = [
    '<c r="A1" s="1"><v>12.5</v></c>',
    '<c r="AB12" s="3" t="s"><v>7</v></c>',
    '<c r="B12" t="inlineStr"><is><t xml:space="preserve"> æ\nb</t></is></c>',
    '<c r="C1" t="str"><v>1 &lt; 2</v></c>',
    '<c r="C1"><v></v></c>',
    '<c r="C1"><v>1</v></v>',
  ];
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<b r="B2" s="1">',
    '</b>',
    '<c/>',
    '<x:v xml:space="preserve">',
    '</x:v>',
    ' text ',
    '12,5',
    'æ😀',
    '&amp;',
    '&#228;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '/',
    '=',
    ']]>',
    '\r\n',
    '\n',
    '\t',
    '<!-- c -->',
    '<![CDATA[ d ]]>',
    '<?p i?>',
    '<!DOCTYPE a>',
    ...cells,
    '<a x="1" y=\'2\'>',
    '<a x="1"y="2">',
    '<a  x="&quot;">',
    '\u0002',
    '\uffff',
    '<extLst>',
    '</extLst>',
    '<é>',
    '</é>',
    '<a\n>',
    '</a >',
    '<1>',
  );
  const balanced = fc
    .letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('text', '1 &lt; 2', '', '<c r="A1"/>', 'æ\r\n', ...cells.slice(0, -1)),
        fc.array(tie('node'), { maxLength: 4 }).map((nodes) => `<a r="1">${nodes.join('')}</a>`),
      ),
    }))
    .node.map((node) => `<sheet>${node}</sheet>`);

  it('emits the same events for any document, however it is split into pieces', () => {
    const prolog = fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', '\ufeff', ' ');
    fc.assert(
      fc.property(
        fc.oneof(
          balanced,
          fc.array(piece, { maxLength: 12 }).map((pieces) => `<sheet>${pieces.join('')}</sheet>`),
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        ),
        prolog,
        fc.integer({ min: 1, max: 30 }),
        (text, before, cut) => {
          const own = heard(before + text, cut);
          // A declaration must come first: text before the first tag is not compared.
          expect(own).toEqual(heardWhole(text, cut));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
