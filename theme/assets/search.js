/* The search box: opened by a button, by / or Ctrl+K, or by an address that ends in ?q=….
   It reacts to the text however it arrives: keys, voice, paste, drop or an input method. */
"use strict";
(() => {
  const dialog = document.querySelector("dialog[data-search]");
  const openers = document.querySelectorAll("[data-search-open]");
  if (typeof dialog.showModal !== "function" || !window.Worker) {
    for (const button of openers) button.hidden = true;
    return;
  }

  const AT_FIRST = 20;
  const PAUSE = 120;
  const part = name => dialog.querySelector(`[data-search-${name}]`);
  const [input, status, results, more, close] =
    ["input", "status", "results", "more", "close"].map(part);
  const words = dialog.dataset;
  const thai = document.documentElement.lang === "th";
  const index = new URL(words.index, location.href);
  const top = new URL("..", index);
  let worker = null, id = 0, most = AT_FIRST, timer = 0, opener = null, failed = false, next = -1;

  /* The worker and its data are fetched when the search is first opened, never on a page view. */
  function start() {
    if (worker) return;
    worker = new Worker(new URL(words.worker, location.href));
    worker.addEventListener("message", ({ data }) => (data.failed ? fail() : show(data)));
    worker.addEventListener("error", fail);
    worker.postMessage({ load: index.href });
  }

  function ask() {
    clearTimeout(timer);
    id += 1;
    worker.postMessage({ query: input.value, id, most });
    if (!input.value.trim()) clear();
  }

  function clear() {
    results.replaceChildren();
    more.hidden = true;
    status.textContent = failed ? words.failed : "";
  }

  function fail() {
    failed = true;
    status.textContent = words.failed;
  }

  function show({ id: answered, count, pages, ready }) {
    if (answered !== id || !input.value.trim()) return;
    const focused = next >= 0 ? next : links().indexOf(document.activeElement);
    const held = next >= 0 ? null : document.activeElement.href;
    next = -1;
    results.replaceChildren(...pages.map(page));
    if (focused >= 0) focusAgain(focused, held);
    more.hidden = count <= pages.length;
    status.textContent = failed ? words.failed : said(count, ready);
  }

  /* On the link that had the focus, wherever later data put it; else on the link in its place. */
  function focusAgain(index, held) {
    const all = links();
    (all.find(({ href }) => href === held) ?? all[index] ?? input).focus();
  }

  function said(count, ready) {
    if (!count) return ready ? words.none : words.loading;
    const found = filled(count === 1 ? words.one : words.many, count);
    return ready ? found : `${found} ${words.loading}`;
  }

  /* A text with its one number, in the digits of the site. */
  function filled(text, number) {
    const shown = words.numerals === "thai"
      ? String(number).replace(/[0-9]/g, digit => "๐๑๒๓๔๕๖๗๘๙"[digit]) : number;
    return text.replace(/\{\w+\}/, shown);
  }

  /* One page of the answer: its title, then the places on it. All text stays text. */
  function page({ address, year, title, sections }) {
    const item = element("li", "search__page");
    const link = element("a", "search__title", title);
    link.href = new URL(address, top);
    item.append(link);
    if (year) item.append(" ", element("span", "search__year", plain(filled(words.year, year))));
    const places = element("ul", "search__places");
    for (const { anchor, heading, snippet } of sections) {
      const place = element("li", "search__place");
      if (heading) {
        const to = element("a", "search__heading", heading);
        to.href = new URL(anchor ? `${address}#${anchor}` : address, top);
        place.append(to);
      }
      if (snippet.text) place.append(element("p", "search__text", snippet));
      places.append(place);
    }
    if (sections.length) item.append(places);
    return item;
  }

  const plain = text => ({ text, marks: [] });

  function element(tag, name, content) {
    const made = document.createElement(tag);
    made.className = name;
    if (content) fill(made, content);
    if (!thai && /[\u0e01-\u0e5b]/.test(made.textContent)) made.lang = "th";
    return made;
  }

  function fill(into, { text, marks, cutBefore, cutAfter }) {
    let from = 0;
    if (cutBefore) into.append("… ");
    for (const [start, end] of marks) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      into.append(text.slice(from, start), mark);
      from = end;
    }
    into.append(text.slice(from));
    if (cutAfter) into.append(" …");
  }

  const links = () => [...results.querySelectorAll("a")];

  function open(from) {
    if (dialog.open) return;
    opener = from;
    start();
    dialog.showModal();
    input.focus();
    input.select();
    if (input.value.trim()) ask();
  }

  /* The address says what is searched for once the text is left, so that it can be shared and
     «back» returns to the answer. */
  function address() {
    const here = new URL(location.href);
    if (dialog.open && input.value.trim()) here.searchParams.set("q", input.value.trim());
    else here.searchParams.delete("q");
    if (here.href !== location.href) history.replaceState(history.state, "", here);
  }

  /* To a place on this very page: the focus goes there. */
  function leave() {
    opener = null;
    dialog.close();
  }

  function step(event) {
    if (event.isComposing) return;
    const all = links(), from = all.indexOf(document.activeElement);
    const fromText = document.activeElement === input;
    if (event.key === "Escape") dialog.close();  /* the browser alone would empty the text first */
    else if (fromText && ["Enter", "ArrowDown"].includes(event.key)) all[0]?.focus();
    else if (from >= 0 && event.key === "ArrowDown") all[from + 1]?.focus();
    else if (from >= 0 && event.key === "ArrowUp") (all[from - 1] ?? input).focus();
    else return;
    event.preventDefault();
  }

  const typing = target =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  input.addEventListener("input", () => {
    most = AT_FIRST;
    clearTimeout(timer);
    timer = setTimeout(ask, input.value.trim() ? PAUSE : 0);
  });
  input.addEventListener("change", address);
  more.addEventListener("click", () => {
    next = links().length;
    most *= 5;
    ask();
  });
  results.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (link?.pathname === location.pathname) leave();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", step);
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    address();
    opener?.focus();
  });
  for (const button of openers) button.addEventListener("click", () => open(button));
  document.addEventListener("keydown", event => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const shortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.code === "KeyK";
    if ((!slash && !shortcut) || event.isComposing || dialog.open) return;
    if (slash && typing(event.target)) return;
    event.preventDefault();
    open(document.activeElement === document.body ? openers[0] : document.activeElement);
  });

  const asked = new URL(location.href).searchParams.get("q");
  if (asked) {
    input.value = asked;
    open(openers[0]);
  }
})();
