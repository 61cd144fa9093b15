import PlaybookCore
import PlaybookModel

/// The settings in `playbook.yml`, and the findings about them.
///
/// - Parameters:
///   - assets: the names of files that it can refer to.
///   - registry: the rules that `rules:` can name.
package func readConfiguration(
    _ file: SourceFile, assets: Set<String> = [], _ registry: RuleRegistry
) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    var record = RecordFile(yaml: ParsedFile(yaml: file), shape: .configuration, known: KnownIDs())
    var configuration = Configuration()
    guard let yaml = record.yaml else { return (configuration, record.diagnostics) }
    configuration.site = site(yaml["site"])
    if let light = yaml["site"]?["accent"]?["light"], let dark = yaml["site"]?["accent"]?["dark"] {
        configuration.site.accentPlaces = (file.place(light.source), file.place(dark.source))
    }
    if let logo = configuration.site.logo, !assets.contains(logo) {
        let near = Diagnostic.help(
            didYouMean: nearest(to: logo, among: assets.filter(ContentPart.assets.contains)))
        record.report(.invalidValue, "there is no picture `\(logo)`", at: yaml["site"]?["logo"], help: near)
    }
    for entry in yaml["site"]?["params"]?.entries ?? [] where entry.key.utf8.contains(UInt8(ascii: ".")) {
        record.report(
            .invalidValue, "templates cannot use `\(entry.key)`, because a dot separates two names", at: entry.value,
            help: "use a hyphen or an underscore in its place")
    }
    configuration.company = yaml["company"].flatMap(company)
    set(&configuration.timeZone, yaml["time_zone"]?.scalar)
    configuration.calendar = BusinessCalendar(holidays: Set((yaml["holidays"]?.items ?? []).compactMap(\.date)))
    for entry in yaml["people"]?.entries ?? [] {
        guard let name = entry.value["name"]?.scalar else { continue }
        configuration.people[entry.key] = Person(name: name, email: entry.value["email"]?.scalar)
    }
    configuration.roles = vocabulary(yaml["roles"])
    configuration.industries = vocabulary(yaml["industries"])
    configuration.products = vocabulary(yaml["products"])
    configuration.stages = yaml["stages"]?.texts ?? []
    configuration.kpis = (yaml["kpis"]?.entries ?? []).compactMap { entry in
        guard let title = entry.value["title"]?.scalar, let unit = entry.value["unit"]?.scalar,
            let better = entry.value["better"]?.choice(KPI.Direction.self)
        else { return nil }
        return KPI(id: entry.key, title: title, unit: unit, better: better, words: entry.value["words"]?.texts ?? [])
    }
    if let languages = yaml["languages"] {
        record.diagnostics += unknownIDs(in: languages, of: configuration, file)
        configuration.titles = languages.entries.reduce(into: [:]) { $0[$1.key] = titles($1.value) }
    }
    for entry in yaml["require"]?.entries ?? [] { configuration.required[entry.key] = entry.value.texts }
    if let crm = yaml["crm"] {
        let result = readCRM(crm, of: configuration, file)
        configuration.crm = result.export
        record.diagnostics += result.diagnostics
    }
    if let digest = yaml["digest"] { configuration.digest = digestRules(digest) }
    if let text = yaml["customer_text"] { configuration.customerText = customerTextRules(text) }
    for entry in yaml["rules"]?.entries ?? [] {
        guard let severity = entry.value.choice(Severity.self) else { continue }
        record.diagnostics += checkSetting(entry, severity, in: file, registry)
        configuration.rules.set(entry.key, to: severity)
    }
    return (configuration, record.diagnostics)
}

/// The findings about unknown roles and KPIs among the titles in other languages.
private func unknownIDs(
    in languages: YAMLNode, of configuration: Configuration, _ file: SourceFile
) -> [Diagnostic] {
    var known = KnownIDs()
    known[.role] = Set(configuration.roles.ids)
    known[.kpi] = Set(configuration.kpis.map(\.id))
    var check = ShapeCheck(file: file, known: known)
    check.check(languages, .languages(roles: .reference(.role), kpis: .reference(.kpi)), key: "languages")
    return check.diagnostics.filter { $0.rule == Rule.unknown(.role) || $0.rule == Rule.unknown(.kpi) }
}

private func titles(_ yaml: YAMLNode) -> Configuration.Titles {
    var titles = Configuration.Titles()
    for entry in yaml["roles"]?.entries ?? [] { titles.roles[entry.key] = entry.value.scalar }
    for entry in yaml["kpis"]?.entries ?? [] {
        titles.kpiTitles[entry.key] = entry.value["title"]?.scalar
        titles.kpiUnits[entry.key] = entry.value["unit"]?.scalar
    }
    return titles
}

private func site(_ yaml: YAMLNode?) -> Configuration.Site {
    var site = Configuration.Site()
    set(&site.title, yaml?["title"]?.scalar)
    site.baseURL = yaml?["base_url"]?.scalar.map { $0.endsWithBytes(of: "/") ? $0 : $0 + "/" }
    set(&site.language, yaml?["language"]?.scalar)
    site.editURL = yaml?["edit_url"]?.scalar.map { $0.endsWithBytes(of: "/") ? $0 : $0 + "/" }
    site.logo = yaml?["logo"]?.scalar.map { ContentPart.assets.name(of: ContentPart.assets.path(of: $0) ?? $0) }
    if let light = yaml?["accent"]?["light"]?.scalar, let dark = yaml?["accent"]?["dark"]?.scalar {
        site.accent = (light, dark)
    }
    set(&site.rawHTML, yaml?["raw_html"]?.boolean)
    set(&site.accounts, yaml?["accounts"]?.boolean)
    for entry in yaml?["params"]?.entries ?? [] { site.params[entry.key] = entry.value.scalar }
    return site
}

private func company(_ yaml: YAMLNode) -> Configuration.Company? {
    guard let name = yaml["name"]?.scalar, let address = yaml["postal_address"]?.scalar,
        let from = yaml["from"], let fromName = from["name"]?.scalar, let fromEmail = from["email"]?.scalar,
        let replyTo = yaml["reply_to"]?.scalar, let domain = yaml["message_id_domain"]?.scalar,
        let unsubscribe = yaml["unsubscribe"]?["mailto"]?.scalar
    else { return nil }
    return Configuration.Company(
        name: name, postalAddress: address, from: Mailbox(name: fromName, email: fromEmail), replyTo: replyTo,
        messageIDDomain: domain,
        unsubscribe: Configuration.Unsubscribe(mailto: unsubscribe, https: yaml["unsubscribe"]?["https"]?.scalar))
}

private func vocabulary(_ yaml: YAMLNode?) -> Vocabulary {
    Vocabulary((yaml?.entries ?? []).map { (id: $0.key, title: $0.value.scalar ?? $0.key) })
}

private func customerTextRules(_ yaml: YAMLNode) -> CustomerTextRules {
    var rules = CustomerTextRules()
    rules.fillerPhrases = yaml["filler_phrases"]?.texts ?? []
    rules.allowedPhrases = yaml["allowed_phrases"]?.texts ?? []
    rules.internalHosts = yaml["internal_hosts"]?.texts ?? []
    set(&rules.longestSnippet, yaml["longest_snippet"]?.integer)
    return rules
}

private func digestRules(_ yaml: YAMLNode) -> DigestRules {
    var rules = DigestRules()
    set(&rules.businessDay, yaml["business_day"]?.integer)
    set(&rules.hour, yaml["hour"]?.integer)
    set(&rules.maxItems, yaml["max_items"]?.integer)
    set(&rules.perKind, yaml["per_kind"]?.integer)
    set(&rules.gate.items, yaml["gate"]?["items"]?.integer)
    set(&rules.gate.kpiItems, yaml["gate"]?["kpi_items"]?.integer)
    set(&rules.gate.points, yaml["gate"]?["points"]?.integer)
    let points = yaml["points"]
    set(&rules.points.namesAccount, points?["names_account"]?.integer)
    set(&rules.points.answersRequest, points?["answers_request"]?.integer)
    set(&rules.points.kpiMatch, points?["kpi_match"]?.integer)
    set(&rules.points.worth, points?["worth"]?.integer)
    set(&rules.points.kpiOffTarget, points?["kpi_off_target"]?.integer)
    set(&rules.points.productMatch, points?["product_match"]?.integer)
    set(&rules.points.eventSoon, points?["event_soon"]?.integer)
    set(&rules.points.primaryRole, points?["primary_role"]?.integer)
    set(&rules.points.freshness, points?["freshness"]?.integer)
    set(&rules.points.recentTopic, points?["recent_topic"]?.integer)
    set(&rules.points.notForUs, points?["not_for_us"]?.integer)
    set(&rules.eventSoonDays, yaml["event_soon_days"]?.integer)
    set(&rules.caps.contactDays, yaml["caps"]?["contact_days"]?.integer)
    set(&rules.caps.accountTouches, yaml["caps"]?["account_touches"]?.integer)
    set(&rules.caps.accountDays, yaml["caps"]?["account_days"]?.integer)
    set(&rules.catchUpDays, yaml["catch_up_days"]?.integer)
    set(&rules.coolingBusinessDays, yaml["cooling_business_days"]?.integer)
    set(&rules.staleMonths, yaml["stale_months"]?.integer)
    set(&rules.survey.questions, yaml["survey"]?["questions"]?.integer)
    set(&rules.survey.days, yaml["survey"]?["days"]?.integer)
    return rules
}
