// Pictures of the app for the documentation: the same pages under the same names every time.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PHONE, WIDE, paint, start } from "./browser.js";

const FOLDER = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
/** Longer pages are cut, so that pictures stay small and show what one sees first. */
const HIGHEST = 1600;

const PICTURES = {
  "overview-de-light": { path: "de/", viewport: WIDE, scheme: "light" },
  "alliance-en-light": { path: "en/alliance/USA-JPN", viewport: WIDE, scheme: "light" },
  "method-de-dark": { path: "de/method?as-of=2021-05-10", viewport: WIDE, scheme: "dark" },
  "positions-en-light": { path: "en/positions", viewport: WIDE, scheme: "light" },
  "evidence-phone-de-light": { path: "de/evidence", viewport: PHONE, scheme: "light" },
  "overview-phone-en-dark": { path: "en/", viewport: PHONE, scheme: "dark" },
};

await mkdir(FOLDER, { recursive: true });
const study = await start();
for (const [name, { path, viewport, scheme }] of Object.entries(PICTURES)) {
  // a high window, rather than a clip of a longer page: what sticks to the window is drawn once, at its place
  const page = await study.page({ ...viewport, height: HIGHEST });
  await paint(page, scheme);
  await page.goto(`${study.base}/${path}`);
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await page.close();
}
await study.stop();
