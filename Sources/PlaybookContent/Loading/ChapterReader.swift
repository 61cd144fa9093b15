import PlaybookCore
import PlaybookModel

extension ChapterFrontMatter {
    init(_ yaml: YAMLNode?) {
        self.init()
        guard let yaml else { return }
        title = yaml["title"]?.someText
        navTitle = yaml["nav_title"]?.someText
        description = yaml["description"]?.someText
        path = yaml["path"]?.scalar
        order = yaml["order"]?.integer
        owner = yaml["owner"]?.scalar
        reviewBy = yaml["review_by"]?.date
        stage = yaml["stage"]?.scalar
        roles = yaml["roles"]?.texts ?? []
        kpis = yaml["kpis"]?.texts ?? []
        tags = yaml["tags"]?.texts ?? []
        draft = yaml["draft"]?.boolean ?? false
        aliases = yaml["aliases"]?.texts ?? []
        hidden = yaml["hidden"]?.boolean ?? false
        play = yaml["play"].flatMap(Play.init)
    }
}

extension Play {
    fileprivate init?(_ yaml: YAMLNode) {
        guard let trigger = yaml["trigger"]?.scalar, let steps = yaml["steps"]?.texts else { return nil }
        self.init(
            trigger: trigger, steps: steps, owner: yaml["owner"]?.scalar, talkTrack: yaml["talk_track"]?.scalar,
            measure: yaml["measure"]?.scalar)
    }
}

extension YAMLNode {
    /// The text of a scalar; nil if it is blank.
    fileprivate var someText: String? { scalar.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
}
