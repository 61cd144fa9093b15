"""A small library with every text of every kind of file, and a hostile value in each text.

Each value is in one `Field`, which has the file that contains it, and a name. The library is written with the value of a payload in all
fields except those that are plain.
"""

import json

# Each text field, with its plain value. `file` is where a finding about it must be.
PLAIN = {
    "site.title": ("playbook.yml", "The Handbook"),
    "site.base_url": ("playbook.yml", "https://playbook.helios.example/"),
    "site.edit_url": ("playbook.yml", "https://git.helios.example/edit/"),
    "site.language": ("playbook.yml", "en"),
    "company.name": ("playbook.yml", "Helios Controls"),
    "company.postal_address": ("playbook.yml", "Werkstrasse 12, Stuttgart"),
    "company.from.name": ("playbook.yml", "Helios Digest"),
    "company.from.email": ("playbook.yml", "digest@helios.example"),
    "company.unsubscribe": ("playbook.yml", "https://helios.example/stop"),
    "person": ("playbook.yml", "Priya Raman"),
    "person.email": ("playbook.yml", "priya@helios.example"),
    "role": ("playbook.yml", "Maintenance"),
    "industry": ("playbook.yml", "Food"),
    "product": ("playbook.yml", "Edge Gateway"),
    "kpi.title": ("playbook.yml", "Equipment effectiveness"),
    "kpi.unit": ("playbook.yml", "points"),
    "kpi.word": ("playbook.yml", "effectiveness"),
    "german.role": ("playbook.yml", "Wartung"),
    "german.kpi": ("playbook.yml", "Anlagenwirkungsgrad"),
    "german.unit": ("playbook.yml", "Punkte"),
    "crm.column": ("playbook.yml", "Full Name"),
    "chapter.title": ("chapters/one.md", "One thing"),
    "chapter.description": ("chapters/one.md", "What the thing is"),
    "chapter.nav_title": ("chapters/one.md", "One in short"),
    "chapter.path": ("chapters/play.md", "own/address"),
    "chapter.tag": ("chapters/one.md", "topic"),
    "chapter.heading": ("chapters/two.md", "Two things"),
    "chapter.inner-heading": ("chapters/two.md", "Second heading"),
    "chapter.text": ("chapters/two.md", "Some text"),
    "chapter.alias": ("chapters/one.md", "old thing"),
    "play.trigger": ("chapters/play.md", "A call comes in"),
    "play.step": ("chapters/play.md", "Call back"),
    "play.talk_track": ("chapters/play.md", "We heard you"),
    "play.measure": ("chapters/play.md", "Calls answered"),
    "snippet.title": ("snippets/news.md", "News of the gateway"),
    "snippet.summary": ("snippets/news.md", "The gateway waits longer"),
    "snippet.action": ("snippets/news.md", "Book the upgrade"),
    "snippet.url": ("snippets/news.md", "https://helios.example/up"),
    "snippet.source": ("snippets/news.md", "Trial of October"),
    "snippet.text": ("snippets/news.md", "You wait less"),
    "event.title": ("snippets/event.md", "See it at the fair"),
    "event.summary": ("snippets/event.md", "One day in the hall"),
    "event.place": ("snippets/event.md", "Hall A"),
    "event.url": ("snippets/event.md", "https://helios.example/fair"),
    "event.action": ("snippets/event.md", "Register"),
    "regional.region": ("snippets/regional.md", "Tirol"),
    "account.name": ("accounts/alpha.yml", "Alpha Foods"),
    "german.language": ("accounts/beta.yml", "de"),
    "account.region": ("accounts/alpha.yml", "Wien"),
    "contact.name": ("accounts/alpha.yml", "Ana Silva"),
    "contact.email": ("accounts/alpha.yml", "ana@alpha.example"),
    "contact.second": ("accounts/alpha.yml", "Jonas Weber"),
    "german.account": ("accounts/beta.yml", "Beta Werke"),
    "german.contact": ("accounts/beta.yml", "Uwe Baumann"),
    "hold.note": ("accounts/gamma.yml", "Talks go on"),
    "hold.incident": ("accounts/gamma.yml", "INC 1"),
    "voice.text": ("voice/asked.md", "Can it wait longer"),
    "touch.note": ("touches/2026.csv", "Called about the line"),
    "crm.name": ("accounts/export.csv", "Delta Works"),
    "crm.contact": ("accounts/export.csv", "Dora Klein"),
    "crm.region": ("accounts/export.csv", "Graz"),
    "asset": ("assets/", "picture one"),
    "file": ("chapters/", "three things"),
    "author": (None, "Kim Author"),
}

# Characters that are markup in Markdown anywhere; a backslash before one makes it text.
PUNCTUATION = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def field_value(name, payload, plain):
    text = PLAIN[name][1]
    # An address has no blanks; that distinguishes it from words.
    more = payload.replace(" ", "") if text.startswith("https:") or "@" in text else payload
    if name in plain:
        return text
    # The text before the sign may have more letters than a domain.
    return text.replace("@", more + "@") if "@" in text else text + more


def yaml(text):
    """A text in double quotes, because JSON's pairs of surrogates are not YAML."""
    return '"' + "".join(f"\\U{ord(letter):08X}" if ord(letter) > 0xFFFF else json.dumps(letter)[1:-1] for letter in text) + '"'


def markdown(text):
    """A text in one paragraph of Markdown, in which line breaks do not belong to the text."""
    text = text.replace("\r", " ").replace("\n", " ")
    return "".join("\\" + letter if letter in PUNCTUATION else letter for letter in text)


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def front(pairs):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in pairs) + "---\n\n"


def file_name(text):
    """A name that the file system can hold, with one part and without a dot at its start."""
    return text.replace("/", "").replace("\0", "")


def files(payload, plain):
    """The files of the library by their paths."""
    def v(name):
        return field_value(name, payload, plain)

    def y(name):
        return yaml(v(name))

    made = {}
    made["playbook.yml"] = f"""format: 1
site:
  title: {y("site.title")}
  language: {y("site.language")}
  base_url: {y("site.base_url")}
  edit_url: {y("site.edit_url")}
company:
  name: {y("company.name")}
  postal_address: {y("company.postal_address")}
  from:
    name: {y("company.from.name")}
    email: {y("company.from.email")}
  reply_to: voice@helios.example
  message_id_domain: helios.example
  unsubscribe:
    mailto: stop@helios.example
    https: {y("company.unsubscribe")}
people:
  priya:
    name: {y("person")}
    email: {y("person.email")}
roles:
  maintenance: {y("role")}
industries:
  food: {y("industry")}
products:
  gateway: {y("product")}
stages: [adopt]
kpis:
  oee:
    title: {y("kpi.title")}
    unit: {y("kpi.unit")}
    better: higher
    words: [{y("kpi.word")}]
languages:
  de:
    roles:
      maintenance: {y("german.role")}
    kpis:
      oee:
        title: {y("german.kpi")}
        unit: {y("german.unit")}
crm:
  columns:
    id: Id
    name: Name
    region: Region
    contact_name: {y("crm.column")}
    contact_email: Mail
    contact_roles: Function
digest:
  gate: {{items: 1, kpi_items: 0, points: 0}}
  max_items: 8
  per_kind: 8
  survey: {{questions: 2}}
"""
    alias = "/".join(part for part in v("chapter.alias").split("/") if part not in ("", ".", ".."))
    made["chapters/index.md"] = "# Home\n\n[one](one.md), [two](two.md), [play](play.md).\n\n![A picture](../assets/a.svg)\n"
    made["chapters/one.md"] = front([
        ("title", y("chapter.title")), ("nav_title", y("chapter.nav_title")), ("description", y("chapter.description")), ("tags", f'[{y("chapter.tag")}]'),
        ("aliases", f"[{yaml(alias)}]"), ("owner", "priya"), ("kpis", "[oee]"), ("roles", "[maintenance]"),
    ]) + "Text.\n"
    made["chapters/two.md"] = (
        f'# {markdown(v("chapter.heading"))}\n\n{markdown(v("chapter.text"))}\n\n## {markdown(v("chapter.inner-heading"))}\n\nText.\n')
    made["chapters/play.md"] = front([
        ("title", "A play"), ("path", y("chapter.path")), ("play", ""), ("  trigger", y("play.trigger")), ("  steps", f'[{yaml(markdown(v("play.step")))}]'),
        ("  talk_track", y("play.talk_track")), ("  measure", y("play.measure")), ("  owner", "priya"),
    ]) + "Text.\n"
    made[f'chapters/{file_name(v("file"))}.md'] = "Text without a heading.\n"
    made["snippets/news.md"] = front([
        ("title", y("snippet.title")), ("summary", y("snippet.summary")), ("kind", "update"), ("kpis", "[oee]"),
        ("roles", "[maintenance]"), ("action", ""), ("  label", y("snippet.action")),
        ("  url", y("snippet.url")), ("publish", "2026-10-01"), ("owner", "priya"), ("answers", "[asked]"),
        ("evidence", ""), ("  source", y("snippet.source")),
    ]) + (f'{markdown(v("snippet.text"))}. You see it in your {{{{kpi.oee.latest}}}}.\n\nFor {{{{account.name}}}}, {{{{contact.name}}}}.\n'
          "\n> [!NOTE]\n> You can wait.\n")
    made["snippets/event.md"] = front([
        ("title", y("event.title")), ("summary", y("event.summary")), ("kind", "event"), ("kpis", "[oee]"),
        ("roles", "[maintenance]"), ("action", ""), ("  label", y("event.action")),
        ("  url", y("event.url")), ("publish", "2026-10-01"), ("owner", "priya"),
        ("event", ""), ("  date", "2026-11-20"), ("  place", y("event.place")),
    ]) + "You see it run.\n"
    made["snippets/regional.md"] = front([
        ("title", "For one region"), ("summary", "Only there"), ("kind", "update"), ("kpis", "[oee]"),
        ("roles", "[maintenance]"), ("action", '{label: Read, url: "https://helios.example/r"}'),
        ("publish", "2026-10-01"), ("owner", "priya"), ("regions", f'[{y("regional.region")}]'),
    ]) + "You get it there.\n"
    made["accounts/alpha.yml"] = f"""name: {y("account.name")}
region: {y("account.region")}
industry: food
owner: priya
products: {{gateway: "4.2"}}
kpis:
  oee: {{target: 85}}
contacts:
  - name: {y("contact.name")}
    email: {y("contact.email")}
    roles: [maintenance]
  - name: {y("contact.second")}
    email: jonas@alpha.example
    roles: [maintenance]
    kpis: [oee]
"""
    made["accounts/beta.yml"] = f"""name: {y("german.account")}
language: {y("german.language")}
owner: priya
kpis:
  oee: {{target: 85}}
contacts:
  - name: {y("german.contact")}
    email: uwe@beta.example
    roles: [maintenance]
"""
    made["accounts/gamma.yml"] = f"""name: Gamma
owner: priya
contacts:
  - {{name: Gert Gamma, email: gert@gamma.example, roles: [maintenance]}}
holds:
  - kind: commercial
    from: 2026-10-01
    owner: priya
    note: {y("hold.note")}
  - kind: escalation
    from: 2026-11-01
    owner: priya
    incident: {y("hold.incident")}
"""
    made["accounts/export.csv"] = f"""Id,Name,Region,{cell(v("crm.column"))},Mail,Function
delta,{cell(v("crm.name"))},{cell(v("crm.region"))},{cell(v("crm.contact"))},dora@delta.example,maintenance
"""
    made["voice/asked.md"] = front([
        ("account", "alpha"), ("date", "2026-10-12"), ("kind", "request"),
        ("state", "answered"), ("owner", "priya"),
    ]) + markdown(v("voice.text")) + "?\n"
    made["readings/2026.csv"] = "account,kpi,month,value\n" + "".join(
        f"{account},oee,2026-{month:02},{70 + month}\n" for account in ("alpha", "beta") for month in range(5, 11))
    made["touches/2026.csv"] = f'date,account,contact,channel,note\n2026-06-02,alpha,,call,{cell(v("touch.note"))}\n'
    made["assets/a.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    made[f'assets/{file_name(v("asset"))}.svg'] = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    return made


# The start of a line with a field whose plain value is also elsewhere in its file, or is cut in two.
STARTS = {
    "site.language": "  language:", "german.language": "language:", "company.from.email": '    email: "digest',
    "person.email": '    email: "priya', "contact.email": '    email: "ana',
}


def fields_at(made, plain):
    """The hostile fields by file and line, and by file."""
    by_line, by_file = {}, {}
    for name, (file, text) in PLAIN.items():
        if name in plain or file is None:
            continue
        paths = [path for path in made if path == file or file.endswith("/") and path.startswith(file + text)]
        for path in paths:
            by_file.setdefault(path, set()).add(name)
            for number, line in enumerate(made[path].split("\n"), 1):
                if line.startswith(STARTS[name]) if name in STARTS else text in line:
                    by_line.setdefault((path, number), set()).add(name)
    return by_line, by_file
