// Looks at pages in a real Chromium: axe-core's rules, the console, requests, phone width, sorting.
//
//   mkdir -p ~/.cache/grader-pages && cd ~/.cache/grader-pages
//   npm install axe-core playwright-core
//   node .../benchmarks/pages.mjs OUT PAGE.html...
//
// Pictures of each page go to the folder OUT (desktop, dark, phone, paper). CHROMIUM names the
// browser, by default /usr/bin/chromium. Exits with 1 if anything is not as it must be.
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.cwd(), "here.js"));
const { chromium } = require("playwright-core");
const { source: axe } = require("axe-core");

const VIEWS = {
  desktop: { viewport: { width: 1100, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1100, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: "light" },
};

// What axe-core finds, all its rules on, best practices too.
const rules = async (page) => {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run(document));
  const words = violations.map((one) => `axe ${one.id}: ${one.nodes[0].target} (${one.nodes.length})`);
  return [passes.length, words];
};

// Each table's headings sort it, by keyboard, up and down.
const sorting = (page) =>
  page.evaluate(() => {
    const troubles = [];
    for (const table of document.querySelectorAll("table.sortable")) {
      for (const [column, heading] of [...table.tHead.rows[0].cells].entries()) {
        const rows = table.tBodies[0].rows;
        const before = rows.length;
        for (const wanted of ["ascending", "descending"]) {
          heading.querySelector("button").click();
          const cells = [...rows].map(({ cells }) => cells[column]);
          const values = cells.map((cell) => cell.dataset.value ?? cell.textContent.trim());
          const numbers = values.filter((text) => text !== "").map(Number);
          const sign = wanted === "ascending" ? 1 : -1;
          const falls = numbers.some((one, place) => place && sign * (one - numbers[place - 1]) < 0);
          if (heading.getAttribute("aria-sort") !== wanted) troubles.push(`not ${wanted}`);
          if (falls || rows.length !== before) troubles.push(`${heading.textContent} is not sorted`);
        }
      }
    }
    return troubles;
  });

// Tab goes to everything that can be used, and the focus is seen.
const keyboard = async (page) => {
  const expected = await page.evaluate(
    () => [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")]
      .filter((one) => one.checkVisibility()).length,
  );
  const unseen = [];
  let reached = 0;
  await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
  for (; reached <= expected; reached += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      return one === document.body ? null : [one.textContent.slice(0, 40), style.outlineStyle];
    });
    if (!found) break;
    if (found[1] === "none") unseen.push(`the focus on ${found[0]} is not seen`);
  }
  return [...unseen, ...(reached < expected ? [`Tab reaches ${reached} of ${expected}`] : [])];
};

const look = async (browser, file, view, folder) => {
  const troubles = [];
  const context = await browser.newContext({ ...VIEWS[view], offline: true });
  const page = await context.newPage();
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("request", (one) => /^(file|data):/.test(one.url()) || troubles.push(`asks ${one.url()}`));
  page.on("dialog", async (dialog) => { troubles.push(`dialog: ${dialog.message()}`); await dialog.dismiss(); });
  await page.goto(pathToFileURL(resolve(file)).href);
  const name = join(folder, `${basename(file, ".html")}-${view}`);
  await page.screenshot({ path: `${name}.png`, fullPage: true });
  const [passed, first] = await rules(page);
  if (view === "desktop") troubles.push(...(await keyboard(page)));
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  const [, second] = await rules(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > VIEWS[view].viewport.width) troubles.push(`${width} pixels wide`);
  troubles.push(...new Set([...first, ...second]), ...(await sorting(page)));
  if (view === "desktop") await page.pdf({ path: `${name}.pdf`, format: "A4", printBackground: true });
  await context.close();
  return [passed, troubles];
};

const [folder, ...files] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
let failed = 0;
for (const file of files) {
  for (const view of Object.keys(VIEWS)) {
    const [passed, troubles] = await look(browser, file, view, folder);
    console.log(`${basename(file)} ${view}: ${passed} rules pass, ${troubles.length} troubles`);
    for (const trouble of troubles.slice(0, 12)) console.log(`    ${trouble}`);
    failed += troubles.length;
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
