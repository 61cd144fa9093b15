// Search without a service. Its index lies in scripts that are added to the page when a query needs them, because pages that are read
// from a disk may load scripts, but may not fetch. site.js makes and opens the dialog, and loads this file for it.
"use strict";

(() => {
  const dialog = document.querySelector(".search-dialog");
  const input = dialog.querySelector("input");
  const status = dialog.querySelector(".search-status");
  const startFile = new URL(document.querySelector("button.search").dataset.index, document.baseURI);

  // ---- Files of the index ----

  let start;
  const loading = new Map();
  const loaded = new Set();
  const words = new Map(); // a word: its postings, as text until they are needed
  const lists = new Map(); // a length: all words of that length
  const pages = new Map(); // a file's number: its documents
  const shown = 8; // results at first; each comes with a file of its own

  globalThis.playbookSearch = {
    start: (value) => (start = value),
    words: (number, entries) => Object.entries(entries).forEach(([word, postings]) => words.set(word, postings)),
    list: (length, text) => lists.set(length, text.split(" ")),
    pages: (number, documents) => pages.set(number, documents),
  };

  // Five bits a letter, the lowest first; the sixth says that another follows (SearchIndex.swift).
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const digit = new Map([...digits].map((letter, value) => [letter, value]));

  function postingsOf(word) {
    const known = words.get(word);
    if (typeof known !== "string") return known;
    const numbers = [];
    let number = 0, factor = 1;
    for (const letter of known) {
      const value = digit.get(letter);
      number += (value & 31) * factor;
      factor *= 32;
      if (value < 32) {
        numbers.push(number);
        [number, factor] = [0, 1];
      }
    }
    words.set(word, numbers);
    return numbers;
  }

  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(name, startFile);
        script.onload = () => {
          loaded.add(name);
          resolve();
        };
        script.onerror = () => {
          loading.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  let run = 0; // the latest query: what an older one still waits for is not wanted any more
  let pause = Promise.resolve();

  // Files that are wanted only once the reader pauses: between two letters of a word they would be loaded for nothing.
  async function loadAfterPause(names, mine) {
    const missing = names.filter((name) => !loaded.has(name));
    if (missing.length === 0) return;
    await pause;
    if (mine !== run) throw new Superseded();
    await Promise.all(missing.map(load));
  }

  class Superseded extends Error {}

  // ---- Words, as the index has them (SearchWords.swift) ----

  function split(text) {
    const plain = text.normalize("NFKD").toLowerCase().replace(/['\u2019\u0300-\u036f]/g, "");
    return plain.match(/[\p{Alphabetic}\p{N}]{2,}/gu)?.map((word) => [...word].slice(0, 24).join("")) ?? [];
  }

  // The order of the index: that of the bytes of UTF-8, which JavaScript's own is but for rare letters.
  const bytes = new TextEncoder();
  function before(left, right) {
    const a = bytes.encode(left), b = bytes.encode(right);
    for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] < b[i];
    return a.length < b.length;
  }

  // The names of the files that can have words starting with this, the word itself in the first; of many, the first ones.
  function shards(prefix, most) {
    let first = 0, end = start.words.length;
    while (end - first > 1) {
      const middle = (first + end) >> 1;
      if (before(prefix, start.words[middle])) end = middle;
      else first = middle;
    }
    const names = [`w${first}.js`];
    while (names.length < most && start.words[first + names.length]?.startsWith(prefix)) names.push(`w${first + names.length}.js`);
    return names;
  }

  // Edits between two words, an exchange of neighbours counted as one, no further than a limit (Damerau 1964).
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let old = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, old[j - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return limit + 1;
      old = row;
      row = next;
    }
    return row[b.length];
  }

  // ---- Finding ----

  // The words of the index that a typed one can mean, each with what it counts: itself 1, a longer one less, a mistyped one least.
  // The last word may be unfinished; of the longer ones of the others, those nearby are enough.
  async function meanings(typed, isLast, mine) {
    await loadAfterPause(shards(typed, isLast ? 3 : 1), mine);
    const found = new Map();
    for (const word of words.keys()) {
      if (word === typed) found.set(word, 1);
      else if (word.startsWith(typed)) found.set(word, 0.35 + 0.4 * (typed.length / word.length));
    }
    if (found.size > 0 || typed.length < 4) return found;
    const limit = typed.length >= 8 ? 2 : 1;
    const near = start.lengths.filter((length) => Math.abs(length - Math.min(typed.length, 20)) <= limit);
    await loadAfterPause(near.map((length) => `v${length}.js`), mine);
    const candidates = near.flatMap((length) => lists.get(length))
      .map((word) => ({ word, edits: distance(typed, word, limit) }))
      .filter(({ edits }) => edits <= limit)
      .sort((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
      .slice(0, 8);
    await loadAfterPause(candidates.flatMap(({ word }) => shards(word, 1)), mine);
    for (const { word, edits } of candidates) found.set(word, edits === 1 ? 0.5 : 0.3);
    return found;
  }

  async function find(query, limit, mine) {
    const typed = [...new Set(split(query))].slice(0, 8);
    if (typed.length === 0) return { results: [], marks: [], total: 0 };
    if (!start) await load("start.js");
    const documents = new Map();
    const marks = new Set(typed);
    for (const [position, term] of typed.entries()) {
      const meant = await meanings(term, position === typed.length - 1, mine);
      for (const [word, weight] of meant) {
        const postings = postingsOf(word);
        if (!postings) continue;
        if (!word.startsWith(term)) marks.add(word);
        const rarity = Math.log(1 + start.pages / postings[0]);
        let number = 0;
        for (let i = 1; i < postings.length; i += 2) {
          number += postings[i];
          const place = postings[i + 1];
          const kind = (place >> 4) & 3, n = place & 15, part = place >> 6;
          const entry = documents.get(number) ?? { number, terms: [] };
          documents.set(number, entry);
          const term = (entry.terms[position] ??= { score: 0, title: 0, heading: new Map(), part: 0, best: 0 });
          const score = weight * rarity * (kind === 2 ? 12 : kind === 1 ? 5 : 1 + Math.log2(n));
          term.score = Math.max(term.score, score) + 0.05 * Math.min(term.score, score);
          if (kind === 2) term.title = Math.max(term.title, weight / n);
          if (kind === 1) term.heading.set(part, Math.max(term.heading.get(part) ?? 0, weight / n));
          if (kind !== 2 && score > term.best) [term.best, term.part] = [score, part];
        }
      }
    }
    const results = [];
    for (const entry of documents.values()) {
      const terms = entry.terms.filter(Boolean);
      let score = terms.reduce((sum, term) => sum + term.score, 0) * (terms.length / typed.length) ** 3;
      // All words of the title were typed: 1; of a heading: the one that comes nearest.
      const title = terms.reduce((sum, term) => sum + term.title, 0);
      const headings = new Map();
      for (const term of terms) for (const [part, share] of term.heading) headings.set(part, (headings.get(part) ?? 0) + share);
      const [part, heading] = [...headings].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
      if (title > 0.99 && terms.length === typed.length) score += 1000;
      else if (heading > 0.99 && terms.length === typed.length) score += 500;
      score += 40 * title + 15 * heading;
      const best = terms.reduce((a, b) => (b.best > a.best ? b : a));
      const target = title >= 0.5 ? 0 : heading > 0.3 ? part : best.part;
      results.push({ number: entry.number, score, part: target });
    }
    results.sort((a, b) => b.score - a.score || a.number - b.number);
    const top = results.slice(0, limit);
    await loadAfterPause([...new Set(top.map(({ number }) => `d${Math.floor(number / start.perFile)}.js`))], mine);
    return { results: top, marks: [...marks], total: results.length };
  }

  // ---- Showing ----

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", "Results");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-autocomplete", "list");
  const list = document.createElement("div");
  list.id = "Results";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  const more = Object.assign(document.createElement("button"), { type: "button", textContent: "Show more", className: "search-more", hidden: true });
  dialog.append(list, more);

  function marked(text, marks) {
    const fragment = document.createDocumentFragment();
    for (const piece of text.split(/([\p{Alphabetic}\p{N}'\u2019]+)/u)) {
      const [word] = split(piece);
      const isHit = word && marks.some((mark) => word.startsWith(mark));
      if (!isHit) fragment.append(piece);
      else fragment.append(Object.assign(document.createElement("mark"), { textContent: piece }));
    }
    return fragment;
  }

  // Some 160 letters around the first word that was found.
  function excerpt(text, marks) {
    const pieces = text.trim().split(/\s+/);
    const hit = Math.max(0, pieces.findIndex((piece) => split(piece).some((word) => marks.some((mark) => word.startsWith(mark)))));
    let from = Math.max(0, hit - 6), length = 0, to = from;
    while (to < pieces.length && length < 160) length += pieces[to++].length + 1;
    return (from > 0 ? "… " : "") + pieces.slice(from, to).join(" ") + (to < pieces.length ? " …" : "");
  }

  // The id of most headings is not in the index (SearchFiles.swift).
  function plainSlug(heading) {
    return heading.replace(/[^A-Za-z0-9_ -]/g, "").toLowerCase().replaceAll(" ", "-");
  }

  function option({ number, part }, index, marks) {
    const [address, title, crumbs, parts] = pages.get(Math.floor(number / start.perFile))[number % start.perFile];
    const [given, heading, text] = parts[part] ?? parts[0] ?? ["", ""];
    const id = given === 0 ? plainSlug(heading) : given;
    const link = document.createElement("a");
    link.href = new URL("../" + address + (id ? "#" + encodeURIComponent(id) : ""), startFile);
    link.id = `Result${index}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    name.className = "result-title";
    name.append(marked(title, marks));
    link.append(name);
    const place = [crumbs, heading].filter(Boolean).join(" / ");
    if (place) link.append(Object.assign(document.createElement("span"), { className: "result-place", textContent: place }));
    const body = text || parts[0]?.[2] || "";
    if (body) {
      const lines = document.createElement("span");
      lines.className = "result-text";
      lines.append(marked(excerpt(body, marks), marks));
      link.append(lines);
    }
    return link;
  }

  function select(index) {
    const options = [...list.children];
    options.forEach((each, place) => each.setAttribute("aria-selected", String(place === index)));
    if (!options[index]) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  let limit = shown;
  let entered; // Enter was pressed before the results of what is typed were there

  async function show() {
    const mine = ++run;
    const query = input.value;
    try {
      const { results, marks, total } = await find(query, limit, mine);
      if (mine !== run) return;
      list.replaceChildren(...results.map((result, index) => option(result, index, marks)));
      input.setAttribute("aria-expanded", String(results.length > 0));
      if (split(query).length === 0) status.textContent = "";
      else if (results.length === 0) status.textContent = `Nothing found for ${query}.`;
      else status.textContent = `${total} ${total === 1 ? "page" : "pages"}`;
      more.hidden = results.length === total;
      select(results.length > limit - shown ? limit - shown : 0);
      list.dataset.query = query;
      if (entered === query) list.firstElementChild?.click();
    } catch (error) {
      if (mine === run && !(error instanceof Superseded)) status.textContent = "The search index cannot be read.";
    }
  }

  function typed() {
    limit = shown;
    entered = undefined;
    pause = new Promise((resolve) => setTimeout(resolve, 150));
    show();
  }

  input.addEventListener("input", typed);
  input.addEventListener("keydown", (event) => {
    const options = [...list.children];
    const current = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) select((current + step + options.length) % options.length);
    else if (event.key === "Enter" && list.dataset.query !== input.value) entered = input.value;
    else if (event.key === "Enter" && options[current]) options[current].click();
    else return;
    event.preventDefault();
  });
  // A result on the same page has to show its heading.
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  more.addEventListener("click", () => {
    limit += shown;
    show();
    input.focus();
  });
  load("start.js").catch(() => (status.textContent = "The search index cannot be read."));
  // What was typed before this file was there.
  if (input.value) typed();
})();
