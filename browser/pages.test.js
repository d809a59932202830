// Every page, in both languages, wide and on a phone, light and dark: sound, accessible and legible, and from this server alone.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { PHONE, WIDE, paint, start } from "./browser.js";
import { inaccessible, listen, overlaps, scrolls } from "./faults.js";

const study = await start();
after(() => study.stop());

const answer = async (name) => (await fetch(`${study.base}/en/api/${name}.json`)).json();
const { ties } = await answer("overview");
const { rows } = await answer("statements");
const { sources } = await answer("sources");
const [first, second] = ties.map(({ tie }) => tie);

const PAGES = {
  overview: "",
  // today no total is shown; on this day, one was
  "overview of 2021": "?as-of=2021-05-10&since=2019-01-01",
  alliance: `alliance/${first}`,
  "alliance compared": `alliance/${second}?as-of=2021-05-10&against=${first}&then=2016-01-01`,
  positions: "positions",
  evidence: "evidence",
  sources: "sources",
  method: "method",
  "method of 2021": "method?as-of=2021-05-10",
  data: "data",
  why: `why/${first}`,
  overturn: `overturn/${first}`,
  statement: `statement/${rows[0].id}`,
  source: `source/${sources[0].source}`,
  missing: "nothing-is-here",
};

/** What a page hides until it is asked, shown. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));

for (const [name, path] of Object.entries(PAGES)) {
  describe(name, { concurrency: 2 }, () => {
    for (const lang of ["de", "en"]) {
      for (const viewport of [WIDE, PHONE]) {
        test(`${lang}, ${viewport.width} px`, async () => {
          const page = await study.page(viewport);
          const faults = listen(page, study.base, name === "missing" ? 404 : 200);
          await page.goto(`${study.base}/${lang}/${path}`);
          const look = async (state) => {
            faults.push(...(await scrolls(page)), ...(await overlaps(page)));
            for (const scheme of ["light", "dark"]) {
              await paint(page, scheme);
              faults.push(...(await inaccessible(page)).map((fault) => `${state}, ${scheme}: ${fault}`));
            }
          };
          await look("as it opens");
          await unfold(page);
          await look("unfolded");
          await page.close();
          assert.equal(faults.length, 0, `\n${faults.join("\n")}`);
        });
      }
    }
  });
}
