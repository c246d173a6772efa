/* Runs the search worker as a browser would: node answers.cjs WORKER SITE < queries.json > answers.json */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const [worker, site] = process.argv.slice(2);
const top = "https://example.go.th/sub/path/";
const answers = [], fetched = [];
let handle;

const context = vm.createContext({
  URL,
  WorkerGlobalScope: Object,
  addEventListener: (_, handler) => { handle = data => handler({ data }); },
  postMessage: message => answers.push(JSON.parse(JSON.stringify(message))),
  fetch: async address => {
    const path = new URL(address).href.slice(top.length);
    fetched.push(path);
    return { ok: true, json: async () => JSON.parse(readFileSync(join(site, path), "utf8")) };
  },
});
vm.runInContext(readFileSync(worker, "utf8"), context);

const queries = JSON.parse(readFileSync(0, "utf8"));
(async () => {
  handle({ query: queries[0], id: 0, most: 1 });
  handle({ load: `${top}search/index.json` });
  while (!answers.at(-1).ready && !answers.at(-1).failed) await new Promise(setImmediate);
  const early = answers.splice(0);
  queries.forEach((query, id) => handle({ query, id, most: Infinity }));
  process.stdout.write(JSON.stringify({ early, fetched, answers }));
})();
