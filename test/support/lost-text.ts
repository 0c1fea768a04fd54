import type { Page } from 'playwright-core';

/** By how much a letter may stand over an edge before it counts as lost, in pixels. */
const tolerance = 3;

/**
 * Words on the page that are cut off or lie over one another, each with where. What lies in a box that scrolls is not lost, nor
 * is what is hidden from everybody's eyes on purpose.
 */
export function lostText(page: Page): Promise<string[]> {
  return page.evaluate(`(${findLost.toString()})(${tolerance})`);
}

/** Runs in the browser, so that it may use nothing from outside. */
function findLost(tolerance: number): string[] {
  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  const { document, getComputedStyle, NodeFilter } = globalThis as unknown as {
    // biome-ignore lint/suspicious/noExplicitAny: the tests are compiled without the browser's types
    [name: string]: any;
  };
  const lost: string[] = [];
  const seen: { box: Box; text: string; element: { contains(other: unknown): boolean } }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element || /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(element.tagName)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const boxes: Box[] = [...range.getClientRects()];
    let hidden = false;
    let scrolls = false;
    let cut = false;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const edge = around.getBoundingClientRect();
      if (style.position === 'absolute' && edge.width <= 1 && edge.height <= 1) hidden = true;
      if (style.position === 'fixed' || style.position === 'sticky') hidden = true;
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) scrolls = true;
      if (scrolls || style.display === 'inline' || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      cut ||= boxes.some(
        (box) =>
          box.left < edge.left - tolerance ||
          box.right > edge.right + tolerance ||
          box.top < edge.top - tolerance * 2 ||
          box.bottom > edge.bottom + tolerance * 2,
      );
    }
    if (hidden) continue;
    if (cut) lost.push(`cut off: ${text.slice(0, 40)}`);
    if (scrolls) continue;
    for (const box of boxes) {
      const over = seen.find(
        (other) =>
          other.element !== element &&
          box.left < other.box.right - tolerance &&
          box.right > other.box.left + tolerance &&
          box.top < other.box.bottom - tolerance * 2 &&
          box.bottom > other.box.top + tolerance * 2,
      );
      if (over) lost.push(`over one another: ${over.text.slice(0, 30)} / ${text.slice(0, 30)}`);
      seen.push({ box, text, element });
    }
  }
  return lost;
}
