internal import Domain

/// The frame every page shares: it loads nothing, runs nothing and tells nobody where it was opened.
enum HTMLPage {
  static func text(
    title: String, language: Language, style: HTMLText, body: HTMLText
  ) -> String {
    let page: HTMLText = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex, nofollow">
      <meta name="format-detection" content="telephone=no">
      <title>\(title)</title>
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
