extension DayMapMarkup {
  /// Dark grey on the screen, so that lines glow and eyes rest; black on white on paper.
  static let style: HTMLText = """
    @page { size: A4 landscape; margin: 10mm; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html, body { height: 100%; background: #1d2126; color: #e6eaee;
      font: 14px/1.4 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    #map { position: fixed; inset: 0 0 0 320px; background: #1d2126; font: inherit; }
    #panel { position: fixed; z-index: 1000; inset: 0 auto 0 0; width: 320px; display: flex;
      flex-direction: column; background: #272c33; border-right: 1px solid #3a414a; }
    #panel header { position: relative; padding: 14px 16px 10px; }
    h1 { font-size: 17px; line-height: 1.25; } header p { color: #aab3bd; }
    button, select, input { font: inherit; color: inherit; background: none; border: 0; }
    button { cursor: pointer; text-align: left; }
    :focus-visible { outline: 2px solid #56b4e9; outline-offset: -2px; }
    #toggle { display: none; }
    #bar { display: flex; flex: none; height: 8px; margin: 0 16px; border-radius: 4px;
      overflow: hidden; background: #3a414a; }
    #bar i { flex-basis: 0; }
    #bar .status0 { background: #5f6975; } #bar .status1 { background: #2bc79a; }
    #bar .status2 { background: #ff7043; } #bar .status3 { background: #f3f5f7; }
    #bar .status4 { background: #56b4e9; }
    #statuses { list-style: none; flex: none; display: grid; grid-template-columns: 1fr 1fr;
      padding: 8px 12px 0; }
    #statuses button { display: flex; align-items: center; gap: 7px; width: 100%; padding: 5px 4px;
      border-radius: 6px; }
    #statuses button:hover { background: #323942; }
    #statuses [aria-pressed=false] { opacity: .4; text-decoration: line-through; }
    #statuses b { display: block; font-size: 16px; line-height: 1.2;
      font-variant-numeric: tabular-nums; }
    #statuses span { color: #c4ccd4; font-size: 12px; line-height: 1.2; }
    .mark { flex: none; width: 13px; height: 13px; border-radius: 50%; border: 2px solid #aab3bd; }
    .mark.status1 { background: #aab3bd; } .mark.status3 { border-radius: 0; background: #fff; }
    .mark.status2 { background: linear-gradient(45deg, transparent 42%, #c00000 42% 58%, transparent
      58%), linear-gradient(-45deg, transparent 42%, #c00000 42% 58%, transparent 58%), #fff; }
    .mark.status4 { width: 0; height: 0; margin: 0 -1px; border: 8px solid transparent;
      border-top: 0; border-bottom: 14px solid #fff; border-radius: 0; }
    .mark.mixed { border-radius: 0; background: linear-gradient(#fff 50%, #aab3bd 50%) padding-box; }
    #mixed { flex: none; display: flex; gap: 7px; padding: 2px 16px 8px; color: #aab3bd;
      font-size: 12px; line-height: 1.3; }
    [hidden] { display: none !important; }
    #sums { flex: none; padding: 6px 16px 4px; color: #aab3bd; font-size: 13px; }
    #filters { flex: none; display: grid; gap: 8px; padding: 0 16px 10px; }
    #filters select, #filters input { width: 100%; height: 36px; padding: 0 10px; border-radius: 6px;
      background: #1d2126; border: 1px solid #48515c; }
    #filters option { background: #1d2126; }
    #runs { list-style: none; flex: 1; min-height: 0; overflow-y: auto; padding: 0 8px;
      border-top: 1px solid #3a414a; }
    #runs button { display: grid; grid-template-columns: 28px 1fr auto 58px; gap: 8px;
      align-items: center; width: 100%; min-height: 36px; padding: 0 8px; border-radius: 6px; }
    #runs button:hover { background: #323942; } #runs [aria-pressed=true] { background: #3d4651; }
    #runs b { font-weight: 600; font-size: 13px; white-space: nowrap; }
    #runs span, #runs i { color: #aab3bd; font-size: 12px; font-style: normal; white-space: nowrap;
      font-variant-numeric: tabular-nums; }
    #runs i { text-align: right; }
    #runs .nothing { padding: 12px 8px; color: #aab3bd; }
    #panel footer { flex: none; padding: 8px 16px; font-size: 11px; color: #aab3bd;
      border-top: 1px solid #3a414a; }
    #sketch { position: fixed; z-index: 900; top: 12px; left: 332px; padding: 4px 10px;
      border: 1px dashed #f0e442; border-radius: 6px; background: rgba(29, 33, 38, .85);
      color: #f0e442; font-size: 13px; pointer-events: none; }
    .labels { pointer-events: none; z-index: 450; }
    .name span { position: absolute; transform: translate(-50%, -50%); white-space: nowrap;
      font-size: 13px; font-weight: 600; color: #f3f5f7; text-shadow: 0 0 2px #1d2126,
      0 0 2px #1d2126, 0 0 4px #1d2126, 0 0 4px #1d2126, 0 0 6px #1d2126; }
    .name.desa span { font-size: 11px; font-weight: 400; color: #c4ccd4; }
    .details { display: grid; gap: 2px; } .details b { font-size: 15px; }
    #map .leaflet-popup-content-wrapper, #map .leaflet-popup-tip { background: #f3f5f7; color: #15181c; }
    #map .leaflet-popup-content { margin: 12px 28px 12px 14px; font-size: 14px; }
    #map .leaflet-bar a { background: #272c33; color: #e6eaee; border-color: #48515c; }
    #map .leaflet-control-scale-line { background: none; color: #c4ccd4; border-color: #8a949f;
      text-shadow: none; }
    @media screen and (max-width: 720px) {
      #map { inset: 0; }
      #sketch { left: 12px; }
      #panel { inset: auto 0 0 0; width: auto; height: 62%; border: 0;
        border-radius: 14px 14px 0 0; box-shadow: 0 -2px 12px rgba(0, 0, 0, .5); }
      #panel header { padding: 14px 60px 8px 16px; }
      #panel header p { font-size: 13px; }
      .closed #panel { height: auto; }
      .closed #panel > :not(header, #bar, #sums) { display: none; }
      .closed #sums { padding-bottom: 12px; }
      #toggle { display: block; position: absolute; right: 8px; top: 8px; width: 48px; height: 48px;
        border-radius: 50%; }
      #toggle::before { content: ""; display: block; width: 12px; height: 12px; margin: 12px auto 0;
        border: solid #e6eaee; border-width: 2px 0 0 2px; transform: rotate(225deg); }
      .closed #toggle::before { transform: rotate(45deg); margin-top: 20px; }
      #runs button, #statuses button { min-height: 44px; }
      #filters { grid-template-columns: 1fr 1fr; } #filters select, #filters input { height: 44px; }
      .leaflet-bottom { bottom: 62%; } .closed .leaflet-bottom { bottom: 120px; }
    }
    .paper, .paper #map { background: #fff; color: #000; }
    .paper #map { position: absolute; inset: auto; left: 0; top: 0; width: 205mm; height: 188mm;
      border: .3mm solid #000; }
    .paper #panel { position: absolute; inset: 0 auto auto 209mm; width: 68mm; height: 188mm;
      border: 0; border-radius: 0; box-shadow: none; background: #fff; font-size: 9pt; }
    .paper #panel > * { padding-left: 0; padding-right: 0; margin-left: 0; margin-right: 0; }
    .paper #filters, .paper #toggle, .paper .leaflet-control-zoom { display: none; }
    .paper #runs { position: absolute; top: 192mm; left: -209mm; width: 277mm; columns: 4;
      column-gap: 6mm; overflow: visible; border: 0; padding: 0; }
    .paper #runs li { break-inside: avoid; }
    .paper #runs button { min-height: 5.2mm; padding: 0; gap: 2mm;
      grid-template-columns: 7mm 1fr auto 13mm; }
    .paper #runs b { font-size: 8pt; } .paper #runs span, .paper #runs i { font-size: 7.5pt; }
    .paper #panel p, .paper #panel footer, .paper #runs *, .paper #statuses * { color: #000; }
    .paper #sketch { position: absolute; left: 4mm; top: 4mm; color: #000; background: #fff;
      border-color: #000; }
    .paper .name span { color: #000; text-shadow: 0 0 2px #fff, 0 0 2px #fff, 0 0 3px #fff; }
    .paper .name.desa span { color: #444; }
    .paper .mark { border-color: #000; } .paper .mark.status1 { background: #555; }
    .paper .mark.mixed { background: linear-gradient(#fff 50%, #555 50%) padding-box; }
    .paper .mark.status4 { border-color: transparent transparent #000; }
    .paper #map .leaflet-control-scale-line { color: #000; }
    @media print {
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      html, body { background: #fff; }
    }
    """
}
