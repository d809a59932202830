// The study as it is used: dates, weights, threads, footnotes, addresses; by keyboard, without scripts, on paper.

import assert from "node:assert/strict";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { start } from "./browser.js";
import { inaccessible, listen } from "./faults.js";

/** A day on which both alliances have a total. */
const DAY = "2021-05-10";

const study = await start();
after(() => study.stop());

let page;
let faults;
beforeEach(async () => {
  page = await study.page();
  faults = listen(page, study.base);
});
afterEach(async () => {
  await page.close();
  assert.deepEqual(faults, []);
});

const open = (path) => page.goto(study.base + path);
const text = (selector) => page.$eval(selector, (one) => one.innerText.trim());
const texts = (selector) => page.$$eval(selector, (all) => all.map((one) => one.innerText.trim()));
const here = () => new URL(page.url());
const seen = (selector) => page.$eval(selector, (one) => one.checkVisibility({ visibilityProperty: true }));
const path = () => here().pathname + here().search;

/** Does what leads to another page, and waits for that page. */
const follow = (act) => Promise.all([page.waitForNavigation(), act()]);
const click = (selector) => follow(() => page.click(selector));

describe("weights", () => {
  const METHOD = `/en/method?as-of=${DAY}`;
  const SLIDERS = "#weigh input[type=range]";
  const OWN = ".weighed .own";

  /** Moves sliders as a pointer does, one input after the other. */
  const move = (...moves) =>
    page.$$eval(
      SLIDERS,
      (sliders, moves) => {
        for (const values of moves) {
          values.forEach((value, index) => {
            sliders[index].value = value;
            sliders[index].dispatchEvent(new Event("input", { bubbles: true }));
          });
        }
        sliders.forEach((slider) => slider.dispatchEvent(new Event("change", { bubbles: true })));
      },
      moves,
    );
  const settled = () => page.waitForNetworkIdle({ idleTime: 300 });
  /** What stands under “Yours”, in full, and the order. */
  const own = async () => [...(await texts(OWN)), await text("#own-order")];
  /** The numbers alone, and the order. */
  const numbers = async () => (await own()).map((told) => told.match(/\d\.\d\d \(.*\)/)?.[0] ?? (told.includes(">") ? told : ""));
  /** The same as programs are answered. */
  const answered = async (values) => {
    const names = await page.$$eval(SLIDERS, (sliders) => sliders.map((slider) => slider.name));
    const query = new URLSearchParams([["as-of", DAY], ...names.map((name, index) => [name, values[index]])]);
    const { ties, own_order } = await (await fetch(`${study.base}/en/api/weigh.json?${query}`)).json();
    const number = (value) => value.toFixed(2);
    const scores = ties.flatMap(({ nodes }) => nodes.map(({ own }) => own?.shown && own.score));
    const called = await Promise.all(own_order.map((tie) => text(`[data-tie="${tie}"] h3`)));
    return [...scores.map((score) => (score ? `${number(score.mean)} (${score.i90.map(number).join("–")})` : "")), called.join(" > ")];
  };

  beforeEach(() => open(METHOD));

  test("the numbers, the order and the link follow the keyboard", async () => {
    const before = await own();
    const threads = () => page.$$eval("td.own a.thread", (links) => links.map((link) => link.getAttribute("href")));
    const ways = await threads();
    assert.ok(ways.length > 0 && ways.every((href) => href.startsWith("/en/why/")));
    const reply = page.waitForResponse((response) => response.url().includes("/api/weigh.json"));
    await page.focus(SLIDERS);
    await page.keyboard.press("End");
    await reply;
    await settled();
    assert.notDeepEqual(await own(), before);
    assert.deepEqual(await threads(), ways, "every number still says where it comes from");
    const values = await page.$$eval(SLIDERS, (sliders) => sliders.map((slider) => slider.value));
    assert.equal(values[0], "100");
    assert.deepEqual(await numbers(), await answered(values));
    const link = new URL(await page.$eval("#weights-link", (one) => one.href));
    assert.equal([...link.searchParams.keys()].filter((name) => name.startsWith("w-")).length, values.length);
    assert.equal(path(), link.pathname + link.search, "the address keeps the weights");
  });

  for (const [what, values] of [
    ["some weights", [80, 15, 40]],
    ["a single weight", [0, 0, 50]],
    ["no weight at all", [0, 0, 0]],
  ]) {
    test(`the link with ${what} gives the same numbers`, async () => {
      await move(values);
      await settled();
      const found = await own();
      await open(await page.$eval("#weights-link", (one) => one.pathname + one.search));
      assert.deepEqual(await texts("main h1"), ["Method"]);
      assert.deepEqual(await own(), found);
    });
  }

  test("the same weights give the same numbers and drawings; the way back restores the framework’s", async () => {
    const official = await own();
    const drawn = () => page.$$eval(OWN, (cells) => cells.map((cell) => cell.innerHTML));
    await move([10, 60, 30]);
    await settled();
    const first = await drawn();
    await move([90, 5, 5]);
    await settled();
    assert.notDeepEqual(await drawn(), first);
    await move([10, 60, 30]);
    await settled();
    assert.deepEqual(await drawn(), first);
    await page.click("#reset");
    await settled();
    assert.deepEqual(await own(), official);
    assert.equal(path(), METHOD);
  });

  test("answers that are overtaken are dropped", async () => {
    const last = [7, 50, 93];
    // first at once, then with pauses in which an answer may or may not arrive
    await move(...Array.from({ length: 30 }, (_, step) => [step * 3, 100 - step * 3, 10]));
    for (const step of Array(20).keys()) {
      await move([step, 50, 100 - step]);
      await new Promise((done) => setTimeout(done, step * 4));
    }
    await move(last);
    await settled();
    assert.deepEqual(await numbers(), await answered(last));
  });

  test("the button for those without scripts is out of the way", async () => {
    assert.equal(await seen("#weigh button[type=submit]"), false);
  });
});

describe("state", () => {
  test("another date is asked by a form and stands in the address; going back returns", async () => {
    await open("/en/");
    const before = await text("main");
    await page.click(".dates summary");
    await page.$eval("input[name=as-of]", (one, day) => (one.value = day), DAY);
    await click(".dates button[type=submit]");
    assert.equal(here().searchParams.get("as-of"), DAY);
    const levels = await texts(".card .level:not(.hidden-level)");
    assert.equal(levels.length, 2);
    for (const level of levels) assert.match(level, /^(very )?(low|high)$|^medium$/);
    await follow(() => page.goBack());
    assert.equal(path(), "/en/");
    assert.equal(await text("main"), before);
  });

  test("the other language shows the same page in the same state", async () => {
    await open(`/en/positions?as-of=${DAY}&since=2019-01-01`);
    await click("a.lang");
    assert.equal(path(), `/de/positions?as-of=${DAY}&since=2019-01-01`);
    assert.equal(await page.$eval("html", (one) => one.lang), "de");
    await click("a.lang");
    assert.equal(path(), `/en/positions?as-of=${DAY}&since=2019-01-01`);
    await follow(() => page.goBack());
    assert.equal(here().pathname, "/de/positions");
  });

  test("the state follows from page to page", async () => {
    await open(`/de/?as-of=${DAY}`);
    for (const way of await page.$$eval(".top nav a", (all) => all.map((one) => one.search))) {
      assert.equal(new URLSearchParams(way).get("as-of"), DAY);
    }
  });

  test("the permalink names version and dates, and opens the same page", async () => {
    for (const start of ["/en/", "/de/alliance/USA-JPN"]) {
      await open(start);
      const before = await text("main");
      await click("footer a[href*='version=']");
      for (const name of ["version", "as-of", "known-at"]) assert.ok(here().searchParams.has(name), name);
      assert.equal(await text("main"), before);
      assert.equal(await page.$(".banner"), null);
    }
  });
});

describe("behind what is said", () => {
  test("a position opens the statements that it rests on", async () => {
    await open("/en/positions");
    const cell = await page.$("table.matrix details");
    const shown = () => cell.$$eval("li", (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(await shown(), 0);
    await (await cell.$("summary")).click();
    assert.ok((await shown()) > 0);
  });

  for (const [what, selector] of [
    ["a number", "main a.thread"],
    ["a sentence", "main a.stated"],
    ["a mark in a figure", "figure .page svg a.thread"],
  ]) {
    test(`${what} opens where it comes from; Escape leads back`, async () => {
      await open("/en/alliance/USA-JPN");
      const before = page.url();
      await page.click(selector);
      await page.waitForSelector("dialog[open] article");
      assert.ok(await page.$("dialog article :is(.rules, .used, .facts) > *"), "a rule or statements");
      assert.deepEqual(await inaccessible(page), []);
      await page.keyboard.press("Escape");
      assert.equal(await page.$("dialog[open]"), null);
      assert.equal(page.url(), before);
      const back = await page.evaluate((selector) => document.activeElement.matches(selector), selector);
      assert.ok(back, "the focus is where it was");
    });
  }

  test("a mark in a figure is reached and opened by keyboard, and says what it is", async () => {
    await open("/en/alliance/USA-JPN");
    const mark = await page.$("figure .page svg a.thread");
    await mark.evaluate((one) => one.focus());
    assert.ok(await mark.evaluate((one) => one.getAttribute("aria-label").length > 10));
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] article");
    await page.keyboard.press("Escape");
  });

  test("a footnote can be copied: sources, page, dates, version, address", async () => {
    await page.browserContext().overridePermissions(study.base, ["clipboard-read", "clipboard-sanitized-write"]);
    await open("/en/alliance/USA-JPN");
    const notes = await page.$$("main details.cite");
    const told = await Promise.all(notes.map((note) => note.$eval(".text", (one) => one.textContent.trim())));
    // a sentence with sources of its own says more than one without
    const chosen = told.findIndex((one) => /\w+ \d{4}/.test(one.split("Linchpin")[0]));
    const note = notes[chosen];
    await (await note.$("summary")).click();
    const shown = await note.$eval(".text", (one) => one.innerText.trim());
    assert.match(shown, /as of \d+\s\w+\s\d{4}, version [0-9a-f]{12}/);
    const link = new URL(shown.match(/http:\S+?(?=\.?$)/)[0]);
    assert.equal(link.origin, study.base);
    for (const name of ["version", "as-of", "known-at"]) assert.ok(link.searchParams.has(name), name);
    await (await note.$("button")).click();
    await page.waitForFunction(() => document.querySelector("#live").textContent !== "");
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), shown);
    await page.goto(link.href);
    assert.ok(await page.$(`main ${link.hash}`), "the address leads to the sentence");
  });
});

describe("by keyboard, without scripts, on paper", () => {
  test("the first stop leads past the navigation", async () => {
    await open("/en/");
    await page.keyboard.press("Tab");
    const box = await page.$eval(".skip", (one) => one === document.activeElement && one.getBoundingClientRect().toJSON());
    assert.ok(box && box.left >= 0 && box.top >= 0, "seen once it has the focus");
    await page.keyboard.press("Enter");
    assert.equal(here().hash, "#main");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main")), "on into the text");
  });

  test("without scripts everything can be read, and weights weigh", async () => {
    await page.setJavaScriptEnabled(false);
    await open(`/en/?as-of=${DAY}`);
    assert.equal((await texts(".card .level:not(.hidden-level)")).length, 2);
    await open(`/en/alliance/USA-JPN?as-of=${DAY}`);
    assert.match(await text(".lead"), /low|medium|high/);
    await click("main a.thread");
    assert.match(here().pathname, /^\/en\/why\//);

    await open(`/en/method?as-of=${DAY}`);
    const before = await texts(".weighed .own");
    assert.ok(await seen("#weigh button[type=submit]"));
    await page.focus("#weigh input[type=range]");
    await page.keyboard.press("End");
    await click("#weigh button[type=submit]");
    assert.equal(here().searchParams.get("as-of"), DAY);
    assert.ok([...here().searchParams.keys()].some((name) => name.startsWith("w-")));
    assert.notDeepEqual(await texts(".weighed .own"), before);
  });

  test("what is not there says so, and where to go instead", async () => {
    const reply = await open("/de/nothing-is-here");
    assert.equal(reply.status(), 404);
    // the browser tells on the console that the page is missing, as it shall
    faults.splice(0);
    await click("main a[href]");
    assert.match(here().pathname, /^\/de\//);
  });

  test("on paper there is no navigation", async () => {
    await open("/en/alliance/USA-JPN");
    await page.emulateMediaType("print");
    for (const selector of [".top nav", ".lang", "main form", "details.cite"]) assert.equal(await seen(selector), false, selector);
    assert.ok(await seen("main h1"));
  });
});
