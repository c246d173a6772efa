/* The search itself, off the page's thread. A page matches when every word of the query stands on it,
   as any part of its text after folding; no dictionary, so no word is ever cut wrongly.

   in    {load: address of search/index.json}        fetch the search data, the newest year first
         {query: text, id: number, most: number}     find; answered again as more data arrive
   out   {id, count, pages, ready}                   ready when every shard has been read
         {failed: true}                              some of the data could not be fetched */
"use strict";

const SECTIONS_SHOWN = 3;
const BEFORE_HIT = 40;
const SNIPPET = 160;
const NEAR = 20;

/* Folding: what a person need not type exactly. */

const THAI_ZERO = 0x0e50;
const FOLDED = /\s+|[๐-๙]|[\u00ad\u200b-\u200d\u2060\ufeff]|[‐-―−]|[“”]|[‘’]|\p{Lu}/gu;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{Nd}]/u;

/* The folded text; `at`, where given, receives the place in the text of each folded character. */
function fold(text, at) {
  const pieces = [];
  let from = 0;
  const keep = (piece, start, step) => {
    pieces.push(piece);
    if (at) for (let i = 0; i < piece.length; i++) at.push(start + i * step);
  };
  for (const { 0: found, index } of text.matchAll(FOLDED)) {
    keep(text.slice(from, index), from, 1);
    from = index + found.length;
    keep(foldOne(found, text, index), index, 0);
  }
  keep(text.slice(from), from, 1);
  at?.push(text.length);
  return pieces.join("");
}

function foldOne(found, text, index) {
  if (/\s/.test(found)) return foldSpace(found, text, index);
  if (found >= "๐" && found <= "๙") return String(found.charCodeAt(0) - THAI_ZERO);
  if (/[‐-―−]/.test(found)) return "-";
  if (/[“”]/.test(found)) return '"';
  if (/[‘’]/.test(found)) return "'";
  return /\p{Lu}/u.test(found) ? found.toLowerCase() : "";
}

/* A line break parts blocks. A space stays between two Latin words or numbers only: between Thai
   letters it is often an accident (คุณ ธรรม), beside a number a habit (ปี 2567, ปี2567, O 27). */
function foldSpace(found, text, index) {
  if (found.includes("\n")) return "\n";
  const [two, one] = [text[index - 2] ?? "", text[index - 1] ?? ""];
  const after = text[index + found.length] ?? "";
  const code = /[oie]/i.test(one) && !LATIN_OR_DIGIT.test(two) && /\p{Nd}/u.test(after);
  return LATIN_OR_DIGIT.test(one) && LATIN_OR_DIGIT.test(after) && !code ? " " : "";
}

/* The text of a page is in its normal form since the build; what is typed need not be. */
function normal(typed) {
  return typed.normalize("NFC")
    .replace(/เเ/g, "แ")
    .replace(/ํ([่-๋]?)า/g, "$1ำ")
    .replace(/ำ([่-๋])/g, "$1ำ")
    .replace(/([่-์])([ัิ-ฺ็])/g, "$2$1");
}

const SPACED_CODE = /(^|\s)([oie๐])\s+(?=[0-9๐-๙]{1,2}(?:\s|$))/gi;

/* Each word of a query as the spellings that count as it: the letter O of a code is often typed ๐. */
function readQuery(typed) {
  const words = normal(typed).replace(SPACED_CODE, "$1$2").split(/\s+/).map(word => fold(word));
  return [...new Set(words)].filter(Boolean).map(word => {
    const code = /^[o0]([0-9]{1,2})$/.exec(word);
    return code ? [`o${code[1]}`, `0${code[1]}`] : [word];
  });
}

/* Finding and ranking */

let pages = [];

function addShard(shard, year) {
  for (const { address, title, sections } of shard.pages) {
    pages.push({
      address, title, year: year ?? 0, order: pages.length, folded: fold(title),
      sections: sections.map(([anchor, heading, text]) =>
        ({ anchor, heading, text, foldedHeading: fold(heading), foldedText: fold(text) })),
    });
  }
}

const holds = (folded, word) => word.some(spelling => folded.includes(spelling));

function find(words) {
  const found = [];
  if (words.length) {
    for (const page of pages) {
      const sections = page.sections.map(section => count(section, words));
      const everywhere = words.every(
        (word, i) => holds(page.folded, word) || sections.some(hits => hits[i] > 0));
      if (everywhere) found.push({ page, sections, rank: rank(page, words) });
    }
  }
  return found.sort((a, b) =>
    a.rank - b.rank || b.page.year - a.page.year || a.page.order - b.page.order);
}

/* How each word stands in a section: 2 in its heading, 1 in its text, 0 not at all. */
function count(section, words) {
  return words.map(word =>
    holds(section.foldedHeading, word) ? 2 : holds(section.foldedText, word) ? 1 : 0);
}

/* An exact code first, then page titles (those that begin with the query before others), then
   headings, then text. */
function rank({ folded, sections }, words) {
  if (words.length === 1 && words[0].some(word => named(folded, word))) return 0;
  if (words.every(word => holds(folded, word))) {
    return words[0].some(word => folded.startsWith(word)) ? 1 : 2;
  }
  const headed = ({ foldedHeading }) =>
    words.every(word => holds(foldedHeading, word) || holds(folded, word));
  return sections.some(headed) ? 3 : 4;
}

const named = (title, word) =>
  /^[oie0][0-9]+$/.test(word) && title.startsWith(word) && !/^[0-9]/.test(title.slice(word.length));

/* Showing: texts with the ranges to mark, never HTML */

const COMBINING = /[\p{M}\u0e33\u200d]/u;
const spaced = text => text.replace(/\n/g, " ");

/* The nearest place at or before this one that parts no letter from its marks. */
function whole(text, place) {
  while (place > 0 && place < text.length
    && (COMBINING.test(text[place]) || /[\udc00-\udfff]/.test(text[place]))) place--;
  return place;
}

/* As above, but at or after, so that a marked letter keeps its marks. */
function wholeAfter(text, place) {
  while (place < text.length
    && (COMBINING.test(text[place]) || /[\udc00-\udfff]/.test(text[place]))) place++;
  return place;
}

/* Where the words stand in a text, in order and not overlapping. */
function hits(text, words) {
  const at = [], folded = fold(text, at), found = [];
  for (const word of words.flat()) {
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length)) {
      found.push([whole(text, at[i]), wholeAfter(text, endOf(text, at, i + word.length - 1))]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start], i) => found.slice(0, i).every(earlier => earlier[1] <= start));
}

/* The end in the text of the folded character `last`: dropped spaces after it are not part of it. */
function endOf(text, at, last) {
  const end = at[last + 1];
  return at[last] + text.slice(at[last], end).trimEnd().length;
}

function cut(text, words, start, end) {
  const marks = hits(text, words)
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]) => [from - start, to - start]);
  return { text: spaced(text.slice(start, end)), marks, cutBefore: start > 0, cutAfter: end < text.length };
}

/* A stretch of text around the first hit; it begins and ends at a space where one is near. */
function snippet(text, words) {
  const [first, last] = hits(text, words)[0] ?? [0, 0];
  let start = whole(text, Math.max(0, first - BEFORE_HIT));
  let end = whole(text, Math.min(text.length, Math.max(start + SNIPPET, last)));
  if (start > 0) start += text.slice(start, first).search(/\s/) + 1;
  const near = Math.max(last, end - NEAR), space = text.slice(near, end).search(/\s\S*$/);
  if (end < text.length && space >= 0) end = near + space;
  return cut(text, words, start, end);
}

const marked = (text, words) => cut(text, words, 0, text.length);

function show({ page, sections }, words) {
  const sum = hits => hits.reduce((a, b) => a + b, 0);
  const best = sections
    .map((hits, i) => ({ section: page.sections[i], sum: sum(hits), i }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum || a.i - b.i)
    .slice(0, SECTIONS_SHOWN);
  return {
    address: page.address,
    year: page.year,
    title: marked(page.title, words),
    sections: best.map(({ section }) => ({
      anchor: section.anchor,
      heading: section.heading === page.title ? null : marked(section.heading, words),
      snippet: snippet(section.text, words),
    })),
  };
}

function answer({ query, id, most }, ready) {
  const words = readQuery(query), found = find(words);
  return { id, ready, count: found.length, pages: found.slice(0, most).map(each => show(each, words)) };
}

/* Talking to the page */

let asked = null, ready = false;

const reply = () => asked && postMessage(answer(asked, ready));

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

async function load(index) {
  const { shards } = await fetched(index);
  for (const [i, { path, year }] of shards.entries()) {
    addShard(await fetched(new URL(`../${path}`, index)), year);
    ready = i === shards.length - 1;
    reply();
  }
}

if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", ({ data }) => {
    if ("load" in data) load(data.load).catch(() => postMessage({ failed: true }));
    else {
      asked = data;
      reply();
    }
  });
}
