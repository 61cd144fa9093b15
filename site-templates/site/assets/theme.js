// Runs before the first paint. Everything that can wait is in site.js.
"use strict";

// The reader's own choice; without one the style sheet follows the system.
try {
  const theme = localStorage.getItem("playbook-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be switched off. The system's theme is right then.
}

// Browsers refuse files with an integrity value on file:// pages, because such pages have no origin to compare with.
// A site that is opened from a disk therefore loads them again without it.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("link[integrity]")) {
    link.removeAttribute("integrity");
    link.href = link.href;
  }
  addEventListener("DOMContentLoaded", () => {
    for (const refused of document.querySelectorAll("script[integrity]")) {
      const script = document.createElement("script");
      script.src = refused.src;
      document.head.append(script);
    }
  });
}
