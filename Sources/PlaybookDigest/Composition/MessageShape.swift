import PlaybookTemplates

extension Message {
    /// What the templates of a message can show (docs/templates.md).
    static let shape: TemplateShape = {
        typealias Shape = TemplateShape
        let name = Shape.object(Shape.values("name"))
        let kpi = Shape.values(
            "title", "value", "change", "target", "trend", "state", "off_target", "on_target", "blank")
        let item =
            Shape.values("number", "title", "reason", "body", "source", "useful_url", "not_for_us_url") + [
                "action": .object(Shape.values("label", "url")), "event": .object(Shape.values("date", "place")),
            ]
        let answers = Shape.list(Shape.values("text", "url", "is_last"))
        let words = Shape.values(
            "addressed", "your_kpis", "asked_heading", "when", "where", "calendar_file", "reply", "useful",
            "not_for_us", "or", "replies", "to_stop", "unsubscribe", "manager")
        return .object(
            Shape.values(
                "language", "dir", "subject", "preheader", "month", "has_kpis", "has_asked", "questions_heading", "why",
                "stop_url", "reply_to") + [
                    "account": name, "contact": name, "company": .object(Shape.values("name", "postal_address")),
                    "kpis": .list(kpi), "kpi_rows": .list(["cells": .list(kpi)]),
                    "asked": .list(Shape.values("quote", "date", "title", "answer_below")), "items": .list(item),
                    "questions": .list(Shape.values("text") + ["answers": answers]), "words": .object(words),
                    "manager": .object(Shape.values("name", "email")),
                ])
    }()
}
