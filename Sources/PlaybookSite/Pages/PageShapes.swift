import PlaybookTemplates

/// What the templates of the site can show (docs/templates.md).
extension TemplateShape {
    private static let person = object(values("name", "email"))
    private static let link = values("title", "href")
    private static let readings = list(values("month", "value"))

    private static let site = object(
        values(
            "title", "language", "company", "home", "search", "feed", "style", "script", "theme_script",
            "search_script",
            "icon", "style_integrity", "script_integrity", "theme_script_integrity", "search_script_integrity",
            "icon_integrity", "logo") + ["shelves": list(link)])

    private static let play = object(
        values("trigger", "talk_track", "measure") + ["steps": list(values("html")), "owner": person])

    private static let entry =
        link + values("description", "talk_track", "has_facts") + ["facts": list(values("text"))]

    private static let home = object(
        values("month", "has_accounts", "all_accounts", "has_changed", "has_overdue") + [
            "accounts": list(link + values("status", "next", "ready", "withheld", "is_short", "note")),
            "changed": list(link + values("note")), "overdue": list(link + values("note")),
        ])

    private static let message = object(
        values("subject", "href") + ["items": list(link + values("reason", "points"))])

    private static let month = object(
        values("title", "status", "slot", "next", "has_contacts") + [
            "contacts": list(values("name", "status", "why", "timing") + ["message": message])
        ])

    private static let account = object(
        values("has_kpis", "has_contacts", "has_products", "has_voices", "has_holds", "has_touches") + [
            "kpis": list(
                values(
                    "title", "value", "change", "target", "state", "off_target", "month", "chart", "has_readings")
                    + ["readings": readings]),
            "contacts": list(values("name", "email", "roles", "kpis", "status", "also")),
            "products": list(values("title", "version")), "voices": list(values("kind", "date", "contact", "body")),
            "holds": list(values("kind", "from", "until", "closed", "incident", "note") + ["owner": person]),
            "facts": list(values("name", "value")), "touches": list(values("date", "channel", "contact", "note")),
            "month": month,
        ])

    private static let snippet = object([
        "facts": list(values("name", "value")), "action": object(values("label", "url")),
        "use": object(
            values("month", "has_readers", "more", "has_others") + [
                "readers": list(values("account", "href", "contact", "reason")),
                "others": list(values("why", "count")),
            ]),
    ])

    /// Of `page.mustache`.
    static let page = object([
        "site": site, "nav": value,
        "page": object(
            values(
                "title", "title_id", "description", "is_home", "canonical", "body", "reading_minutes", "draft",
                "edit_url",
                "print_url", "stage", "has_roles", "has_kpis", "has_tags", "has_meta", "has_contents", "has_children",
                "has_backlinks") + [
                    "owner": person, "review": object(values("date", "past")), "changed": object(values("date", "by")),
                    "roles": list(link), "kpis": list(link), "tags": list(link), "play": play,
                    "breadcrumbs": list(entry),
                    "contents": list(link + ["children": list(link + values("children"))]), "previous": object(link),
                    "next": object(link),
                    "children": list(link + values("description")), "backlinks": list(link),
                    "groups": list(values("id", "title", "note") + ["entries": list(entry)]), "snippet": snippet,
                    "account": account, "home": home,
                ]),
    ])

    /// Of `print.mustache`.
    static let print = object([
        "site": site,
        "page": object(
            values("title", "date") + [
                "breadcrumbs": list(entry),
                "parts": list(values("id", "title", "title_id", "description", "body") + ["play": play]),
            ]),
    ])

    /// Of `nav-item.mustache`.
    static let navigationItem = object(values("title", "href", "current", "section", "open", "children"))
}
