import CCMark

/// The text that `&name;` or `&#number;` stands for; nil if libcmark knows no such entity. libcmark parses the reference, because its table of
/// HTML's 2,125 names is not public. Entities are rare enough for that.
func entityText(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    // Otherwise `&~&amp;` would count as one entity, but give two more bytes.
    guard reference.dropFirst().dropLast().allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "#") }) else {
        return nil
    }
    let text: [UInt8]? = reference.withUnsafeBufferPointer { buffer in
        guard let tree = CMarkTree(parsing: buffer) else { return nil }
        var text: [UInt8]?
        tree.forEachStep { node, _ in
            guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else {
                return
            }
            text = Array(UnsafeBufferPointer(terminatedBy: literal))
        }
        return text
    }
    return text.flatMap { $0.elementsEqual(reference) ? nil : $0 }
}
