import PlaybookModel

extension Digests {
    /// What `build` says about a month besides the number of messages: who gets none and why, and what is late. Whole lines.
    package var summary: String {
        let contacts = accounts.flatMap(\.selection.contacts)
        var text = ""
        let others = counts.filter { $0.status != .ready && $0.contacts > 0 }.map { status, count in
            status == .suppressed ? "\(count) suppressed (\(suppressionCounts(contacts)))" : "\(count) \(status.title)"
        }
        if !others.isEmpty { text += "No message: \(others.joined(separator: ", "))\n" }
        let late = timingCounts(contacts.filter { $0.status == .ready })
        if late.late > 0 {
            let messages = late.late == 1 ? "1 message is past its slot" : "\(late.late) messages are past their slot"
            text += "Late: \(messages) and can still go out\n"
        }
        if late.missed > 0 {
            let messages = late.missed == 1 ? "1 message is" : "\(late.missed) messages are"
            text += "Missed: \(messages) too late to go out\n"
        }
        return text
    }
}

/// `2 unsubscribed, 1 left`.
func suppressionCounts(_ contacts: [ContactSelection]) -> String {
    Suppression.Reason.allCases.compactMap { reason in
        let count = contacts.count { $0.suppression?.reason == reason }
        return count == 0 ? nil : "\(count) \(reason.rawValue)"
    }.joined(separator: ", ")
}

func timingCounts(_ contacts: [ContactSelection]) -> (late: Int, missed: Int) {
    (contacts.count { $0.timing == .late }, contacts.count { $0.timing == .missed })
}
