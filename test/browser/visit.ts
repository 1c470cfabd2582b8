import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** Nothing of its own is asked of the net. */
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Debian's Chromium, without a window. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
}

/** A page that was opened, and everything about it that must not be. */
export interface Visit {
  readonly page: Page;
  /** Errors of the page and its console, and requests to anywhere but the folder. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens an address in a browser of its own that remembers nothing.
 *
 * @param browser - The browser.
 * @param address - Where the page stands.
 * @param options - Of the context: the viewport, whether the policy of the page is lifted.
 */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const folder = new URL(".", address).href;
  page.on("pageerror", ({ message }) => faults.push(`error: ${message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(folder) && !request.url().startsWith("data:")) faults.push(`request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}
