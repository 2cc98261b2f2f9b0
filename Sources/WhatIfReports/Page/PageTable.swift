internal import Reports

/// A table that scrolls inside itself where the page is narrow, so that the page never does.
enum PageTable {
  static func html(_ table: TextTable, label: String) -> HTMLText {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(label)">\(table.html)</div>
    """
  }
}
