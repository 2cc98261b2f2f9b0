internal import Reports

extension WhatIfPage {
  /// Dark on white; everything that carries meaning by colour carries it by words or shape too.
  static let style: HTMLText = """

    html { background: #f2f4f6; color-scheme: light; }
    body { font-size: 16px; line-height: 1.5; overflow-wrap: break-word; }
    main { max-width: 1080px; padding: 0 16px 48px; }
    header { padding: 28px 0 4px; } h1 { font-size: 28px; }
    .question { margin-top: 8px; font-size: 18px; color: #333a42; }
    .meta, .note { color: #4a535d; font-size: 14px; } .meta { margin-top: 6px; }
    section { margin-top: 16px; padding: 18px 20px 20px; background: #fff;
      border: 1px solid #d5dae0; border-radius: 10px; min-width: 0; }
    h2 { font-size: 20px; line-height: 1.25; } h3 { font-size: 16px; margin-top: 14px; }
    h4 { font-size: 14px; margin-top: 16px; } section > p { margin-top: 6px; }
    .note { margin-top: 8px; }
    #answer { border-left: 6px solid #0065a3; }
    #answer .first { font-size: 21px; line-height: 1.35; font-weight: 600; }
    #answer ul { margin: 10px 0 0; padding-left: 20px; } #answer li { margin-top: 6px; }
    .scroll { overflow-x: auto; margin-top: 10px; background:
      linear-gradient(90deg, #fff 40%, transparent) local 0 / 40px 100% no-repeat,
      linear-gradient(270deg, #fff 40%, transparent) local 100% / 40px 100% no-repeat,
      linear-gradient(90deg, #c3cad2, transparent) 0 / 12px 100% no-repeat,
      linear-gradient(270deg, #c3cad2, transparent) 100% / 12px 100% no-repeat, #fff; }
    .scroll table { display: table; margin: 0; font-size: 14px; overflow: visible; }
    th { font-size: 13px; } .faint { color: #5c6670; }
    td.number { white-space: nowrap; } td.text { min-width: 11ch; }
    .scroll td { vertical-align: top; }
    #facts td:last-child, #assumptions td:last-child { min-width: 26ch; }
    .sources { margin-top: 6px; padding-left: 28px; font-size: 13px; overflow-wrap: anywhere; }
    .sources li { margin-top: 3px; } .sources li::marker { content: "[" counter(list-item) "] "; }
    td.number + td.text, th.number + th.text { padding-left: 16px; }
    details { margin-top: 10px; } summary { cursor: pointer; color: #0065a3; font-size: 14px;
      padding: 4px 0; }
    :focus-visible { outline: 3px solid #0065a3; outline-offset: 2px; }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
      gap: 24px 28px; } .chart { min-width: 0; } .chart p { font-size: 14px; color: #4a535d; }
    .plot { margin-top: 6px; } .chart .axis { font-size: 12px; }
    .plot svg { display: block; width: 100%; height: auto; }
    .plot .live { position: relative; height: 270px; }
    svg text { font: 13px "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
      fill: #333a42; }
    .rule { stroke: #e1e5ea; } .tick { stroke: #8a949f; }
    .level { stroke: #4d4d4d; stroke-dasharray: 2 3; }
    .rim { paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
    .band { fill: var(--c); fill-opacity: .17; stroke: none; }
    .line { fill: none; stroke: var(--c); stroke-width: 2.2; stroke-dasharray: var(--dash);
      stroke-linejoin: round; }
    .marker { fill: var(--c); stroke: var(--c); stroke-width: 1.6; }
    .whisker { fill: none; stroke: var(--c); stroke-width: 1.5; }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 16px; margin-top: 4px;
      font-size: 14px; } .legend li { display: flex; align-items: center; gap: 6px; }
    .legend svg { flex: none; width: 34px; height: 14px; }
    .strip { display: grid; grid-template-columns: minmax(92px, 24%) 1fr; gap: 4px 12px;
      margin-top: 6px; font-size: 14px; align-items: center; } .strip small { color: #4a535d; }
    .strip dd { position: relative; height: 20px; background: #eef1f4; border-radius: 3px;
      overflow: hidden; }
    .strip dd i { position: absolute; top: 0; bottom: 0; background: var(--c); }
    .strip .scale { background: none; height: 18px; font-size: 12px; color: #4a535d;
      overflow: visible; } .scale span { position: absolute; white-space: nowrap; }
    .scale span::before { content: ""; position: absolute; left: 0; top: -4px; height: 4px;
      border-left: 1px solid #8a949f; }
    .bars { display: grid; grid-template-columns: minmax(100px, 30%) 1fr; gap: 6px 12px;
      margin-top: 6px; font-size: 14px; align-items: center; }
    .bars dd { display: flex; align-items: center; gap: 8px; min-width: 0; }
    .bars i { height: 18px; min-width: 2px; background: var(--c); border-radius: 0 3px 3px 0;
      flex: 0 1 auto; } .bars b { flex: none; font-weight: 600; white-space: nowrap; }
    .maps { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px;
      margin-top: 12px; }
    .maps svg { display: block; width: 100%; height: auto; }
    .zone { stroke: #fff; stroke-width: 1; fill: #c9ced4; }
    .zone.red { fill: #b3372b; } .zone.yellow { fill: #f2c744; } .zone.green { fill: #3f9c76; }
    .large text { text-anchor: middle; font-weight: 700; font-size: 12px; fill: #15181c;
      paint-order: stroke; stroke: #fff; stroke-width: 3px; pointer-events: none; }
    .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; font-size: 14px; }
    .controls[hidden] { display: none; } .controls label { display: flex; gap: 8px;
      align-items: center; flex: 1 1 200px; min-width: 0; }
    .controls input { flex: 1; min-width: 0; height: 32px; accent-color: #0065a3; }
    .controls select { flex: 1; min-width: 0; font: inherit; height: 36px; }
    .controls output { font-weight: 600; min-width: 7em; }
    .zones { list-style: none; display: flex; gap: 16px; font-size: 14px; margin-top: 6px; }
    .zones i { display: inline-block; width: 14px; height: 14px; margin-right: 6px;
      vertical-align: -2px; border-radius: 3px; } .zones .red { background: #b3372b; }
    .zones .yellow { background: #f2c744; } .zones .green { background: #3f9c76; }
    .stills .row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px; }
    .stills figcaption { font-size: 12px; text-align: center; color: #333a42; }
    .facts { display: grid; grid-template-columns: minmax(92px, 22%) 1fr; gap: 4px 12px;
      margin-top: 8px; font-size: 14px; } .facts dt { color: #4a535d; }
    .facts dd { overflow-wrap: anywhere; }
    #assumptions td:first-child { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace;
      font-size: 12px; }
    @media screen and (max-width: 720px) {
      h1 { font-size: 23px; } .question { font-size: 17px; } #answer .first { font-size: 19px; }
      section { padding: 14px 14px 16px; margin-left: -6px; margin-right: -6px; }
      .maps { grid-template-columns: minmax(0, 1fr); } .scroll table { font-size: 13px; }
      .plot:not(.is-live) { overflow-x: auto; } .plot:not(.is-live) svg { min-width: 560px; }
    }
    @media screen { .is-live .still { display: none; } }
    @media print {
      @page { margin: 14mm 13mm; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      html { background: #fff; } body { font-size: 10pt; line-height: 1.4; }
      main { padding: 0; max-width: none; } header { padding: 0; } h1 { font-size: 20pt; }
      .question { font-size: 12pt; }
      section { margin-top: 6mm; padding: 0; border: 0; border-radius: 0; }
      #answer { border-left: 1.5mm solid #0065a3; padding-left: 4mm; break-inside: avoid; }
      #answer .first { font-size: 14pt; }
      h2 { font-size: 14pt; } h3 { font-size: 11pt; } h2, h3, h4 { break-after: avoid; }
      .scroll { overflow: visible; background: none; } .scroll table { font-size: 8.5pt; } th { font-size: 8pt; }
      td.number { white-space: normal; } #map td.number { white-space: nowrap; }
      #facts td:last-child, #assumptions td:last-child { min-width: 0; } .sources { font-size: 8pt; }
      #facts { break-inside: avoid; } #assumptions td:last-child { width: 40%; }
      .live, .controls, .numbers { display: none; }
      .charts { grid-template-columns: 1fr 1fr; gap: 5mm 6mm; } .plot svg text { font-size: 17px; }
      .chart p, .legend { font-size: 8.5pt; }
      .chart, .strip, .bars, .facts, figure, .now, .row { break-inside: avoid; }
      #map > p, #fairness > p, #facts > p { break-after: avoid; } .large text { font-size: 16px; }
      details::details-content { content-visibility: visible; display: block; }
      .maps { grid-template-columns: 2fr 3fr; } .note, .meta { font-size: 8.5pt; }
      .strip dd { height: 5mm; } #assumptions td:first-child { font-size: 7.5pt; }
    }

    """
}
