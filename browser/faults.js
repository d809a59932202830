// What must hold for every page, as lists of faults in plain words: an empty list is a sound page.

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Pixels by which two labels may touch: letters do not fill their boxes. */
const TOUCH = 1.5;

/**
 * Listens to a page from now on: errors and warnings on the console (a breach of the content security policy is one), scripts that
 * break, requests that fail, and requests to anyone but the server. `status` is what the page itself shall answer.
 */
export function listen(page, base, status = 200) {
  const faults = [];
  const own = (url) => page.mainFrame().url() === url && status !== 200;
  page.on("console", (message) => {
    const told = ["error", "warn", "warning"].includes(message.type());
    // the browser also reports a page that shall not be found
    if (told && !own(message.location().url)) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    // the browser's own signs, such as the calendar of a date, are data: addresses; the policy forbids them to the page
    if (url.protocol !== "data:" && url.origin !== base) faults.push(`asked elsewhere: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // a page may withdraw what it asked
    if (why !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} (${why})`);
  });
  page.on("response", (response) => {
    const expected = response.request().isNavigationRequest() ? status : 200;
    const found = response.status();
    if (found !== expected && !(found >= 300 && found < 400)) faults.push(`answered ${found}: ${response.url()}`);
  });
  return faults;
}

/** Breaches of the accessibility guidelines (WCAG 2.2 AA). */
export async function inaccessible(page) {
  // evaluated from outside, so that the page's policy against foreign scripts stays in force
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const found = await window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.flat().join(" ")} – ${failureSummary.replace(/\s+/g, " ")}`),
    );
  }, RULES);
  return violations;
}

/** Whether the document is wider than its window, with the elements that stick out. */
export async function scrolls(page) {
  return page.evaluate(() => {
    const room = window.innerWidth;
    const width = document.documentElement.scrollWidth;
    if (width <= room) return [];
    const out = [...document.body.querySelectorAll("*")].filter((one) => {
      if (one.getBoundingClientRect().right <= room + 0.5 || one.closest("svg")) return false;
      // tables may be wide inside a region of their own, which does not hold what is placed outside the flow
      return !one.parentElement.closest(".wide, pre") || getComputedStyle(one).position === "absolute";
    });
    const named = out.slice(-3).map((one) => `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 40)}”`);
    return [`scrolls sideways: ${width} px in ${room} px; ${named.join("; ")}`];
  });
}

/** Labels of figures that lie over each other. */
export async function overlaps(page) {
  return page.evaluate((touch) => {
    const faults = [];
    for (const figure of document.querySelectorAll("svg.figure")) {
      const labels = [...figure.querySelectorAll("text")]
        .map((label) => ({ text: label.textContent, box: label.getBoundingClientRect() }))
        // a figure that is not shown has boxes without extent
        .filter(({ box }) => box.width > 0 && box.height > 0);
      labels.forEach((a, index) => {
        for (const b of labels.slice(index + 1)) {
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (Math.min(wide, high) > touch) {
            const name = figure.getAttribute("aria-label") ?? figure.querySelector("title")?.textContent ?? "figure";
            faults.push(`overlap in “${name}”: “${a.text}” and “${b.text}”, ${wide.toFixed(1)} × ${high.toFixed(1)} px`);
          }
        }
      });
    }
    return faults;
  }, TOUCH);
}
