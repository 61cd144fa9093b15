import PlaybookCore

/// A `{{name}}` in a text or in the address of a link, which is replaced by a value for each reader.
package struct MergeField: Sendable, Hashable {
    /// The name between the braces, without blanks around it, such as `kpi.oee.latest`.
    package let name: String
    /// Its place in the file, braces included.
    package let source: Range<Int>
    /// The number of the file that it was included from; 0 for the document's own.
    package let file: Int32
}

extension Document {
    /// The merge fields in texts and addresses, in order.
    ///
    /// - Parameter bytes: the file that the document was parsed from.
    package func mergeFields(in bytes: [UInt8]) -> [MergeField] {
        var fields: [MergeField] = []
        for node in nodes {
            let source = Int(node.source.lowerBound)..<Int(node.source.upperBound)
            let holder: (text: ArraySlice<UInt8>, end: Int)
            switch node.kind {
            case .text: holder = (self.bytes(node.literal), source.upperBound)
            // The text of a link comes before its address in the source, so the address is searched from the end. A bare address is its own text,
            // and its fields are found there.
            case .link where source.isEmpty || bytes[source.lowerBound] != UInt8(ascii: "["): continue
            case .link(let url, _), .image(let url, _): holder = (self.bytes(url), source.upperBound)
            default: continue
            }
            guard node.file == 0 else {
                // The bytes of an included file are not at hand, so the place of the whole text has to do.
                fields += braces(in: holder.text).map {
                    MergeField(name: name(in: holder.text[$0]), source: source, file: node.file)
                }
                continue
            }
            var from = source.lowerBound
            if node.kind != .text, let last = bytes[source].indices.last(where: { bytes[$0] == UInt8(ascii: "(") }) {
                from = last
            }
            for field in braces(in: holder.text) {
                let written = holder.text[field]
                let place = bytes.firstRange(of: written, in: from..<holder.end) ?? source
                from = place.upperBound
                fields.append(MergeField(name: name(in: written), source: place, file: 0))
            }
        }
        return fields
    }

    /// The texts and code with `{{` that is not a merge field: because it is in code, or because markup or the end of
    /// a line cuts it.
    package var unfilledBraces: [NodeID] {
        nodes.indices.compactMap { index in
            let text = bytes(nodes[index].literal)
            let opening = zip(text, text.dropFirst()).count { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "{") }
            guard opening > 0 else { return nil }
            let filled = nodes[index].kind == .text ? braces(in: text).count : 0
            return opening > filled ? NodeID(index) : nil
        }
    }

    /// This document with its merge fields replaced by values. A value becomes text or a percent-encoded part of an
    /// address, never markup. A field without a value stays as it is.
    package func filling(_ values: [String: String]) -> Document {
        var result = self
        result.facts = nil
        for index in nodes.indices {
            switch nodes[index].kind {
            case .text:
                result.nodes[index].literal = result.filled(nodes[index].literal, values) { Array($0.utf8) }
            case .link(let url, let title):
                let url = result.filled(url, values, encode: encodedForAddress)
                result.nodes[index].kind = .link(url: url, title: title)
            case .image(let url, let title):
                let url = result.filled(url, values, encode: encodedForAddress)
                result.nodes[index].kind = .image(url: url, title: title)
            default: break
            }
        }
        return result
    }

    private mutating func filled(
        _ span: Span, _ values: [String: String], encode: (String) -> [UInt8]
    ) -> Span {
        let text = Array(bytes(span))
        guard !braces(in: text[...]).isEmpty else { return span }
        return store(PlaybookMarkup.filled(text, with: values, encode: encode))
    }
}

/// A value as part of an address: all characters but RFC 3986's unreserved ones are percent-encoded.
func encodedForAddress(_ text: String) -> [UInt8] {
    Array(percentEncoded(text.utf8, keeping: isUnreservedInAddresses).utf8)
}

extension [UInt8] {
    func firstRange(of needle: ArraySlice<UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard let first = needle.first, range.count >= needle.count else { return nil }
        for start in range.lowerBound...(range.upperBound - needle.count)
        where self[start] == first && self[start..<(start + needle.count)].elementsEqual(needle) {
            return start..<(start + needle.count)
        }
        return nil
    }
}
