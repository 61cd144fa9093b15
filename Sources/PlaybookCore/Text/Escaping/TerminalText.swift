/// A text on one line for a terminal or a log. Line breaks, tabs, control characters and invisible ones are shown as
/// `\r` or `\u{202E}`, so that no text can move the cursor, change colours, turn its direction or look like another
/// one. Joiners stay, because emoji and some scripts need them.
package func terminalText(_ text: String) -> String {
    // Most texts are plain ASCII.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars { result += terminalText(scalar) }
    return result
}

func terminalText(_ scalar: Unicode.Scalar) -> String {
    let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
    let isShown =
        scalar == "\n" || scalar == "\t" || scalar.isForbiddenInText
        || (scalar.properties.generalCategory == .format && !isJoiner)
    return isShown ? scalar.visibleForm : String(scalar)
}
