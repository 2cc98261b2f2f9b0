extension RunSheetMarkup {
  /// Black on white with lines that survive a worn office printer; nothing depends on colour.
  ///
  /// The heights of lines, heads and feet are those ``RunSheetPages`` counts with.
  static let style: HTMLText = """
    @page { size: A4 portrait; margin: 9mm 10mm; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #d9dbde; -webkit-text-size-adjust: 100%; }
    body { font: 8pt/3.6mm "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
      color: #000; }
    .page { position: relative; width: 210mm; min-height: 297mm; margin: 6mm auto;
      padding: 9mm 10mm 30mm; background: #fff; box-shadow: 0 1px 6px rgba(0, 0, 0, .3); }
    header { display: flex; align-items: flex-end; justify-content: space-between; height: 11mm;
      padding-bottom: 1.2mm; border-bottom: .6mm solid #000; white-space: nowrap; }
    header b { display: block; font-size: 11.5pt; line-height: 5mm; }
    header span { display: block; }
    header .which { text-align: right; }
    header .which b { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; }
    .summary { height: 20mm; padding-top: 2mm; }
    .summary .day { font-size: 10pt; line-height: 5mm; font-weight: bold; }
    .summary dl { display: grid; grid-template-columns: repeat(6, 1fr); margin-top: 1.5mm;
      border: .3mm solid #000; }
    .summary dl div { padding: .6mm 2mm; border-left: .2mm solid #777; height: 11mm; }
    .summary dl div:first-child { border-left: 0; }
    .summary dt { font-size: 7.5pt; line-height: 3.4mm; color: #333; }
    .summary dd { font-size: 14pt; line-height: 6.2mm; font-weight: bold; white-space: nowrap; }
    table { width: 100%; margin-top: 1.5mm; border-collapse: collapse; table-layout: fixed; }
    th { height: 5mm; font-size: 7.5pt; text-align: left; padding: 0 1.6mm; border: .2mm solid #000;
      border-top: 0; }
    tbody { border-top: .5mm solid #000; }
    table { border-bottom: .5mm solid #000; }
    tr, tbody { break-inside: avoid; }
    td { padding: 1mm 1.6mm; vertical-align: top; border: .2mm solid #777; overflow-wrap: anywhere; }
    td:first-child, th:first-child { border-left: 0; }
    td:last-child, th:last-child { border-right: 0; }
    th { border-color: #777; }
    th.number { width: 13mm; } th.address { width: 41mm; } th.resident { width: 58mm; }
    th.result { width: 32mm; }
    td span, td i, td b { display: block; }
    th.number { padding: 0; text-align: center; }
    td.number { text-align: center; padding: 1mm 0; }
    td.number b { font-size: 14pt; line-height: 5.6mm; }
    td.number span { white-space: nowrap; }
    td.number .several { font-weight: bold; font-size: 7.5pt; }
    td.address b { font-size: 9pt; }
    td.address .uncertain { font-weight: bold; }
    td.address .approach { color: #444; }
    td.resident b { font-size: 10pt; line-height: 4.4mm; }
    .code { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; white-space: nowrap; }
    td .phone { display: inline-block; white-space: nowrap; }
    td.resident em { font-style: normal; font-weight: bold; border: .3mm solid #000;
      padding: 0 1mm; white-space: nowrap; }
    td.result { padding-right: 0; }
    td.result span { line-height: 4mm; white-space: nowrap; }
    td.result .old { font-weight: bold; font-size: 7.5pt; } td.result .old .box { border-width: .6mm; }
    td.result .box { display: inline-block; width: 3.1mm; height: 3.1mm; margin-right: 1.4mm;
      border: .3mm solid #000; vertical-align: -.6mm; }
    td.result .letter { display: inline-block; width: 6mm; height: 3.6mm;
      border-bottom: .3mm solid #000; vertical-align: -.3mm; }
    .rest td { height: 7mm; padding: 0 1.6mm; vertical-align: middle; font-size: 9pt;
      letter-spacing: .02em; }
    .rest td b { display: inline; margin-right: 2mm; }
    .directions h2 { font-size: 11.5pt; line-height: 6mm; border-bottom: .6mm solid #000; }
    .directions > div { columns: 2; column-gap: 8mm; margin-top: 2mm; }
    .directions section { break-inside: avoid; margin-bottom: 2.5mm; }
    .directions h3 { font-size: 9pt; line-height: 4mm; }
    .directions h3 span { float: right; font-weight: normal; }
    .directions ol { padding-left: 5mm; }
    .crossing td { padding: 1.6mm; font-size: 9pt; background: #eef3f7; }
    .crossing td b { display: inline; }
    .crossing td span { display: block; }
    .declaration { padding-top: 3mm; break-inside: avoid; }
    .declaration p { margin: 2mm 0; line-height: 4.2mm; font-size: 9pt; }
    .tally { display: grid; grid-template-columns: repeat(4, 1fr); border: .3mm solid #000; }
    .tally div { height: 9mm; padding: 1mm 2mm; border-left: .2mm solid #777; }
    .tally div:first-child { border-left: 0; }
    .tally span { font-size: 7.5pt; } .tally b { float: right; font-size: 12pt; line-height: 7mm; }
    .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; }
    .signatures div { height: 18mm; display: flex; flex-direction: column;
      justify-content: space-between; }
    .signatures b { border-top: .2mm solid #000; padding-top: .5mm; }
    .declaration .source { margin: 1mm 0 0; font-size: 7pt; line-height: 3.3mm; color: #444; }
    footer { position: absolute; left: 10mm; right: 10mm; bottom: 9mm; height: 19mm;
      padding-top: 1mm; border-top: .2mm solid #000; font-size: 7pt; line-height: 3.3mm; }
    footer ol { list-style: none; display: grid; grid-template-columns: repeat(4, auto);
      grid-template-rows: repeat(4, 3.3mm); grid-auto-flow: column; column-gap: 3mm;
      white-space: nowrap; }
    footer p { margin-top: .8mm; font-weight: bold; }
    @media print {
      html { background: none; }
      .page { width: auto; min-height: 0; height: 278mm; margin: 0; padding: 0; box-shadow: none;
        break-after: page; break-inside: avoid; }
      .page:last-child { break-after: auto; }
      footer { left: 0; right: 0; bottom: 0; }
    }
    @media screen and (max-width: 800px) {
      html { background: #fff; }
      body { font-size: 14px; line-height: 20px; }
      .page { width: auto; min-height: 0; margin: 0 0 24px; padding: 12px; box-shadow: none; }
      header, .summary, .tally div, .signatures div, .summary dl div { height: auto; }
      header { flex-wrap: wrap; gap: 4px 16px; white-space: normal; }
      header .which { text-align: left; }
      header span, .summary dt, .tally span, td.number span, .code { font-size: 13px;
        line-height: 18px; }
      td.address b { font-size: 15px; line-height: 22px; }
      .summary dl { grid-template-columns: repeat(3, 1fr); }
      .summary dl div { border: 0; }
      .summary dd { font-size: 18px; line-height: 24px; }
      thead { display: none; }
      table, tbody, tr, td { display: block; width: auto; }
      tbody { padding: 10px 0; }
      td { border: 0; padding: 0 0 6px; }
      td.number { display: flex; gap: 12px; align-items: baseline; padding: 0; }
      td.number b { font-size: 20px; line-height: 26px; }
      td.number .several, td.result .old { font-size: 14px; }
      td.resident b { font-size: 16px; line-height: 22px; }
      td.result { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 14px; }
      td.result .box { width: 14px; height: 14px; vertical-align: -2px; margin-right: 6px; }
      td.signature { height: 40px; border-bottom: 1px solid #777; }
      .rest td { height: auto; }
      .signatures div { min-height: 80px; }
      footer { position: static; height: auto; font-size: 12px; line-height: 18px; margin-top: 12px; }
      footer ol { grid-template-columns: 1fr 1fr; grid-template-rows: none; grid-auto-flow: row;
        white-space: normal; }
    }
    """
}
