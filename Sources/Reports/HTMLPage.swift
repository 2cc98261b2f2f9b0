public import Domain

/// The frame every page shares: whatever stands in the page, the browser loads nothing for it, sends
/// nothing, and runs at most the scripts that are part of it.
public enum HTMLPage {
  public static func text(
    title: String, language: Language, style: HTMLText, body: HTMLText, head: HTMLText = .empty,
    runsOwnScripts: Bool = false
  ) -> String {
    let scripts = runsOwnScripts ? " script-src 'unsafe-inline'; img-src data:;" : ""
    let policy =
      "default-src 'none'; style-src 'unsafe-inline';\(scripts) base-uri 'none'; form-action 'none'"
    let page: HTMLText = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex, nofollow">
      <meta name="format-detection" content="telephone=no">
      <title>\(title)</title>
      \(head)
      <style>
      \(style)
      </style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
    return page.text
  }
}
