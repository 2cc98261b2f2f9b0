/// How formal records look: serif, black on white, A4 with a wide left margin, as an Indonesian
/// office types them.
enum LetterStyle {
  static let sheet: HTMLText =
    """
    @page { size: A4 portrait; margin: 15mm 18mm 15mm 25mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt serif; } }
    @page annex { margin: 12mm 12mm 13mm 20mm; }
    * { -webkit-print-color-adjust: exact; print-color-adjust: exact; box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #d9dbde; -webkit-text-size-adjust: 100%; }
    body { font: 10.5pt/1.3 "Times New Roman", "Liberation Serif", "DejaVu Serif", serif;
      color: #000; }
    main, .annex { width: 210mm; margin: 6mm auto; padding: 18mm 18mm 18mm 25mm; background: #fff;
      box-shadow: 0 1px 6px rgba(0, 0, 0, .3); }
    h1 { font-size: 14pt; text-align: center; text-transform: uppercase; letter-spacing: .02em; }
    h2 { font-size: 12pt; }
    p { margin: 2mm 0; }
    .number { text-align: center; margin: 0 0 4mm; }
    .annex .number { text-align: left; margin: 0 0 4mm; }
    ol { padding-left: 7mm; }
    .parties li { margin-bottom: 2mm; }
    .parties dl { display: grid; grid-template-columns: 26mm 1fr; }
    .parties dt::after { content: ":"; float: right; margin-right: 2mm; }
    .parties p, .statements li { margin: 1mm 0; }
    .statements li { text-align: justify; hyphens: auto; }
    main > .proof { float: right; margin: 0 0 2mm 4mm; }
    .blank { display: inline-block; width: 45mm; border-bottom: .2mm dotted #000; }
    .note { display: block; height: 7mm; border-bottom: .2mm dotted #000; }
    table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 3mm 0;
      font-size: 9.5pt; }
    th, td { border: .2mm solid #000; padding: .4mm 1.5mm; text-align: left; vertical-align: top; }
    thead th { font-size: 8.5pt; vertical-align: bottom; }
    thead { display: table-header-group; } tfoot { display: table-row-group; }
    tr { break-inside: avoid; }
    th.id { width: 33mm; }
    .count { text-align: right; width: 22mm; font-variant-numeric: tabular-nums; }
    .badge { white-space: nowrap; }
    .kecamatan { break-after: avoid; } .kecamatan th, .kecamatan td { background: #eee;
      font-weight: bold; }
    tfoot td, tfoot th { font-weight: bold; border-top-width: .5mm; }
    .code, .run ol { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; }
    td.code { font-size: 8.5pt; white-space: nowrap; }
    .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16mm; break-inside: avoid; }
    .signatures div { display: flex; flex-direction: column; margin-top: 3mm; }
    .signatures span { min-height: 1.4em; }
    .signatures b { margin-top: 15mm; min-height: 1.4em; border-bottom: .2mm solid #000; }
    .signatures b .blank { border: 0; }
    .witnesses { margin: 3mm 0 0; break-after: avoid; }
    .witnesses + .signatures b { margin-top: 9mm; }
    .witnesses + .signatures div { margin-top: 1mm; }
    .witnesses + .signatures span:empty { display: none; }
    .annex { break-before: page; page: annex; }
    .run { margin: 0 0 2.5mm; }
    .run h3 { font-size: 9.5pt; line-height: 4.4mm; border-bottom: .2mm solid #000;
      break-after: avoid; }
    .run ol { columns: 4; column-gap: 7mm; font-size: 7.5pt; line-height: 3.5mm; padding-left: 7mm;
      margin-top: .5mm; }
    .run li { break-inside: avoid; white-space: nowrap; }
    .run li::marker { color: #555; }
    .withheld { font-size: 9pt; }
    @media print {
      html { background: none; }
      main, .annex { width: auto; margin: 0; padding: 0; box-shadow: none; }
    }
    @media screen and (max-width: 800px) {
      html { background: #fff; }
      body { font-size: 16px; }
      main, .annex { width: auto; margin: 0; padding: 16px; box-shadow: none; }
      table { display: block; table-layout: auto; overflow-x: auto; font-size: 14px; }
      .count, th.id { width: auto; }
      .statements li { text-align: left; }
      .signatures { gap: 0 24px; }
      .blank { width: 100%; }
      .run ol { columns: 1; font-size: 14px; line-height: 22px; }
    }

    """ + ProofMark.style
}
