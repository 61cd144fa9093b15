import PlaybookSite

/// A part of a run that takes time, in words that continue "playbook is …".
package enum Step: String, Sendable, Hashable {
    case readingContent = "reading content"
    case checkingContent = "checking content"
    case readingTemplates = "reading templates"
    case readingHistory = "reading the history"
    case makingMessages = "making messages"
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

    /// What its progress is counted in.
    package var unit: String {
        switch self {
        case .makingMessages: "accounts"
        case .makingPages, .makingPrintPages: "pages"
        default: "files"
        }
    }
}

/// What a step took, and what it read or wrote.
package struct StepTiming: Sendable, Hashable {
    package let step: Step
    package internal(set) var wall = Duration.zero
    /// Of all cores together.
    package internal(set) var processor = Duration.zero
    package internal(set) var files = 0
    package internal(set) var bytes = 0

    init(_ step: Step) { self.step = step }
}

/// How far a step is.
package struct StepProgress: Sendable, Hashable {
    package let step: Step
    package internal(set) var done = 0
    /// How much there is to do; nil where that is not known.
    package let expected: Int?
}

/// How the time is read. Whoever runs a project passes the clocks in.
package struct Clocks: Sendable {
    /// The time since some moment.
    let wall: @Sendable () -> Duration
    /// The processor time of the run so far, on all cores, with that of the programs that it ran.
    let processor: @Sendable () -> Duration

    package init(wall: @escaping @Sendable () -> Duration, processor: @escaping @Sendable () -> Duration) {
        self.wall = wall
        self.processor = processor
    }

    /// For runs whose time nobody asks for.
    package static var stopped: Clocks { Clocks(wall: { .zero }, processor: { .zero }) }
}
