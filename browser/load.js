// Prints how fast the web app answers, with the bound beside each figure: `node load.js` after `cargo build --release`.
// Requests go to the loopback alone and leave on the clock, whether or not earlier ones were answered, so that a server that
// falls behind cannot hide it. Timings on shared machines are noisy: the plain health check is measured in the same run, and a
// bound that is missed is printed, not failed.

import { readFile } from "node:fs/promises";
import http from "node:http";
import { gunzipSync } from "node:zlib";
import { serve } from "./server.js";

// a server that never answers must not keep the script
setTimeout(() => {
  console.error("not done after two minutes");
  process.exit(1);
}, 120_000).unref();

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Asks for a path; gives status, body and the milliseconds since a moment. */
function ask(base, path, since = performance.now()) {
  return new Promise((resolve, reject) => {
    const request = http.get(base + path, { agent, headers: { "accept-encoding": "gzip" } }, (reply) => {
      const parts = [];
      reply.on("data", (part) => parts.push(part));
      reply.on("end", () => {
        resolve({ status: reply.statusCode, path, body: Buffer.concat(parts), ms: performance.now() - since });
      });
      reply.on("error", reject);
    });
    request.on("error", reject);
  });
}

/** Asks so many times a second, on the clock. */
async function onTheClock(base, paths, perSecond) {
  const begin = performance.now();
  const asked = paths.map(async (path, at) => {
    const due = begin + (at * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    return ask(base, path, due);
  });
  return Promise.all(asked);
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const rows = [];
function tell(what, value, unit, bound) {
  const verdict = bound === undefined ? "" : value <= bound ? "met" : "missed";
  rows.push({ what, value: `${value.toFixed(unit === "ms" ? 1 : 0)} ${unit}`, bound: bound === undefined ? "" : `≤ ${bound} ${unit}`, verdict });
}

function timed(what, replies, bound, share = 0.99) {
  const times = replies.map((reply) => reply.ms);
  const other = replies.filter((reply) => reply.status !== 200).map((reply) => `${reply.status} ${reply.path}`);
  tell(`${what}, median of ${times.length}`, quantile(times, 0.5), "ms", share === 0.5 ? bound : undefined);
  tell(`${what}, p99`, quantile(times, 0.99), "ms", share === 0.99 ? bound : undefined);
  for (const one of new Set(other)) rows.push({ what: `  answered ${one}`, value: "", bound: "200", verdict: "missed" });
}

const PAGES = ["", "alliance/USA-JPN", "positions", "evidence", "sources", "method", "data"];
const all = ["de", "en"].flatMap((lang) => PAGES.map((page) => `/${lang}/${page}`));

// from the start to the first page
const starts = [];
for (let run = 0; run < 5; run += 1) {
  const begin = performance.now();
  const server = await serve();
  const reply = await ask(server.base, "/de/", begin);
  starts.push(reply.ms);
  await server.stop();
}
tell("start to first page, median of 5", quantile(starts, 0.5), "ms", 300);
tell("start to first page, worst", Math.max(...starts), "ms");

const server = await serve();
const { base } = server;
try {
  let largest = { bytes: 0 };
  for (const path of all) {
    const reply = await ask(base, path);
    const bytes = gunzipSync(reply.body).length;
    if (bytes > largest.bytes) largest = { bytes, path, packed: reply.body.length };
  }
  tell(`largest page, ${largest.path} (${Math.round(largest.packed / 1000)} kB packed)`, largest.bytes / 1000, "kB", 300);

  timed("health check at 100/s, for the noise", await onTheClock(base, Array(500).fill("/healthz"), 100));
  timed("kept pages at 100/s", await onTheClock(base, Array.from({ length: 2000 }, (_, at) => all[at % all.length]), 100), 30);

  // questions that nobody has asked: another date each time
  const kinds = [
    ["overview", (day) => `/en/?as-of=${day}`],
    ["alliance", (day) => `/en/alliance/USA-KOR?as-of=${day}`],
    ["why", (day) => `/en/why/USA-JPN?as-of=${day}&node=contributions`],
    ["positions", (day) => `/en/positions?as-of=${day}`],
    ["evidence", (day) => `/en/evidence?as-of=${day}&q=troops`],
    ["sources", (day) => `/en/sources?as-of=${day}`],
    ["method", (day) => `/en/method?as-of=${day}`],
  ];
  const day = (at) => new Date(Date.UTC(2021, 4, 11 + 11 * at)).toISOString().slice(0, 10);
  const fresh = await onTheClock(base, Array.from({ length: 70 }, (_, at) => kinds[at % kinds.length][1](day(at))), 5);
  timed("new questions at 5/s", fresh, 150, 0.5);
  kinds.forEach(([name], kind) => {
    const times = fresh.filter((_, at) => at % kinds.length === kind).map((reply) => reply.ms);
    tell(`  ${name}, median of ${times.length}`, quantile(times, 0.5), "ms");
  });

  const moved = [];
  for (let at = 1; at <= 60; at += 1) {
    const weights = `w-contributions=${at}&w-convergence=${100 - at}&w-support=${(at * 7) % 100}`;
    moved.push(await ask(base, `/en/api/weigh.json?as-of=2021-05-10&${weights}`));
  }
  timed("slider, one after the other", moved, 60);

  const status = await readFile(`/proc/${server.pid}/status`, "utf8").catch(() => "");
  // the kernel's kB are 1024 bytes
  const memory = (name) => (Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1]) * 1024) / 1e6;
  if (status) {
    tell("memory at the end", memory("VmRSS"), "MB", 150);
    tell("memory at most", memory("VmHWM"), "MB", 150);
  }
} finally {
  await server.stop();
  agent.destroy();
}
for (const { what, value, bound, verdict } of rows) {
  console.log(`${what.padEnd(56)} ${value.padStart(10)}  ${bound.padStart(10)}  ${verdict}`);
}
