// A browser at the study: what the tests and the screenshots share.

import puppeteer from "puppeteer-core";
import { serve } from "./server.js";

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Starts server and browser; `page` opens a tab, `stop` ends both. */
export async function start() {
  const server = await serve();
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      // containers run as root, without a graphics card and with little shared memory
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      // nothing but the server can be reached, so that nothing can come to depend on another one
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      // the same drawing of letters on every machine
      "--font-render-hinting=none",
      "--lang=en",
    ],
  });
  return {
    base: server.base,
    browser,
    /** A tab in the given size, in light colours. */
    async page(viewport = WIDE) {
      const page = await browser.newPage();
      await page.setViewport(viewport);
      await paint(page, "light");
      return page;
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Shows a page in light or dark colours. Motion is off: a page that still scrolls cannot be measured. */
export async function paint(page, scheme) {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
}
