// Light or dark as the reader last chose, and a stamp on paper. Loaded before the page is drawn.
"use strict";
(() => {
  const KEY = "ita-theme";
  const root = document.documentElement;

  // A browser may forbid storage; the choice then holds for the page.
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem(KEY, theme); } catch { /* not kept */ } };

  root.dataset.scripts = "";
  const chosen = remembered();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  const isDark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    show();
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  });

  addEventListener("beforeprint", () => {
    const stamp = document.querySelector("[data-printed]");
    const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    const thai = document.body.classList.contains("thai-numerals") ? "th-TH-u-nu-thai" : "th-TH";
    const day = new Date().toLocaleDateString(root.lang === "th" ? thai : "en-GB", { dateStyle: "long" });
    stamp.textContent = stamp.dataset.printed.replace("%address%", address).replace("%day%", day);
  });
})();
