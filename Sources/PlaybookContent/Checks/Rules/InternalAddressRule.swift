import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let internalAddress = Rule(
        "internal-address",
        "A link in a customer's text to a host inside the company.",
        canBeLowered: true,
        why: "The customer cannot open it, and learns the names of your machines.",
        example: "See [the notes](https://wiki.intranet/edge-gateway).",
        instead: "See [the notes](https://helios.example/docs/edge-gateway).")
}

/// Distinguishes addresses inside the company from addresses that customers can open.
struct InternalHosts: Sendable {
    /// Host names from `internal_hosts:`. Hosts below them count too.
    private let named: [String]
    /// The addresses at which the internal site is published and edited.
    private let sites: [String]

    init(_ configuration: Configuration) {
        named = configuration.customerText.internalHosts.map { $0.lowercased() }
        sites = [configuration.site.baseURL, configuration.site.editURL].compactMap { $0.map(Self.withoutScheme) }
    }

    /// The findings about links of a snippet that lead inside the company: links in its body, its action, and addresses
    /// in its text.
    func findings(_ snippet: Snippet, _ record: RecordFile) -> [TextFinding] {
        let body = snippet.body.document
        let links = body.links
        var addresses = links.map { ($0.url, CustomerText.Spot(source: $0.source, file: $0.file)) }
        let action = record.yaml?["action"]?["url"]?.source ?? 0..<0
        addresses.append((snippet.action.url, CustomerText.Spot(source: action, file: 0)))
        // Many mail programs turn an address in plain text into a link. Links have already been checked.
        for (index, node) in body.nodes.enumerated() where node.kind == .text || node.kind == .code {
            let source = Int(node.source.lowerBound)..<Int(node.source.upperBound)
            let text = body.literal(NodeID(index))
            // Few texts have a colon, and to look for it takes a tenth of the time.
            guard text.utf8.contains(UInt8(ascii: ":")), text.contains("://"),
                !links.contains(where: { $0.file == node.file && $0.source.overlaps(source) })
            else { continue }
            for word in text.split(whereSeparator: \.isWhitespace) where word.contains("://") {
                let address = String(word.drop { !$0.isLetter })
                addresses.append((address, CustomerText.Spot(source: source, file: node.file)))
            }
        }
        return addresses.compactMap { address, spot in
            guard let host = Self.host(of: address), isInternal(host) || isOwnSite(address) else { return nil }
            return TextFinding(
                rule: .internalAddress, message: "`\(host)` is inside the company", spot: spot,
                help: "link to a page that customers can open")
        }
    }

    private func isOwnSite(_ address: String) -> Bool {
        let address = Self.withoutScheme(address)
        return sites.contains { address.hasPrefix($0) || address + "/" == $0 }
    }

    /// True for names that public DNS does not resolve (RFC 6761, RFC 6762, RFC 8375 and other names in common use),
    /// for private addresses (RFC 1918, RFC 4193), and for hosts that the company named.
    private func isInternal(_ host: String) -> Bool {
        if host.hasPrefix("[") {
            return ["[::1", "[fc", "[fd", "[fe8", "[fe9", "[fea", "[feb"].contains { host.hasPrefix($0) }
        }
        let parts = host.split(separator: ".").map(String.init)
        let numbers = parts.compactMap { Int($0) }
        if parts.count == 4, numbers.count == 4 {
            return numbers[0] == 10 || numbers[0] == 127 || (numbers[0] == 192 && numbers[1] == 168)
                || (numbers[0] == 172 && (16...31).contains(numbers[1])) || (numbers[0] == 169 && numbers[1] == 254)
        }
        let zones: Set<String> = [
            "local", "localhost", "internal", "intranet", "intern", "lan", "corp", "home", "private", "localdomain",
        ]
        if parts.count == 1 || zones.contains(parts.last ?? "") || host.hasSuffix(".home.arpa") { return true }
        return named.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    private static func withoutScheme(_ address: String) -> String {
        address.firstRange(of: "://").map { String(address[$0.upperBound...]).lowercased() } ?? address.lowercased()
    }

    /// The host of a web address in lower case; nil if it has none, or if a merge field is part of it.
    static func host(of address: String) -> String? {
        guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
        var host = address[start...].prefix { !"/?#\\\"'<>,;)".contains($0) && !$0.isWhitespace }
        if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
        guard !host.isEmpty, !host.contains("{") else { return nil }
        if host.hasPrefix("[") { return host.lowercased() }
        host = host.prefix { $0 != ":" }
        while host.hasSuffix(".") { host = host.dropLast() }
        return host.isEmpty ? nil : host.lowercased()
    }
}
