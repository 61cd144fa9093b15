// Runs before the first paint. Everything that can wait is in site.js.
"use strict";

// The reader's own choice; without one the style sheet follows the system.
try {
  const theme = localStorage.getItem("playbook-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be switched off. The system's theme is right then.
}

// Browsers refuse files with an integrity value on file:// pages, because such pages have no origin to compare with. A page that is
// opened from a disk therefore asks for them again without it, while it is still being read, so that nothing is painted before.
if (location.protocol === "file:") {
  for (const refused of document.querySelectorAll("[integrity]")) {
    const again = refused.cloneNode();
    again.removeAttribute("integrity");
    document.write(again.outerHTML);
  }
}
