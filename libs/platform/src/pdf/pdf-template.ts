/** The Typst source of every document: it reads the document as JSON, so that no text of it is read as markup. */
export const PDF_TEMPLATE = `
#let doc = json(bytes(sys.inputs.document))
#set document(
  title: doc.title,
  author: doc.author,
  description: doc.subtitle,
  date: datetime(year: doc.at.at(0), month: doc.at.at(1), day: doc.at.at(2), hour: doc.at.at(3), minute: doc.at.at(4), second: doc.at.at(5)),
)
#let isCompact = doc.at("isCompact", default: false)
#set text(lang: doc.lang, region: doc.region, size: if isCompact { 9.5pt } else { 10pt }, hyphenate: false)
#set par(leading: 0.6em, justify: false)
#set page(
  paper: "a4",
  margin: if isCompact { (x: 1.8cm, top: 1.5cm, bottom: 1.7cm) } else { (x: 2cm, top: 2cm, bottom: 2.2cm) },
  footer: context [
    #set text(size: 8pt, fill: luma(80))
    #doc.footer #h(1fr) #counter(page).get().first() / #counter(page).final().first()
  ],
)
#show heading.where(level: 1): set text(size: if isCompact { 16pt } else { 18pt })
#show heading.where(level: 2): set text(size: if isCompact { 11pt } else { 12pt })
#show heading.where(level: 2): set block(above: if isCompact { 1.1em } else { 1.4em }, below: if isCompact { 0.6em } else { 0.7em })
#show figure: set block(breakable: true)
#show figure: set align(left)
#set figure(numbering: none, supplement: none, gap: 0.5em)
#show figure.caption: it => text(size: 9pt, fill: luma(60), it.body)
#set figure.caption(position: top)

= #doc.title
#text(fill: luma(60), doc.subtitle)

#for block in doc.blocks {
  if block.kind == "heading" {
    heading(level: 2, block.text)
  } else if block.kind == "text" {
    par(text(fill: if block.at("isSubtle", default: false) { luma(60) } else { black }, block.text))
  } else if block.kind == "list" {
    list(..block.items.map(item => text(item)))
  } else if block.kind == "picture" {
    figure(
      kind: image,
      caption: block.caption,
      alt: block.description,
      image(bytes(block.svg), format: "svg", width: 100%, alt: block.description),
    )
  } else if block.kind == "table" {
    let figures = block.columns.map(column => column.at("isFigure", default: false))
    figure(
      kind: table,
      caption: block.caption,
      table(
        columns: figures.enumerate().map(((place, isFigure)) => if place == 0 { 1fr } else { auto }),
        align: (place, row) => if figures.at(place) { right } else { left },
        stroke: (place, row) => (bottom: 0.5pt + luma(190)),
        inset: (x: 5pt, y: 4pt),
        table.header(..block.columns.map(column => text(weight: "bold", column.head))),
        ..block.rows.flatten().map(cell => text(cell)),
      ),
    )
  }
}
`;
