extension Array {
    /// The same elements without spare capacity, for arrays that are kept by the thousand and do not grow.
    @inlinable package var fitted: [Element] { withUnsafeBufferPointer { Array($0) } }
}
