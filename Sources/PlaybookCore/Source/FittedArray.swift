extension Array {
    /// The same elements without room for more: for what is kept, thousands of times, and does not grow.
    @inlinable package var fitted: [Element] { withUnsafeBufferPointer { Array($0) } }
}
