// What only a script can do. Without it every page is complete: nothing here adds text that a reader needs.
"use strict";

const root = document.documentElement;

// A folder's address is shared without its file name.
if (location.protocol.startsWith("http") && location.pathname.endsWith("/index.html")) {
  const clean = location.pathname.slice(0, -"index.html".length);
  history.replaceState(history.state, "", clean + location.search + location.hash);
}

themeSwitch();
search();
copyButtons();
scrollingRegions();
menu();
currentShelf();
currentHeading();

function themeSwitch() {
  const button = document.querySelector("button.theme");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemTheme = () => (system.matches ? "dark" : "light");
  const shown = () => root.dataset.theme ?? systemTheme();
  const other = () => (shown() === "dark" ? "light" : "dark");

  const label = () => {
    button.setAttribute("aria-label", `Use the ${other()} theme`);
    button.title = `Use the ${other()} theme`;
  };

  button.addEventListener("click", () => {
    const chosen = other();
    // Back at the system's theme, the choice is forgotten: the page follows the system again.
    if (chosen === systemTheme()) delete root.dataset.theme;
    else root.dataset.theme = chosen;
    try {
      if (root.dataset.theme) localStorage.setItem("playbook-theme", chosen);
      else localStorage.removeItem("playbook-theme");
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    label();
  });
  system.addEventListener("change", label);
  label();
  button.hidden = false;
}

// The dialog is there at once, for what is typed at once. Finding is in search.js, which comes when somebody searches: most readers of
// a page do not.
function search() {
  const button = document.querySelector("button.search");
  if (!button || typeof HTMLDialogElement !== "function") return;

  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  const dialog = element("dialog", { className: "search-dialog", ariaLabel: "Search" });
  const input = element("input", { type: "search", autocomplete: "off", spellcheck: false, ariaLabel: "Search the playbook" });
  const close = element("button", { type: "button", className: "search-close", textContent: "Close" });
  const head = element("div", { className: "search-head" });
  const status = element("p", { className: "search-status", role: "status" });
  head.append(input, close);
  dialog.append(head, status);

  const open = () => {
    if (dialog.open) return;
    if (!dialog.isConnected) {
      document.body.append(dialog);
      const script = element("script", { src: button.dataset.script });
      // From a disk browsers refuse what has an integrity value.
      if (location.protocol !== "file:") script.integrity = button.dataset.integrity;
      script.onerror = () => (status.textContent = "The search cannot be loaded.");
      document.head.append(script);
    }
    dialog.showModal();
    input.select();
  };

  button.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    // A search field would empty itself first, and only a second Escape would close the dialog.
    event.preventDefault();
    dialog.close();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;
}

function copyButtons() {
  const blocks = document.querySelectorAll("article pre, .copyable");
  if (blocks.length === 0) return;

  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  for (const block of blocks) {
    // The button stands beside the block, not in it: it must neither scroll away with the code nor be copied.
    const holder = document.createElement("div");
    holder.className = "copy-holder";
    block.replaceWith(holder);

    const what = block.matches("pre") ? "code" : "talk track";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${what}`);
    button.addEventListener("click", async () => {
      const done = await copy(block);
      button.textContent = done ? "Copied" : "Selected";
      status.textContent = done ? `Copied ${what}` : `Selected ${what}: copy it with the keyboard`;
      setTimeout(() => {
        button.textContent = "Copy";
        status.textContent = "";
      }, 2000);
    });
    holder.append(block, button);
  }
}

// True when the text is on the clipboard; otherwise it is left selected for the reader to copy.
async function copy(block) {
  // textContent would keep the white space of the source around the paragraphs of a quotation.
  const text = block.matches("pre") ? block.textContent.replace(/\n$/, "") : block.innerText.trim();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Sites on plain http have no clipboard interface.
    getSelection().selectAllChildren(block);
    return document.execCommand("copy");
  }
}

// What scrolls sideways can be reached and scrolled by keyboard, and says what it is.
function scrollingRegions() {
  const regions = document.querySelectorAll("article pre, .table-scroll");
  const mark = (region) => {
    if (region.scrollWidth <= region.clientWidth) {
      for (const name of ["tabindex", "role", "aria-label"]) region.removeAttribute(name);
      return;
    }
    region.tabIndex = 0;
    region.setAttribute("role", "group");
    region.setAttribute("aria-label", region.matches("pre") ? "Code, scrolls sideways" : "Table, scrolls sideways");
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => mark(entry.target)));
  regions.forEach((region) => observer.observe(region));
}

function menu() {
  const details = document.querySelector("details.menu");
  if (!details) return;
  const wide = matchMedia("(min-width: 60rem)");

  // Where the style sheet cannot show a closed disclosure's contents, the wide layout opens it.
  if (!CSS.supports("selector(::details-content)")) {
    const follow = () => (details.open = wide.matches);
    wide.addEventListener("change", follow);
    follow();
  }

  // On a phone a link to a heading has to show the heading, not the open menu above it.
  details.addEventListener("click", (event) => {
    if (!wide.matches && event.target.closest(".contents a")) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || wide.matches || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });

  // Over the text the menu would hide what has the focus.
  details.addEventListener("focusout", (event) => {
    if (!wide.matches && event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });

  // In a long sidebar the current page is in sight from the start.
  const current = details.querySelector(".sections [aria-current]");
  if (!wide.matches || !current) return;
  for (const sidebar of [details.querySelector(".menu-body"), details.querySelector(".sections")]) {
    const below = current.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().bottom;
    if (below > 0) sidebar.scrollTop = below + sidebar.clientHeight / 2;
  }
}

// The pages that are made from the library have one menu in common: which of them is read is marked here.
function currentShelf() {
  const here = location.href.split(/[?#]/)[0].replace(/index\.html$/, "");
  for (const link of document.querySelectorAll(".shelves a")) {
    const folder = link.href.replace(/index\.html$/, "");
    if (here.startsWith(folder)) link.setAttribute("aria-current", here === folder ? "page" : "true");
  }
}

function currentHeading() {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;

  let marked;
  const mark = () => {
    // The last heading that has passed the reading line, a third down the window.
    let link;
    for (const [heading, candidate] of links) {
      if (heading.getBoundingClientRect().top > innerHeight / 3) break;
      link = candidate;
    }
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
  };
  // The observer wakes only when a heading crosses that line: everything above the line counts as seen, however far above.
  const observer = new IntersectionObserver(mark, { rootMargin: "1000000px 0px -66.6% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
}
