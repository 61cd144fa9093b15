import PlaybookCore

/// Where the files of a message are, below the folder of the month and without their endings: a folder for each account, a name for each contact.
func messagePath(to email: String, at account: String) -> String { "\(safeName(account))/\(safeName(email))" }
