import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The voice record in a file that has passed the check of its shape; nil if the file has errors.
func readVoice(_ record: inout RecordFile, id: String) -> VoiceRecord? {
    guard record.isSound, let yaml = record.yaml, let account = yaml["account"]?.scalar, let date = yaml["date"]?.date,
        let kind = yaml["kind"]?.choice(VoiceRecord.Kind.self),
        let state = yaml["state"]?.choice(VoiceRecord.State.self)
    else { return nil }
    return VoiceRecord(
        id: id, account: account, contact: yaml["contact"]?.scalar, date: date, kind: kind,
        kpis: yaml["kpis"]?.texts ?? [], state: state, owner: yaml["owner"]?.scalar,
        body: CustomerDocument(cuttingInternalBlocksFrom: record.document))
}
