extension Array where Element: Sendable {
    /// The results of `transform` for all elements, in order, computed on all cores.
    package func concurrentMap<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        // More chunks than cores, so that a chunk with large files does not keep the other cores waiting.
        let size = Swift.max(1, count / 64)
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: count, by: size) {
                let chunk = self[start..<Swift.min(start + size, count)]
                group.addTask { (start, chunk.map(transform)) }
            }
            var chunks: [(Int, [Result])] = []
            for await chunk in group { chunks.append(chunk) }
            return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    /// The results of `transform` for parts of the array, in order, computed on all cores. For work that can share something within a part.
    package func concurrentParts<Result: Sendable>(
        _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
    ) async -> [Result] {
        let size = Swift.max(1, (count + 63) / 64)
        let parts = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
        return await withTaskGroup(of: (Int, Result).self) { group in
            for (place, part) in parts.enumerated() { group.addTask { (place, transform(part)) } }
            var results: [(Int, Result)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
