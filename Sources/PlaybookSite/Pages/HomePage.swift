import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension PageBuilder {
    /// The most lines of a list on the home page. The whole list has a page of its own.
    private static let homeLimit = 8

    /// The contents of the home page, which are what colleagues need first: customers that are due or lack something, recent changes, and overdue
    /// reviews.
    func homeRecord() -> HomeRecord {
        HomeRecord(
            month: plan.map { "\($0.month.englishName) \($0.month.year)" }, accounts: accountsOfTheMonth(),
            allAccounts: address(from: "", toPage: shelves.folder(.accounts)),
            changed: changedPages().prefix(Self.homeLimit).map { page, change in
                NotedLinkRecord(link: link(to: page), note: change.note)
            },
            overdue: overduePages().prefix(Self.homeLimit).map { page, date in
                NotedLinkRecord(link: link(to: page), note: "since \(longDate(date))")
            })
    }

    private func link(to page: SiteTree.Page) -> LinkRecord {
        LinkRecord(title: page.title, href: address(from: "", toPage: page.folder))
    }

    /// Accounts with a withheld message come first, because colleagues can do something about it. Otherwise they are
    /// sorted by their next slot.
    private func accountsOfTheMonth() -> [HomeRecord.DueAccount] {
        guard library.configuration.site.accounts, let plan else { return [] }
        let known = library.accounts.compactMap { account in plan.accounts[account.id].map { (account, $0) } }
        let rows = known.map { account, month in
            (account: account, month: month, ready: month.count("ready"), withheld: month.count("withheld"))
        }
        let sorted = rows.sorted { left, right in
            if (left.withheld > 0) != (right.withheld > 0) { return left.withheld > 0 }
            let (one, other) = (left.month.next ?? .distantFuture, right.month.next ?? .distantFuture)
            if one != other { return one < other }
            return left.account.id.precedes(right.account.id)
        }
        return sorted.prefix(Self.homeLimit).map { row in
            HomeRecord.DueAccount(
                link: LinkRecord(
                    title: row.account.name,
                    href: address(from: "", toPage: shelves.folder(.accounts, row.account.id))),
                status: row.month.status, next: row.month.next.map(shortDate), ready: row.ready,
                withheld: row.withheld, note: row.month.note)
        }
    }

    /// The pages that Git has a last change for, the newest change first; empty without a history.
    func changedPages() -> [(page: SiteTree.Page, change: LastChange)] {
        tree.pages.compactMap { page in
            guard let chapter = page.chapter, !page.isHidden, let change = changes[chapter.path] else { return nil }
            return (page, change)
        }.sorted { left, right in
            left.change.seconds != right.change.seconds
                ? left.change.seconds > right.change.seconds : left.page.folder.precedes(right.page.folder)
        }
    }

    /// The pages whose review date has passed, the longest overdue first.
    private func overduePages() -> [(page: SiteTree.Page, date: CalendarDate)] {
        tree.pages.compactMap { page in
            guard let date = page.chapter?.frontMatter.reviewBy, !page.isHidden, date < asOf else { return nil }
            return (page, date)
        }.sorted { $0.date != $1.date ? $0.date < $1.date : $0.page.folder.precedes($1.page.folder) }
    }
}

extension CalendarDate {
    /// The date for an account that is not due on any day, so that it comes last.
    fileprivate static let distantFuture = CalendarDate(days: .max)
}

extension LastChange {
    /// `12 November 2026, Priya Raman`.
    var note: String { (day.map(longDate).map { $0 + ", " } ?? "") + author }
}

extension MonthPlan.Account {
    fileprivate func count(_ status: String) -> Int { contacts.count { $0.status == status } }

    /// The numbers of late and missed messages, and a remark if no contact may be written to, because such an account
    /// must not seem to be in order. Nil if there is nothing to report.
    fileprivate var note: String? {
        let late = contacts.count { if case .late? = $0.timing { true } else { false } }
        let missed = contacts.count { if case .missed? = $0.timing { true } else { false } }
        var parts = [(late, "late"), (missed, "missed")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !contacts.isEmpty, contacts.allSatisfy({ $0.suppression != nil }) {
            parts.append("nobody can be written to: " + contacts.compactMap(\.suppression).joined(separator: ", "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
