import PlaybookSite

/// A part of a run that takes time, in words that continue "playbook is …".
package enum Step: String, Sendable, Hashable {
    case readingContent = "reading content"
    case checkingContent = "checking content"
    case readingTemplates = "reading templates"
    case readingHistory = "reading the history"
    case makingMessages = "making messages"
    case takingOver = "taking over the last site"
    case planningSite = "planning the site"
    case makingPages = "making pages"
    case makingPrintPages = "making print pages"
    case makingFeeds = "making feeds and sources"
    case makingSearch = "making the search"
    case puttingInPlace = "putting in place"

    init(_ step: SiteStep) {
        switch step {
        case .plan: self = .planningSite
        case .pages: self = .makingPages
        case .print: self = .makingPrintPages
        case .feeds: self = .makingFeeds
        case .search: self = .makingSearch
        }
    }

    /// The unit in which its progress is counted, in the plural.
    package var unit: String {
        switch self {
        case .makingMessages: "accounts"
        case .makingPages, .makingPrintPages: "pages"
        default: "files"
        }
    }
}

/// The time that a step took, and how much it read or wrote.
package struct StepTiming: Sendable, Hashable {
    package let step: Step
    package internal(set) var wall = Duration.zero
    /// The processor time of all cores together.
    package internal(set) var processor = Duration.zero
    package internal(set) var files = 0
    package internal(set) var bytes = 0

    init(_ step: Step) { self.step = step }
}

/// The progress of a step.
package struct StepProgress: Sendable, Hashable {
    package let step: Step
    package internal(set) var done = 0
    /// The number of units to do; nil if it is not known.
    package let expected: Int?
}

/// The functions that read the time. The code that runs a project passes them in.
package struct Clocks: Sendable {
    /// The time since an arbitrary fixed moment.
    let wall: @Sendable () -> Duration
    /// The processor time of the run so far, on all cores, including the programs that it ran.
    let processor: @Sendable () -> Duration

    package init(wall: @escaping @Sendable () -> Duration, processor: @escaping @Sendable () -> Duration) {
        self.wall = wall
        self.processor = processor
    }

    /// Clocks that do not move, for runs whose time is not needed.
    package static var stopped: Clocks { Clocks(wall: { .zero }, processor: { .zero }) }
}
